namespace EppClient.PackageTests.Snippets;

public sealed class SnippetTests
{
    public static TheoryData<string> CSharp => [.. Texts.Snippets.Where(snippet => snippet.Language == "csharp").Select(snippet => snippet.ToString())];

    [Theory]
    [MemberData(nameof(CSharp))]
    public async Task Code_in_texts_compiles_without_warnings_of_the_analyzers(string place)
    {
        var snippet = Texts.Snippets.Single(snippet => snippet.ToString() == place);

        (await SnippetCompiler.ProblemsAsync(snippet)).Should().BeEmpty();
    }

    [Fact]
    public async Task Advice_of_the_analyzers_is_a_problem() =>
        (await SnippetCompiler.ProblemsAsync(new Snippet("a.md", 1, "csharp", "using EppClient; while (await pool.PollAsync() is { } message) { Console.WriteLine(message.Id); }")))
            .Should().ContainSingle().Which.Should().StartWith("a.md(1): EPP2002:");

    [Fact]
    public void The_first_page_has_code() => Texts.Snippets.Should().Contain(snippet => snippet.Path == "README.md" && snippet.Language == "csharp");

    [Fact]
    public void Code_blocks_state_their_language() =>
        Texts.Snippets.Where(snippet => snippet.Language is not ("csharp" or "xml" or "sh" or "text" or "json" or "mermaid")).Should().BeEmpty();

    [Fact]
    public async Task Broken_code_is_reported_with_file_and_line()
    {
        var text = "# Title\n\n```csharp\nvar number = 1;\nConsole.WriteLine(number + missing);\n```\n";

        var snippet = Markdown.Snippets("docs/page.md", text).Should().ContainSingle().Subject;

        snippet.ToString().Should().Be("docs/page.md(4)");
        (await SnippetCompiler.ProblemsAsync(snippet)).Should().ContainSingle().Which.Should().StartWith("docs/page.md(5): CS0103:");
    }

    [Fact]
    public async Task A_warning_is_reported() =>
        (await SnippetCompiler.ProblemsAsync(new Snippet("a.md", 1, "csharp", "string text = null; Console.WriteLine(text);"))).Should().ContainSingle().Which.Should().Contain("CS8600");

    [Fact]
    public async Task Statements_and_declarations_compile()
    {
        (await SnippetCompiler.ProblemsAsync(new Snippet("a.md", 1, "csharp", "await pool.DisposeAsync();"))).Should().BeEmpty();
        (await SnippetCompiler.ProblemsAsync(new Snippet("a.md", 1, "csharp", "public sealed class Example { public IReadOnlyList<int> Numbers { get; } = []; }"))).Should().BeEmpty();
    }

    [Fact]
    public void Examples_in_documentation_comments_are_found()
    {
        var text = "namespace One.Two;\n/// <example>\n    /// <code>\n    /// Func&lt;int&gt; one = () => 1;\n    /// </code>\n/// </example>\n";

        var snippet = DocComments.Snippets("src/a.cs", text).Should().ContainSingle().Subject;

        snippet.Should().Be(new Snippet("src/a.cs", 4, "csharp", " Func<int> one = () => 1;") { Namespace = "One.Two" });
    }

    [Fact]
    public void A_fence_that_is_never_closed_is_reported() =>
        FluentActions.Enumerating(() => Markdown.Snippets("a.md", "```csharp\n")).Should().Throw<FormatException>().WithMessage("a.md(1)*");
}
