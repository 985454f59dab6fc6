namespace EppClient.PackageTests;

/// <summary>A project that is copied to a folder outside of the repository, where it finds our packages and nothing else of ours.</summary>
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
        // Offline: our feed, and the packages that were restored to build us. A cache of its own, so that no older package of ours is found.
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

    /// <summary>A folder without a project, for one that is made there.</summary>
    public static ConsumerProject Empty(PackedFeed feed) => new(feed);

    public string Folder => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Runs a command of dotnet that builds the project.</summary>
    public Task<string> DotnetAsync(params IReadOnlyList<string> arguments) => Dotnet.RunAsync(
        Folder,
        [
            .. arguments,
            $"-p:EppClientPackagePrefix={BuildFacts.PackagePrefix}",
            $"-p:EppClientVersion={BuildFacts.PackageVersion}",
            "-p:NuGetAudit=false",
        ]);
}
