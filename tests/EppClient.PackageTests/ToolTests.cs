namespace EppClient.PackageTests;

/// <summary>The console as a tool: packed, installed and run like a user does.</summary>
[Collection(PackageGroup.Name)]
public sealed class ToolTests(PackedFeed feed) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("epp-tool-");

    public void Dispose() => _folder.Delete(recursive: true);

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
