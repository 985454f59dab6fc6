using System.Collections.Immutable;
using System.Text.RegularExpressions;
using EppClient.TestSupport.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace EppClient.Analyzers.Tests;

/// <summary>Code that a user writes, in a project with the packages and ASP.NET Core. What the analyzers should report is marked: <c>[|code|]</c>.</summary>
internal sealed partial class AnalyzedCode
{
    private const string Usings = ImplicitUsings.Text + """
        global using EppClient;
        global using EppClient.Commands;
        global using EppClient.Dk;
        global using EppClient.Extensions;
        global using EppClient.Extensions.Hosting;
        global using EppClient.Polling;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Mvc;
        global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.DependencyInjection;
        """;

    // C# 14 is a preview in this Roslyn version, the minimum supported one.
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview);

    private static readonly MetadataReference[] References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];

    private static readonly CSharpCompilationOptions Options = new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);

    private static readonly CSharpCompilation WithoutCode = CSharpCompilation.Create("Code", [Parse(Usings)], References, Options);

    private readonly string _code;
    private readonly List<TextSpan> _expected = [];

    public AnalyzedCode(string marked)
    {
        _code = marked;
        for (var match = Mark.Match(_code); match.Success; match = Mark.Match(_code))
        {
            var text = match.Groups["text"].Value;
            _code = string.Concat(_code.AsSpan(0, match.Index), text, _code.AsSpan(match.Index + match.Length));
            _expected.Add(new TextSpan(match.Index, text.Length));
        }
    }

    /// <summary>Checks that an analyzer reports the marked code, and nothing else.</summary>
    public async Task IsReportedAsync(DiagnosticAnalyzer analyzer)
    {
        var found = await DiagnosticsAsync(WithoutCode.AddSyntaxTrees(Parse(_code)), analyzer);

        found.Select(diagnostic => _code.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length))
            .Should().Equal(_expected.Select(span => _code.Substring(span.Start, span.Length)));
        found.Select(diagnostic => diagnostic.Location.SourceSpan).Should().Equal(_expected);
    }

    /// <summary>Applies a fix to the first report, and checks the result, and that nothing is reported any more.</summary>
    /// <param name="analyzer">The analyzer.</param>
    /// <param name="fix">The fix.</param>
    /// <param name="title">The title of the change; null if there is only one.</param>
    /// <param name="expected">The code after the fix.</param>
    public async Task IsFixedAsync(DiagnosticAnalyzer analyzer, CodeFixProvider fix, string? title, string expected)
    {
        using var workspace = new AdhocWorkspace();
        var document = Document(workspace);
        var actions = await ActionsAsync(document, analyzer, fix);
        var action = title is null ? actions.Should().ContainSingle().Subject : actions.Should().ContainSingle(offered => offered.Title == title).Subject;

        var operation = (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single();
        var changed = operation.ChangedSolution.GetDocument(document.Id)!;

        (await changed.GetTextAsync()).ToString().Should().Be(expected);
        (await DiagnosticsAsync((CSharpCompilation)(await changed.Project.GetCompilationAsync())!, analyzer)).Should().BeEmpty();
    }

    /// <summary>The titles of the changes that a fix offers.</summary>
    public async Task<IReadOnlyList<string>> TitlesAsync(DiagnosticAnalyzer analyzer, CodeFixProvider fix)
    {
        using var workspace = new AdhocWorkspace();
        return [.. (await ActionsAsync(Document(workspace), analyzer, fix)).Select(action => action.Title)];
    }

    private static async Task<IReadOnlyList<CodeAction>> ActionsAsync(Document document, DiagnosticAnalyzer analyzer, CodeFixProvider fix)
    {
        var compilation = (CSharpCompilation)(await document.Project.GetCompilationAsync())!;
        var diagnostic = (await DiagnosticsAsync(compilation, analyzer))[0];
        List<CodeAction> actions = [];
        await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        return actions;
    }

    private static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(CSharpCompilation compilation, DiagnosticAnalyzer analyzer)
    {
        compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Should().BeEmpty("the code compiles");
        var diagnostics = await compilation.WithAnalyzers([analyzer]).GetAnalyzerDiagnosticsAsync();
        return [.. diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    private static SyntaxTree Parse(string code) => CSharpSyntaxTree.ParseText(code, ParseOptions);

    private Document Document(AdhocWorkspace workspace)
    {
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Code", "Code", LanguageNames.CSharp, compilationOptions: Options, parseOptions: ParseOptions, metadataReferences: References));
        workspace.AddDocument(project.Id, "Usings.cs", SourceText.From(Usings));
        return workspace.AddDocument(project.Id, "Code.cs", SourceText.From(_code));
    }

    [GeneratedRegex(@"\[\|(?<text>.*?)\|\]", RegexOptions.Singleline)]
    private static partial Regex Mark { get; }
}
