using System.Collections.Immutable;
using EppClient.Analyzers;
using EppClient.TestSupport.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EppClient.PackageTests.Snippets;

/// <summary>
/// Compiles code as a reader would paste it: into the Program.cs of a console project that references the packages, with the
/// SDK's implicit usings and the names of <c>Prelude.cs</c>. Examples in documentation comments, which editors show without the
/// file around them, may also omit the usings of the core package and of their own namespace.
/// </summary>
internal static class SnippetCompiler
{
    private const string ProgramUsings = ImplicitUsings.Text + "global using static EppClient.PackageTests.Snippets.Prelude;\n";

    private const string CoreUsings = """
        global using EppClient;
        global using EppClient.Commands;
        """;

    // C# 14, the language of emitted code, is a preview in this Roslyn version.
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview);

    // The SDK also does not report a package that was built against an earlier .NET.
    private static readonly Dictionary<string, ReportDiagnostic> NotInProjects = new(StringComparer.Ordinal) { ["CS1701"] = ReportDiagnostic.Suppress };

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
        [new PoolLifetimeAnalyzer(), new PollAcknowledgeAnalyzer(), new UnknownOutcomeRetryAnalyzer(), new NameServerChangeAnalyzer(), new IgnoredPendingAnalyzer()];

    private static readonly string[] TestOnly = ["xunit", "FluentAssertions", "Microsoft.CodeAnalysis", "EppClient.PackageTests", "EppClient.TestSupport", "EppClient.SchemaGenerator", "EppClient.Analyzers"];

    private static readonly IReadOnlyList<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => !TestOnly.Any(name => Path.GetFileName(path).StartsWith(name, StringComparison.OrdinalIgnoreCase)))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    // Each snippet is added to this compilation, so that the symbols of all references are created once. This requires a constant name.
    private static readonly CSharpCompilation WithoutSnippet = CSharpCompilation.Create(
        "Snippet",
        [CSharpSyntaxTree.ParseText(ProgramUsings, ParseOptions), CSharpSyntaxTree.ParseText(ReadPrelude(), ParseOptions)],
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, specificDiagnosticOptions: NotInProjects));

    /// <summary>Returns the errors and warnings of the compiler and of the analyzers of the package, each with file and line.</summary>
    public static async Task<IReadOnlyList<string>> ProblemsAsync(Snippet snippet) =>
    [
        .. (await Compile(snippet).WithAnalyzers(Analyzers).GetAllDiagnosticsAsync())
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Select(Describe),
    ];

    private static Compilation Compile(Snippet snippet)
    {
        // The empty lines move the code to its line in the file.
        var code = new string('\n', snippet.Line - 1) + snippet.Code;
        var tree = CSharpSyntaxTree.ParseText(code, ParseOptions, snippet.Path);
        var isProgram = tree.GetCompilationUnitRoot().Members.OfType<GlobalStatementSyntax>().Any();
        var compilation = WithoutSnippet
            .WithOptions(WithoutSnippet.Options.WithOutputKind(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary))
            .AddSyntaxTrees([tree, .. DocCommentUsings(snippet.Namespace)]);
        return PageSchemas.AddTo(compilation, snippet.Path);
    }

    private static IEnumerable<SyntaxTree> DocCommentUsings(string? surrounding)
    {
        if (surrounding is null)
        {
            return [];
        }

        var own = $"global using {surrounding};";
        return [CSharpSyntaxTree.ParseText(CoreUsings.Contains(own, StringComparison.Ordinal) ? CoreUsings : $"{own}\n{CoreUsings}", ParseOptions)];
    }

    private static string Describe(Diagnostic diagnostic)
    {
        var position = diagnostic.Location.GetLineSpan();
        return $"{position.Path}({position.StartLinePosition.Line + 1}): {diagnostic.Id}: {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}";
    }

    private static string ReadPrelude()
    {
        using var reader = new StreamReader(typeof(SnippetCompiler).Assembly.GetManifestResourceStream("Prelude.cs")!);
        return reader.ReadToEnd();
    }
}
