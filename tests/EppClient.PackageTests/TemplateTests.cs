using System.Net;
using System.Text.RegularExpressions;

namespace EppClient.PackageTests;

/// <summary>The templates, installed from their package: the projects that they create build and run with the packages.</summary>
[Collection(PackageGroup.Name)]
public sealed partial class TemplateTests(PackedFeed feed) : IDisposable
{
    // The host does not start unless the login at the embedded registry succeeds.
    private static readonly Dictionary<string, string> Environment = new(StringComparer.Ordinal) { ["Epp__Dk__WarmUp"] = "Require" };

    private readonly ConsumerProject _project = ConsumerProject.Empty(feed);

    public void Dispose() => _project.Dispose();

    [Fact(Timeout = 900_000)]
    public async Task Templates_create_projects_that_build_and_run()
    {
        await NewAsync("install", feed.FileOf("EppClient.Templates"));
        await NewAsync("epp-worker", "-n", "Backend");
        await NewAsync("epp-webapi", "-n", "Shop.Api");
        await NewAsync("epp-registry", "-n", "Acme.Registry");
        await BuildAsync("Backend/Backend.csproj", "Shop.Api/Shop.Api.csproj", "Acme.Registry/Acme.Registry.Demo/Acme.Registry.Demo.csproj");

        (await RunAsync("Acme.Registry/Acme.Registry.Demo", "Acme.Registry.Demo")).Should().Contain("<exreg:contract>C-2026-17</exreg:contract>");
        using (var worker = StartProgram("Backend", "Backend"))
        {
            await worker.WaitForLineAsync(Started);
        }

        using var api = StartProgram("Shop.Api", "Shop.Api", "--urls", "http://127.0.0.1:0");
        await CheckApiAsync(new Uri((await api.WaitForLineAsync(Listening)).Groups["address"].Value));
    }

    [Fact]
    public void Template_package_has_the_templates_with_the_version_of_this_build()
    {
        var file = feed.FileOf("EppClient.Templates");
        var package = Package.Open(file);

        package.Types.Should().Equal("Template");
        package.Files.Should().Contain(["README.md", "icon.png", "LICENSE", "content/worker/EmbeddedRegistry.cs", "content/registry/Samples/Schemas/exreg-1.0.xsd"]);
        package.Files.Should().NotContain(file => file.StartsWith("lib/", StringComparison.Ordinal));
        foreach (var template in new[] { "worker", "webapi", "registry" })
        {
            Package.ReadText(file, $"content/{template}/.template.config/template.json").Should().Contain($"\"defaultValue\": \"{BuildFacts.PackageVersion}\"").And.NotContainAny("(hosting version)", "\"value\": \"\"");
        }
    }

    private static async Task CheckApiAsync(Uri address)
    {
        using var client = new HttpClient { BaseAddress = address };
        (await client.GetStringAsync("/domains/nyt.dk/availability")).Should().Be("""{"available":true}""");
        (await client.GetStringAsync("/health")).Should().Be("Healthy");
        var missing = await client.GetAsync("/domains/findes-ikke.dk");
        (missing.StatusCode, missing.Content.Headers.ContentType?.MediaType).Should().Be((HttpStatusCode.NotFound, "application/problem+json"));
    }

    // A hive of its own, so that templates of the machine are not changed.
    private Task<string> NewAsync(params IReadOnlyList<string> arguments) =>
        Dotnet.RunAsync(_project.Folder, ["new", .. arguments, "--debug:custom-hive", Path.Combine(_project.Folder, "hive")]);

    /// <summary>Restores and builds all projects with one command, which takes less time than one command each.</summary>
    private async Task BuildAsync(params IReadOnlyList<string> projects)
    {
        await File.WriteAllTextAsync(Path.Combine(_project.Folder, "all.proj"), $"""
            <Project>
              <Target Name="Build">
                <MSBuild Projects="{string.Join(';', projects)}" Targets="Restore" Properties="NuGetAudit=false;IsRestore=true" />
                <MSBuild Projects="{string.Join(';', projects)}" Targets="Build" Properties="TreatWarningsAsErrors=true" BuildInParallel="true" />
              </Target>
            </Project>
            """);
        await Dotnet.RunAsync(_project.Folder, "msbuild", "all.proj", "-v:m", "-m");
    }

    private Task<string> RunAsync(string folder, string name) => Dotnet.RunAsync(Path.Combine(_project.Folder, folder), PathOf(folder, name));

    private RunningProgram StartProgram(string folder, string name, params IReadOnlyList<string> arguments) =>
        RunningProgram.Start(Path.Combine(_project.Folder, folder), [PathOf(folder, name), .. arguments], Environment);

    private string PathOf(string folder, string name) => Path.Combine(_project.Folder, folder, "bin", "Debug", "net10.0", $"{name}.dll");

    [GeneratedRegex("Application started")]
    private static partial Regex Started { get; }

    [GeneratedRegex("Now listening on: (?<address>http://[0-9.:]+)")]
    private static partial Regex Listening { get; }
}
