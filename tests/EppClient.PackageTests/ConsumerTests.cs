namespace EppClient.PackageTests;

/// <summary>A project outside the repository that uses only the package and a registry's schema.</summary>
[Collection(PackageGroup.Name)]
public sealed class ConsumerTests(PackedFeed feed) : IDisposable
{
    private readonly ConsumerProject _project = new("Consumer", feed);

    public void Dispose() => _project.Dispose();

    [Theory(Timeout = 900_000)]
    [InlineData("EppClient")]
    [InlineData("EppClient.Dk")]
    public async Task Registry_schema_becomes_commands_in_a_project_that_references_the_package(string package)
    {
        var output = await RunAsync(package);

        output.Should().ContainAll(
            "verb: Create",
            ">a.example</",
            ">dark-blue</",
            ">&lt;&amp;&gt;</",
            "refused: ToyCreate.Colours",
            "result: a.example 2026-01-02 1");
    }

    [Fact(Timeout = 900_000)]
    public async Task Schema_outside_of_the_supported_subset_is_reported_with_file_and_line()
    {
        var schema = Path.Combine(_project.Folder, "toy-1.0.xsd");
        var lines = await File.ReadAllLinesAsync(schema);
        var line = Array.FindIndex(lines, text => text.Contains("toy:colourType\"", StringComparison.Ordinal));
        lines[line] = lines[line].Replace("toy:colourType", "toy:missingType", StringComparison.Ordinal);
        await File.WriteAllLinesAsync(schema, lines);

        var run = () => RunAsync("EppClient");

        (await run.Should().ThrowAsync<InvalidOperationException>()).WithMessage($"*toy-1.0.xsd({line + 1},*error EPP1007*");
    }

    private Task<string> RunAsync(string package) => _project.DotnetAsync("run", $"-p:EppClientPackage={BuildFacts.PackagePrefix}{package}");
}
