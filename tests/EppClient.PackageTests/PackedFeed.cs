namespace EppClient.PackageTests;

/// <summary>A folder with the packages, packed from the build output of this test run.</summary>
public sealed class PackedFeed : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("epp-feed-");

    public static IReadOnlyList<string> Projects { get; } = ["EppClient", "EppClient.Dk", "EppClient.Iana", "EppClient.Redis", "EppClient.Sqlite", "EppClient.PostgreSql", "EppClient.Extensions.Hosting", "EppClient.Dk.Hosting", "EppClient.Dk.AspNetCore", "EppClient.Testing", "EppClient.Dk.Testing"];

    public string Folder => _folder.FullName;

    public string FileOf(string project, string extension = "nupkg") =>
        Path.Combine(Folder, $"{BuildFacts.PackagePrefix}{project}.{BuildFacts.PackageVersion}.{extension}");

    public async Task InitializeAsync()
    {
        var output = await Dotnet.RunAsync(RepositoryFolder.Path, "pack", "--no-build", "-c", BuildFacts.Configuration, "-o", Folder);
        output.Should().NotContain("warning");
    }

    public Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }
}
