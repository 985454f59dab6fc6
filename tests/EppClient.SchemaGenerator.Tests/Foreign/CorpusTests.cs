using EppClient.Dk;
using EppClient.Iana;
using EppClient.SchemaGenerator.Tests.Support;
using EppClient.Xml;

namespace EppClient.SchemaGenerator.Tests.Foreign;

/// <summary>Published messages are read into types and written again without loss.</summary>
public sealed class CorpusTests
{
    private static readonly EppSchema[] Own = [.. DkProfile.Current.Schemas, .. IanaSchemas.All, SecDns10Schema.Instance];

    private static readonly EppXmlDialect Dk = new()
    {
        Families = [new EppNamespaceFamily("urn:dkhm:params:xml:ns:dkhm-", DkNamespaces.Dkhm)],
        Overlay = DkOverlay.Instance,
    };

    [SkippableTheory]
    [InlineData("ietf", 700)]
    [InlineData("se-iis", 20)]
    [InlineData("no-norid", 3)]
    public void Message_survives_reading_and_writing(string set, int least)
    {
        Repository.SkipWithoutCorpus();
        var emitted = GeneratorRun.Of(ForeignSchemas.LoadWithIetf(set)).Load().GetTypes()
            .Where(t => t.IsSubclassOf(typeof(EppSchema)))
            .Select(t => (EppSchema)t.GetProperty("Instance")!.GetValue(null)!);
        var schemas = new EppSchemaSet(emitted.Concat(Own));
        var folder = Path.Combine(Repository.Corpus, "xml");
        var messages = File.ReadLines(Path.Combine(folder, "manifest.tsv"))
            .Select(l => l.Split('\t'))
            .Where(cells => cells[2] == set)
            .Select(cells => Path.Combine(folder, cells[0]));

        var faults = RoundTrip(messages, schemas, EppXmlDialect.Standard, out var count);

        string.Join("\n", faults.Take(5)).Should().BeEmpty($"{faults.Count} of {count} messages differ");
        count.Should().BeGreaterThanOrEqualTo(least);
    }

    [SkippableFact]
    public void Message_of_the_dk_registry_survives_reading_and_writing()
    {
        Repository.SkipWithoutCorpus();
        var folder = Path.Combine(Repository.Corpus, "dk");
        var valid = File.ReadLines(Path.Combine(folder, "INDEX.md"))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            // The withdraw command has different content in 4.4, and the registry has removed it.
            .Where(cells => cells.Length > 6 && cells[4] == "yes" && cells[5] == "yes" && !cells[1].EndsWith("withdraw_domain.xml`", StringComparison.Ordinal))
            .Select(cells => Path.Combine(folder, cells[1].Trim('`')));

        var faults = RoundTrip(valid, new EppSchemaSet(Own), Dk, out var count);

        string.Join("\n", faults.Take(5)).Should().BeEmpty($"{faults.Count} of {count} messages differ");
        count.Should().Be(119);
    }

    private static List<string> RoundTrip(IEnumerable<string> files, EppSchemaSet schemas, EppXmlDialect dialect, out int count)
    {
        var faults = new List<string>();
        count = 0;
        foreach (var file in files)
        {
            count++;
            try
            {
                foreach (var (element, xml) in MessageWalker.Elements(File.ReadAllText(file), schemas, dialect))
                {
                    Check(element, xml, dialect);
                }
            }
            catch (Exception e) when (e is EppException or InvalidOperationException)
            {
                faults.Add($"{Path.GetFileName(file)}: {e.Message}");
            }
        }

        return faults;
    }

    private static void Check(IEppElement element, string xml, EppXmlDialect dialect)
    {
        if (element is EppRawElement)
        {
            throw new InvalidOperationException($"{element} is not typed.");
        }

        var (expected, actual) = (CanonicalXml.Of(Translate(xml, dialect)), CanonicalXml.Of(Wire.Write(element, dialect)));
        if (expected != actual)
        {
            throw new InvalidOperationException($"{element.GetType().Name} lost something:\n{expected}became\n{actual}");
        }
    }

    /// <summary>Older versions of a family are read and written as the newest.</summary>
    private static string Translate(string xml, EppXmlDialect dialect) => dialect.Families.Count == 0
        ? xml
        : System.Text.RegularExpressions.Regex.Replace(xml, @"urn:dkhm:params:xml:ns:dkhm-\d\.\d", DkNamespaces.Dkhm);
}
