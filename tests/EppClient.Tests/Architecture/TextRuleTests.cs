using System.Text.RegularExpressions;
using System.Xml.Linq;
using EppClient.Tests.Architecture.Files;

namespace EppClient.Tests.Architecture;

public sealed class TextRuleTests
{
    private static readonly string[] Written = [".cs", ".csproj", ".props", ".targets", ".xsd", ".xml", ".md", ".sh"];

    private static string PackagePrefix =>
        XDocument.Load(RepositoryFolder.Combine("Directory.Build.props")).Descendants("EppPackagePrefix").Single().Value;

    [Fact]
    public void No_file_is_too_long() => Report.Of(TextRules.TooLong(SourceTree.Files(".cs"))).Should().BeEmpty();

    [Fact]
    public void No_file_has_marks_of_unfinished_work() => Report.Of(TextRules.Unfinished(SourceTree.Files(Written))).Should().BeEmpty();

    [Fact]
    public void No_file_has_regions() => Report.Of(TextRules.Regions(SourceTree.Files(".cs"))).Should().BeEmpty();

    [Fact]
    public void The_prefix_of_package_ids_is_written_in_one_build_file()
    {
        // As a whole text or element, or before a package's name: Registrar is also a term of the industry.
        var prefix = new Regex($@"[""'>]{Regex.Escape(PackagePrefix)}(EppClient|[""'<])");
        // The content of a template is a project of the user.
        var files = SourceTree.Files(".csproj", ".props", ".targets", ".cs")
            .Where(file => prefix.IsMatch(file.Text) && !file.Path.StartsWith("src/EppClient.Templates/content/", StringComparison.Ordinal));

        files.Select(file => file.Path).Should().Equal("Directory.Build.props");
    }

    [Fact]
    public void Texts_name_packages_by_their_ids()
    {
        Report.Of(TextRules.ForeignPackageIds(SourceTree.Files(".md"), PackagePrefix)).Should().BeEmpty();
        SourceTree.Files(".md").Should().Contain(file => file.Path == "README.md" && file.Text.Contains($"dotnet add package {PackagePrefix}EppClient", StringComparison.Ordinal));
    }

    [Fact]
    public void A_package_is_described_under_its_id() =>
        SourceTree.Files(".md").Where(file => file.Path.StartsWith("src/", StringComparison.Ordinal) && file.Path.EndsWith("/README.md", StringComparison.Ordinal))
            .Select(file => (file.Path, file.Lines[0]))
            .Should().NotBeEmpty().And.OnlyContain(file => file.Item2 == $"# {PackagePrefix}{file.Path.Split('/')[1]}");

    [Fact]
    public void Files_of_all_kinds_are_searched() =>
        SourceTree.Files(Written).Select(file => file.Path).Should().Contain(
            ["Directory.Build.props", "src/EppClient/EppClient.csproj", "src/EppClient/Xml/EppXmlReader.cs", "schemas/ietf/domain-1.0.xsd", "samples/DkLifecycle/Program.cs", "README.md"])
            .And.NotContain(path => path.StartsWith("artifacts/", StringComparison.Ordinal));

    [Fact]
    public void A_file_over_the_limit_is_reported()
    {
        TextRules.TooLong([new SourceFile("a.cs", new string('\n', 399) + "x\n")]).Should().BeEmpty();
        TextRules.TooLong([new SourceFile("a.cs", new string('\n', 400) + "x\n")]).Should().ContainSingle().Which.Should().StartWith("a.cs has 401 lines");
    }

    [Fact]
    public void Marks_of_unfinished_work_and_regions_are_reported()
    {
        SourceFile[] files = [new("a.cs", $"one\n// {"TO" + "DO"}: two\n    #region three\n    #endregion\n")];

        TextRules.Unfinished(files).Should().ContainSingle().Which.Should().StartWith("a.cs(2): ");
        TextRules.Regions(files).Should().HaveCount(2);
    }

    [Theory]
    [InlineData("dotnet add package EppClient.Dk", 1)]
    [InlineData("dotnet add package Other.EppClient.Dk", 1)]
    [InlineData("<PackageReference Include=\"EppClient\" />", 1)]
    [InlineData("<PackageReference Include=\"Our.EppClient\" />", 0)]
    [InlineData("The namespace EppClient.Dk", 0)]
    public void Package_ids_with_another_prefix_are_reported(string text, int count) =>
        TextRules.ForeignPackageIds([new SourceFile("a.md", text)], "Our.").Should().HaveCount(count);
}
