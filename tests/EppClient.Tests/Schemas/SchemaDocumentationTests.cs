using System.Xml;
using System.Xml.Schema;

namespace EppClient.Tests.Schemas;

public sealed class SchemaDocumentationTests
{
    public static TheoryData<string> Files => [.. Repository.SchemaFiles.Select(f => Path.GetRelativePath(Repository.Schemas, f))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_component_is_documented_in_sentences(string file)
    {
        var faults = SchemaFile.Components(SchemaFile.Read(Path.Combine(Repository.Schemas, file)))
            .Where(c => c.Component is XmlSchemaElement or XmlSchemaAttribute or XmlSchemaType or XmlSchemaEnumerationFacet or XmlSchemaSimpleContentExtension)
            .Select(c => (c.Path, Text: SchemaFile.Documentation(c.Component)))
            .Where(c => c.Text.Length == 0 || !IsCapitalised(c.Text) || !c.Text.EndsWith('.'));

        faults.Should().BeEmpty();
    }

    [SkippableTheory]
    [MemberData(nameof(Files))]
    public void Documentation_is_not_copied_from_the_official_schemas(string file)
    {
        Repository.SkipWithout(Repository.OfficialIetf);
        Repository.SkipWithout(Repository.OfficialDk);
        var official = Directory.EnumerateFiles(Repository.OfficialIetf, "*.xsd")
            .Concat(Directory.EnumerateFiles(Repository.OfficialDk, "*.xsd"))
            .SelectMany(Texts)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

        official.Should().HaveCountGreaterThan(100);
        Texts(Path.Combine(Repository.Schemas, file)).Should().NotBeEmpty().And.NotContain(t => official.Contains(t));
    }

    /// <summary>The documentation and the comments of a schema.</summary>
    private static IEnumerable<string> Texts(string path)
    {
        using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        while (reader.Read())
        {
            if (reader.NodeType is XmlNodeType.Comment or XmlNodeType.Text)
            {
                yield return SchemaFile.Collapse(reader.Value);
            }
        }
    }

    private static bool IsCapitalised(string text) => char.IsUpper(text[0]) || char.IsDigit(text[0]);
}
