using System.Security.Cryptography;

namespace EppClient.PackageTests;

/// <summary>Built twice, in two places, the library is the same to the last octet: whoever doubts a package can build it again.</summary>
public sealed class DeterminismTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("epp-twice-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact(Timeout = 900_000)]
    public async Task Two_builds_have_one_hash()
    {
        var hashes = await Task.WhenAll(HashAsync("first"), HashAsync("second"));

        hashes[0].Should().Equal(hashes[1]);
    }

    private async Task<string[]> HashAsync(string name)
    {
        var folder = Path.Combine(_folder.FullName, name);

        // Where what is built lies below the sources, as usual, the compiler hides the path by itself.
        await Dotnet.RunAsync(
            RepositoryFolder.Combine("src", "EppClient"),
            "build", "-c", "Release", "-p:ContinuousIntegrationBuild=true", "-p:RunAnalyzers=false", "-p:NuGetAudit=false", $"-p:PathMap={folder}=/_/artifacts",
            $"-p:ArtifactsPath={folder}{Path.DirectorySeparatorChar}");
        return [.. new[] { "dll", "pdb", "xml" }.Select(extension => Hash(Path.Combine(folder, "bin", "EppClient", "release", $"EppClient.{extension}")))];
    }

    private static string Hash(string file) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)));
}
