using System.Collections.Immutable;
using System.Reflection;
using EppClient.SchemaGenerator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EppClient.Conformance.Generation;

/// <summary>One run of the generator over schemas, and of the compiler over the emitted code.</summary>
internal sealed class GeneratorRun
{
    // The types are from a different version of the schema: the messages show whether that matters.
    private const string CopyDiffers = "EPP1011";

    // C# 14 is a preview in this Roslyn version, the minimum supported one.
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview);

    // A project refers to EppClient; packages of one registry, which this process may have loaded, contain additional types.
    private static readonly IReadOnlyList<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => !Path.GetFileName(p).StartsWith("EppClient.", StringComparison.Ordinal) || Path.GetFileName(p) == "EppClient.dll")
            .Select(p => MetadataReference.CreateFromFile(p)),
    ];

    private readonly IReadOnlyList<SchemaFile> _schemas;
    private readonly ImmutableArray<Diagnostic> _ofGenerator;
    private readonly IReadOnlyList<Diagnostic> _ofCompiler;

    private GeneratorRun(
        IReadOnlyList<SchemaFile> schemas, ImmutableArray<Diagnostic> ofGenerator, IReadOnlyList<Diagnostic> ofCompiler, Assembly? assembly)
    {
        _schemas = schemas;
        _ofGenerator = ofGenerator;
        _ofCompiler = ofCompiler;
        Assembly = assembly;
    }

    /// <summary>The emitted types; null if the code does not compile.</summary>
    public Assembly? Assembly { get; }

    public IEnumerable<Problem> Problems => _ofGenerator.Concat(_ofCompiler).Where(d => d.Severity >= DiagnosticSeverity.Warning).Select(Describe);

    public static GeneratorRun Of(IReadOnlyList<SchemaFile> schemas, bool emitsAll)
    {
        var compilation = CSharpCompilation.Create(
            "Generated" + Guid.NewGuid().ToString("N"),
            references: References,
            options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create([new EppSchemaGenerator().AsSourceGenerator()], schemas, ParseOptions, new SchemaFileOptions(emitsAll))
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out var diagnostics);
        using var image = new MemoryStream();
        var result = output.Emit(image);
        return new GeneratorRun(
            schemas,
            diagnostics,
            [.. result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)],
            result.Success ? Assembly.Load(image.ToArray()) : null);
    }

    /// <summary>The schemas of which not everything became C# that compiles.</summary>
    public IEnumerable<SchemaFile> FaultySchemas()
    {
        var paths = _ofGenerator.Where(IsFault).Select(d => d.Location.GetLineSpan().Path).ToHashSet();
        var literals = _ofCompiler.SelectMany(LiteralsAround).ToHashSet();

        // If the schema of the failing code is unknown, all schemas count as failed.
        var isUnknown = _ofCompiler.Any(d => !LiteralsAround(d).Any(l => _schemas.Any(s => s.TargetNamespace == l)))
            || _ofGenerator.Any(d => IsFault(d) && d.Location == Location.None);
        return _schemas.Where(s => !s.IsBundled && (isUnknown || paths.Contains(s.Path) || literals.Contains(s.TargetNamespace)));
    }

    private static IEnumerable<string> LiteralsAround(Diagnostic fault) => fault.Location.SourceTree is not { } tree
        ? []
        : tree.GetRoot().DescendantNodes().OfType<LiteralExpressionSyntax>()
            .Where(l => l.IsKind(SyntaxKind.StringLiteralExpression))
            .Select(l => l.Token.ValueText);

    private static Problem Describe(Diagnostic found)
    {
        var span = found.Location.GetLineSpan();
        var text = $"{(found.Severity == DiagnosticSeverity.Error ? "error" : "warning")} {found.Id}: {found.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}";
        var problem = span.IsValid
            ? new Problem(span.Path, span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1, text)
            : new Problem("(generator)", text);
        return problem with { IsNote = found.Id == CopyDiffers };
    }

    private static bool IsFault(Diagnostic found) => found.Severity >= DiagnosticSeverity.Warning && found.Id != CopyDiffers;
}
