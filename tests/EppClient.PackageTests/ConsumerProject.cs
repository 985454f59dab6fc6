namespace EppClient.PackageTests;

/// <summary>A project that is copied to a folder outside the repository, where only the packages of this repository are available.</summary>
internal sealed class ConsumerProject : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("epp-consumer-");

    public ConsumerProject(string source, PackedFeed feed)
        : this(feed)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, source)))
        {
            File.Copy(file, Path.Combine(Folder, Path.GetFileName(file)));
        }
    }

    private ConsumerProject(PackedFeed feed)
    {
        // Offline: the packed feed, and the packages restored for this build. A separate cache, so that no older package is used.
        File.WriteAllText(Path.Combine(Folder, "nuget.config"), $"""
            <configuration>
              <config>
                <add key="globalPackagesFolder" value="packages" />
              </config>
              <packageSources>
                <clear />
                <add key="ours" value="{feed.Folder}" />
                <add key="restored" value="{BuildFacts.RestoredPackages}" />
              </packageSources>
            </configuration>
            """);
    }

    /// <summary>Creates a folder without a project, in which a project is created later.</summary>
    public static ConsumerProject Empty(PackedFeed feed) => new(feed);

    public string Folder => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Runs a dotnet command that builds the project.</summary>
    public Task<string> DotnetAsync(params IReadOnlyList<string> arguments) => Dotnet.RunAsync(
        Folder,
        [
            .. arguments,
            $"-p:EppClientPackagePrefix={BuildFacts.PackagePrefix}",
            $"-p:EppClientVersion={BuildFacts.PackageVersion}",
            "-p:NuGetAudit=false",
        ]);
}
