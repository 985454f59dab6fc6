using System.Xml.Linq;

namespace EppClient.PackageTests;

[Collection(PackageGroup.Name)]
public sealed class PackageContentTests(PackedFeed feed)
{
    public static TheoryData<string> Projects => [.. PackedFeed.Projects];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Package_has_assembly_documentation_readme_icon_and_licence(string project)
    {
        var package = Package.Open(feed.FileOf(project));

        package.Files.Should().Contain([$"lib/net10.0/{project}.dll", $"lib/net10.0/{project}.xml", "README.md", "icon.png", "LICENSE"]);
        package.Property("license").Should().Be("MIT");
        package.Property("readme").Should().Be("README.md");
        package.Property("icon").Should().Be("icon.png");
        package.Property("description").Should().NotBeNullOrEmpty();
        package.Property("tags").Should().Contain("epp");
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Package_has_a_symbol_package(string project) =>
        Package.Open(feed.FileOf(project, "snupkg")).Files.Should().Contain($"lib/net10.0/{project}.pdb");

    [Theory]
    [MemberData(nameof(Projects))]
    public void Package_contains_no_schemas_and_no_sources(string project) =>
        Package.Open(feed.FileOf(project)).Files.Should().NotContain(file => file.EndsWith(".xsd", StringComparison.Ordinal) || file.EndsWith(".cs", StringComparison.Ordinal));

    [Fact]
    public void Core_package_contains_the_generator_the_analyzers_and_a_build_file_for_the_compiler()
    {
        var files = Package.Open(feed.FileOf("EppClient")).Files;

        files.Where(file => file.StartsWith("analyzers/", StringComparison.Ordinal)).Should().BeEquivalentTo(
            "analyzers/dotnet/cs/EppClient.SchemaGenerator.dll", "analyzers/dotnet/cs/EppClient.Analyzers.dll", "analyzers/dotnet/cs/EppClient.CodeFixes.dll");
        files.Where(file => file.StartsWith("build", StringComparison.Ordinal)).Should().Equal($"buildTransitive/{BuildFacts.PackagePrefix}EppClient.targets");
    }

    [Theory]
    [InlineData("EppClient.Dk")]
    [InlineData("EppClient.Iana")]
    [InlineData("EppClient.Redis")]
    [InlineData("EppClient.Sqlite")]
    [InlineData("EppClient.PostgreSql")]
    [InlineData("EppClient.Dk.Hosting")]
    [InlineData("EppClient.Dk.AspNetCore")]
    [InlineData("EppClient.Testing")]
    [InlineData("EppClient.Dk.Testing")]
    public void Other_packages_contain_nothing_for_the_compiler(string project) =>
        Package.Open(feed.FileOf(project)).Files.Should().NotContain(
            file => file.StartsWith("analyzers/", StringComparison.Ordinal) || file.StartsWith("build", StringComparison.Ordinal));

    [Fact]
    public void Hosting_package_has_the_schema_of_the_settings_for_editors()
    {
        var files = Package.Open(feed.FileOf("EppClient.Extensions.Hosting")).Files;

        files.Should().Contain("ConfigurationSchema.json").And.NotContain(file => file.StartsWith("analyzers/", StringComparison.Ordinal));
        files.Where(file => file.StartsWith("build", StringComparison.Ordinal)).Should().Equal($"buildTransitive/{BuildFacts.PackagePrefix}EppClient.Extensions.Hosting.targets");
    }

    [Fact]
    public void Core_package_depends_only_on_logging_abstractions_polly_and_rate_limiting() =>
        Package.Open(feed.FileOf("EppClient")).Dependencies.Should().Equal(External);

    [Theory]
    [InlineData("EppClient.Dk", new[] { "EppClient" }, "libphonenumber-csharp")]
    [InlineData("EppClient.Iana", new[] { "EppClient" })]
    [InlineData("EppClient.Testing", new[] { "EppClient" })]
    [InlineData("EppClient.Dk.Testing", new[] { "EppClient.Dk", "EppClient.Testing" }, "libphonenumber-csharp")]
    public void Other_packages_depend_on_lower_packages_of_the_same_version(string project, string[] below, params string[] own) =>
        Package.Open(feed.FileOf(project)).Dependencies.Should().BeEquivalentTo(
            // Versions are pinned for the whole graph, so the dependencies of lower packages are listed again.
            [.. below.Select(package => $"{BuildFacts.PackagePrefix}{package} {BuildFacts.PackageVersion}"), .. External, .. Versions(own)]);

    [Theory]
    [InlineData("EppClient.Redis", "DistributedLock.Redis", "DistributedLock.Core", "StackExchange.Redis")]
    [InlineData("EppClient.Sqlite", "Microsoft.Data.Sqlite")]
    [InlineData("EppClient.PostgreSql", "DistributedLock.Postgres", "DistributedLock.Core", "Npgsql")]
    [InlineData(
        "EppClient.Extensions.Hosting",
        "DistributedLock.Core",
        "Microsoft.Extensions.Configuration.Binder",
        "Microsoft.Extensions.Diagnostics.HealthChecks",
        "Microsoft.Extensions.Hosting.Abstractions",
        "Microsoft.Extensions.Options.ConfigurationExtensions")]
    public void Store_package_depends_on_its_database_client(string project, params string[] own) =>
        Package.Open(feed.FileOf(project)).Dependencies.Should().BeEquivalentTo(
            [$"{BuildFacts.PackagePrefix}EppClient {BuildFacts.PackageVersion}", .. External, .. Versions(own)]);

    private static string[] External => Versions("Microsoft.Extensions.Logging.Abstractions", "Polly.Core", "System.Threading.RateLimiting");

    private static string[] Versions(params string[] packages) => [.. packages.Select(package => $"{package} {Pinned(package)}")];

    private static string Pinned(string package) =>
        XDocument.Load(RepositoryFolder.Combine("Directory.Packages.props")).Descendants("PackageVersion")
            .Single(element => element.Attribute("Include")!.Value == package).Attribute("Version")!.Value;
}
