using System.Security.Cryptography;

namespace EppClient.PackageTests;

/// <summary>A build in another directory produces identical bytes, so that a package can be verified by rebuilding it.</summary>
public sealed class DeterminismTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("epp-again-");

    public static TheoryData<string> Projects => [.. TestSize.IsFull ? PackedFeed.Projects : ["EppClient"]];

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory(Timeout = 900_000)]
    [MemberData(nameof(Projects))]
    public async Task Another_build_has_the_same_hash(string project)
    {
        // Paths in this folder are mapped to those of the repository: the compiler writes paths into symbols.
        await Dotnet.RunAsync(
            RepositoryFolder.Combine("src", project),
            "build", "-c", BuildFacts.Configuration, "-p:NuGetAudit=false", $"-p:PathMap={_folder.FullName}=/_/artifacts", $"-p:ArtifactsPath={_folder.FullName}{Path.DirectorySeparatorChar}");

        Hashes(_folder.FullName, project).Should().Equal(Hashes(RepositoryFolder.Combine("artifacts"), project));
    }

    private static string[] Hashes(string artifacts, string project) =>
    [
        .. new[] { "dll", "pdb", "xml" }
            .Select(extension => Path.Combine(artifacts, "bin", project, BuildFacts.Configuration.ToLowerInvariant(), $"{project}.{extension}"))
            .Select(file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))),
    ];
}
