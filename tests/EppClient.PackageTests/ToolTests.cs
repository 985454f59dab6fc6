namespace EppClient.PackageTests;

/// <summary>The console as a tool: packed, installed and run like a user does.</summary>
[Collection(PackageGroup.Name)]
public sealed class ToolTests(PackedFeed feed) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("epp-tool-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Package_has_the_sqlite_of_eight_platforms_and_nothing_for_debugging()
    {
        var file = feed.FileOf("EppClient.Console");
        var files = Package.Open(file).Files;

        files.Where(name => name.Contains("/runtimes/", StringComparison.Ordinal)).Select(name => name.Split("/runtimes/")[1].Split('/')[0]).Should().BeEquivalentTo(
            ["win-x64", "win-arm64", "linux-x64", "linux-arm64", "linux-musl-x64", "linux-musl-arm64", "osx-x64", "osx-arm64"]);
        files.Should().NotContain(name => name.EndsWith(".pdb", StringComparison.Ordinal) || name.EndsWith(".resources.dll", StringComparison.Ordinal) || name.EndsWith("EppClient.xml", StringComparison.Ordinal));
        new FileInfo(file).Length.Should().BeLessThan(14_000_000);
    }

    [Fact(Timeout = 900_000)]
    public async Task Console_is_installed_as_epp_and_runs()
    {
        await Dotnet.RunAsync(
            _folder.FullName, "tool", "install", $"{BuildFacts.PackagePrefix}EppClient.Console", "--version", BuildFacts.PackageVersion,
            "--tool-path", _folder.FullName, "--add-source", feed.Folder);

        var help = await Dotnet.RunProgramAsync(Path.Combine(_folder.FullName, "epp"), _folder.FullName, "--help");

        help.Should().ContainAll("Talks to a domain registry over EPP", "check", "transfer", "watch", "--dry-run");
    }
}
