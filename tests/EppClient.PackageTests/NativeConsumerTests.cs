namespace EppClient.PackageTests;

/// <summary>
/// A registrar's program outside the repository, with a registry's schema and its own registry based on <c>EppTestServer</c>: it sends an extension,
/// and reads an extension in the response and in a message; first as managed, then as native code. For each commit only reachable code is compiled, without
/// optimization, which takes less time and gives the same warnings; in full size all code of the packages, optimized.
/// </summary>
[Collection(PackageGroup.Name)]
public sealed class NativeConsumerTests(PackedFeed feed) : IDisposable
{
    private static readonly string[] Lines =
    [
        "registered: a.example until 2027-01-02",
        "planted: 5 trees in rows of 3 and 4 on loam, lease unlimited",
        "order: tree, remark, tree",
        "refused here: OrchardCreate.Lease",
        "message 7: a.example gave 12.50 on 2026-09-30",
        "queue: empty",
        "phone: +45.20202020",
        "name: xn--5cab8c.dk",
        "fast track: 200 for Jane Doe, then 401",
    ];

    private readonly ConsumerProject _project = new("NativeConsumer", feed);

    public void Dispose() => _project.Dispose();

    [Fact(Timeout = 900_000)]
    public async Task Extension_of_a_foreign_schema_is_sent_and_its_responses_are_typed()
    {
        var output = await _project.DotnetAsync("run");

        LinesOf(output).Should().Equal(Lines);
    }

    [SkippableFact(Timeout = 900_000)]
    public async Task Program_is_published_with_native_aot_without_warnings_and_gives_the_same_result()
    {
        Skip.If(NativeToolchain.Obstacle is not null, NativeToolchain.Obstacle);
        var target = Path.Combine(_project.Folder, "published");

        string[] size = TestSize.IsFull ? ["-p:CompilesAllOfThePackages=true"] : ["-p:CompilesAllOfThePackages=false", "-p:Optimize=false"];
        var build = await _project.DotnetAsync(["publish", "-r", BuildFacts.NativeRuntime, "-o", target, .. size]);
        var output = await Dotnet.RunProgramAsync(Path.Combine(target, "NativeConsumer"), target);

        build.Should().NotContainEquivalentOf("warning").And.Contain("Generating native code");
        Directory.EnumerateFiles(target, "*.dll").Should().BeEmpty("everything is in one file");
        LinesOf(output).Should().Equal(Lines);
    }

    private static string[] LinesOf(string output) => output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
