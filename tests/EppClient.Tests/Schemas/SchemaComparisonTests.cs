using System.Xml;
using EppClient.Dk.Testing;
using EppClient.Testing.Validation;

namespace EppClient.Tests.Schemas;

public sealed class SchemaComparisonTests(SchemaCompareTool tool) : IClassFixture<SchemaCompareTool>
{
    private static readonly string[] IetfNamespaces =
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Schemas, "ietf"), "*.xsd").Select(f => SchemaFile.Read(f).TargetNamespace!)];

    [SkippableTheory(Timeout = 120_000)]
    [InlineData("--by-shape")]
    [InlineData("--strict-names")]
    public async Task Ietf_schemas_are_equivalent_to_the_official_ones(string option)
    {
        Repository.SkipWithout(Repository.OfficialIetf);

        var result = await tool.CompareAsync(Path.Combine(Repository.Schemas, "ietf"), Repository.OfficialIetf, IetfNamespaces, option);

        ShouldBeEqual(result, IetfNamespaces.Length);
    }

    [SkippableFact(Timeout = 120_000)]
    public async Task Dk_schemas_with_their_overlay_are_equivalent_to_the_official_ones()
    {
        Repository.SkipWithout(Repository.OfficialDk);
        var namespaces = OfficialDkNamespaces();
        var folder = Directory.CreateTempSubdirectory("overlaid-");
        try
        {
            await WriteAsync(DkSchemaProfile.Current, folder);

            var result = await tool.CompareAsync(folder.FullName, Repository.OfficialDk, namespaces);

            ShouldBeEqual(result, namespaces.Count);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [SkippableFact(Timeout = 120_000)]
    public async Task Dk_schemas_without_their_overlay_differ_in_the_three_types_it_changes()
    {
        Repository.SkipWithout(Repository.OfficialDk);

        var result = await tool.CompareAsync(Repository.Schemas, Repository.OfficialDk, OfficialDkNamespaces());

        result.ExitCode.Should().Be(1);
        result.Differences.Should().BeEquivalentTo(
            "DIFF urn:ietf:params:xml:ns:domain-1.0 type pUnitType/enumeration: ours=only {m} official=only {}",
            "DIFF urn:ietf:params:xml:ns:domain-1.0 type trnDataType/acID@minOccurs: ours=1 official=0",
            "DIFF urn:ietf:params:xml:ns:domain-1.0 type trnDataType/acDate@minOccurs: ours=1 official=0",
            "DIFF urn:ietf:params:xml:ns:epp-1.0 type pwType/minLength: ours=6 official=8",
            "DIFF urn:ietf:params:xml:ns:epp-1.0 type pwType/maxLength: ours=16 official=64");
    }

    private static void ShouldBeEqual(ToolResult result, int namespaces)
    {
        result.Differences.Should().BeEmpty();
        result.ExitCode.Should().Be(0, result.Output);
        result.Lines[^1].Should().MatchRegex($@"^equal [1-9]\d\d+, different 0, missing 0 namespaces {namespaces}$");
    }

    /// <summary>Returns all schemas except the driver, which only imports the others.</summary>
    private static List<string> OfficialDkNamespaces() =>
    [
        .. Directory.EnumerateFiles(Repository.OfficialDk, "*.xsd").Where(f => Path.GetFileName(f) != "epp.xsd").Select(f => SchemaFile.Read(f).TargetNamespace!),
    ];

    private static async Task WriteAsync(EppSchemaProfile profile, DirectoryInfo folder)
    {
        var number = 0;
        foreach (var schema in profile.Load())
        {
            await using var file = File.Create(Path.Combine(folder.FullName, $"{number++}.xsd"));
            await using var writer = XmlWriter.Create(file, new XmlWriterSettings { Async = true });
            schema.Write(writer);
        }
    }
}
