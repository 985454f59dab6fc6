using System.Collections.Immutable;
using System.Reflection;
using EppClient.TestSupport.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace EppClient.SchemaGenerator.Tests.Support;

/// <summary>Runs the generator over schemas and code in memory.</summary>
internal sealed class GeneratorRun
{
    // C# 14 is a preview in this Roslyn version, the minimum supported one.
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview, DocumentationMode.Diagnose);

    // Loaded once: the compiler caches metadata in the reference. Excludes the package whose schemas are compiled here.
    private static readonly PortableExecutableReference[] All =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileNameWithoutExtension(path) != "EppClient.Iana")
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    // Most tests add their files to this compilation, so that the symbols of all references are created once. This requires a constant name.
    private static readonly CSharpCompilation WithoutFiles = Create("Generated", All);

    private readonly Lazy<(EmitResult Emitted, byte[] Image)> _emitted;

    private GeneratorRun(GeneratorDriver driver, Compilation input)
    {
        Driver = driver.RunGeneratorsAndUpdateCompilation(input, out var output, out var diagnostics);
        Input = input;
        Output = output;
        Diagnostics = diagnostics;
        _emitted = new(Emit);
    }

    public GeneratorDriver Driver { get; }

    public Compilation Input { get; }

    public Compilation Output { get; }

    /// <summary>The diagnostics of the generator.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>The emitted files by name.</summary>
    public IReadOnlyDictionary<string, string> Files => Driver.GetRunResult().Results[0].GeneratedSources
        .ToDictionary(s => s.HintName, s => s.SourceText.ToString());

    public static GeneratorRun Of(params SchemaItem[] items) => Of(string.Empty, items);

    public static GeneratorRun Of(string code, params SchemaItem[] items) => Of([Parse(code, "Code.cs")], References(), items);

    public static GeneratorRun Of(string code, AdditionalText[] files, params (string Name, string Value)[] properties) =>
        Of([Parse(code, "Code.cs")], References(), files, properties);

    public static GeneratorRun Of(
        IEnumerable<SyntaxTree> trees,
        IEnumerable<MetadataReference> references,
        IEnumerable<AdditionalText> files,
        params (string Name, string Value)[] properties)
    {
        var compilation = (ReferenceEquals(references, All) ? WithoutFiles : Create("Generated" + Guid.NewGuid().ToString("N"), references)).AddSyntaxTrees(trees);
        var driver = CSharpGeneratorDriver.Create(
            [new EppSchemaGenerator().AsSourceGenerator()],
            files,
            ParseOptions,
            new ItemOptions(properties.Append((Name: "RootNamespace", Value: "Generated")).DistinctBy(p => p.Name).ToDictionary(p => p.Name, p => p.Value)),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        return new GeneratorRun(driver, compilation);
    }

    public static SyntaxTree Parse(string code, string path) => CSharpSyntaxTree.ParseText(code, ParseOptions, path);

    /// <summary>Returns the assemblies of this process, without the given ones.</summary>
    public static IEnumerable<MetadataReference> References(params string[] without) =>
        without.Length == 0 ? All : All.Where(reference => !without.Contains(Path.GetFileNameWithoutExtension(reference.FilePath)));

    /// <summary>Runs again with another compilation, so that the pipeline can use its caches.</summary>
    public GeneratorRun Again(Func<Compilation, Compilation> edit) => new(Driver, edit(Input));

    /// <summary>Runs again with one schema replaced.</summary>
    public GeneratorRun Again(SchemaItem old, SchemaItem changed) => new(Driver.ReplaceAdditionalText(old, changed), Input);

    /// <summary>The errors and warnings of the compiler in the emitted code and the rest.</summary>
    public IEnumerable<Diagnostic> CompilerFaults() =>
        _emitted.Value.Emitted.Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning && d.Id is not "CS1591" and not "CS1701" and not "CS1702");

    public Assembly Load()
    {
        var (result, image) = _emitted.Value;
        result.Success.Should().BeTrue(string.Join("\n", result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Take(5)));
        return Assembly.Load(image);
    }

    private static CSharpCompilation Create(string name, IEnumerable<MetadataReference> references) => CSharpCompilation.Create(
        name,
        references: references,
        options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true, warningLevel: 9999));

    private (EmitResult Emitted, byte[] Image) Emit()
    {
        using MemoryStream image = new(), documentation = new();
        var result = Output.Emit(image, xmlDocumentationStream: documentation);
        return (result, image.ToArray());
    }
}
