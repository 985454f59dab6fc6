using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace EppClient.PackageTests.Snippets;

public sealed partial class TextTests
{
    public static TheoryData<string> Files => [.. Texts.MarkdownFiles.Select(Texts.Relative)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Links_point_to_existing_files(string path)
    {
        var folder = Path.GetDirectoryName(RepositoryFolder.Combine(path))!;

        var targets = Link.Matches(File.ReadAllText(RepositoryFolder.Combine(path)))
            .Select(match => match.Groups["target"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal));

        targets.Where(target => !Path.Exists(Path.Combine(folder, target))).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Commands_name_projects_that_exist(string path)
    {
        var projects = Project.Matches(File.ReadAllText(RepositoryFolder.Combine(path))).Select(match => match.Groups["folder"].Value);

        projects.Where(project => !Directory.Exists(RepositoryFolder.Combine(project))).Should().BeEmpty();
    }

    [Theory]
    [InlineData("docs/README.md", "")]
    [InlineData("docs/site/toc.yml", "docs/")]
    public void Every_page_is_listed(string list, string prefix)
    {
        var text = File.ReadAllText(RepositoryFolder.Combine(list));

        var pages = Directory.EnumerateDirectories(RepositoryFolder.Combine("docs")).SelectMany(folder => Directory.EnumerateFiles(folder, "*.md"))
            .Select(page => prefix + Path.GetRelativePath(RepositoryFolder.Combine("docs"), page).Replace('\\', '/'));

        pages.Where(page => !text.Contains(page, StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Fact]
    public void Commands_of_the_first_page_are_run_by_ci()
    {
        var script = File.ReadAllText(RepositoryFolder.Combine(".ci", "run"));

        var commands = Texts.Snippets.Single(snippet => snippet.Path == "README.md" && snippet.Code.Contains("dotnet test", StringComparison.Ordinal)).Code.Split('\n');

        commands.Should().HaveCount(2).And.OnlyContain(command => script.Contains($" {command}", StringComparison.Ordinal));
    }

    [Fact]
    public void Xml_in_texts_is_well_formed()
    {
        foreach (var snippet in Texts.Snippets.Where(snippet => snippet.Language == "xml"))
        {
            FluentActions.Invoking(() => XElement.Parse($"<root>{snippet.Code}</root>")).Should().NotThrow("{0} is XML", snippet);
        }
    }

    [Fact]
    public void Links_and_projects_are_found()
    {
        Link.Match("see [the page](docs/page.md#part)").Groups["target"].Value.Should().Be("docs/page.md");
        Project.Match("dotnet run --project samples/Name -- --xml").Groups["folder"].Value.Should().Be("samples/Name");
    }

    [GeneratedRegex(@"\]\((?<target>[^)#\s]+)(#[^)]*)?\)")]
    private static partial Regex Link { get; }

    [GeneratedRegex(@"--project (?<folder>[\w./]+)")]
    private static partial Regex Project { get; }
}
