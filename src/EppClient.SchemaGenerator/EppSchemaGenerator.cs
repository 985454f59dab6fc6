using EppClient.SchemaGenerator.Declarations;
using EppClient.SchemaGenerator.Diagnostics;
using EppClient.SchemaGenerator.Emit;
using EppClient.SchemaGenerator.Planning;
using EppClient.SchemaGenerator.Schema;
using Microsoft.CodeAnalysis;

namespace EppClient.SchemaGenerator;

/// <summary>Generates C# from the XML schemas of EPP registries: one record for each element, with its reader and writer.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class EppSchemaGenerator : IIncrementalGenerator
{
    private const string AttributeNamespace = "EppClient.Xml.";
    private const string ProjectFile = "build_property.MSBuildProjectFullPath";
    private const string Metadata = "build_metadata.AdditionalFiles.";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var isEnabled = context.AnalyzerConfigOptionsProvider.Select(static (options, _) =>
            !options.GlobalOptions.TryGetValue("build_property.EppSchemaGeneratorEnabled", out var value)
            || !value.Equals("false", StringComparison.OrdinalIgnoreCase));
        var fallbackNamespace = context.AnalyzerConfigOptionsProvider.Select(static (options, _) =>
            options.GlobalOptions.TryGetValue("build_property.RootNamespace", out var value) ? value : string.Empty);

        var model = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Combine(isEnabled)
            .Select(static (input, token) => input.Right ? ReadSource(input.Left.Left, input.Left.Right, token) : null)
            .Where(static source => source is not null)
            .WithTrackingName(TrackingNames.ReadSchema)
            .Collect()
            .Select(static (sources, _) => SchemaCompiler.Compile([.. sources.OfType<SchemaSource>()]))
            .WithTrackingName(TrackingNames.CompileSchemas);

        var located = Declarations(context, "EppElementAttribute", DeclarationKind.Element)
            .Combine(Declarations(context, "EppTypeAttribute", DeclarationKind.Type))
            .Combine(Declarations(context, "EppExtensionGroupAttribute", DeclarationKind.Group))
            .Select(static (found, _) => found.Left.Left.Concat(found.Left.Right).Concat(found.Right).ToEquatableArray());
        var declarations = located
            .Select(static (found, _) => found.Select(a => a.Declaration).ToEquatableArray())
            .WithTrackingName(TrackingNames.ReadDeclarations);

        // In a project without schemas, references are not examined.
        var provided = context.CompilationProvider
            .Combine(model)
            .Select(static (input, token) => input.Right.All(m => m.Namespaces.Count == 0) ? [] : ProvidedReader.Read(input.Left, token));

        var plans = model.Combine(declarations).Combine(provided).Combine(fallbackNamespace)
            .Select(static (input, _) =>
                ProjectPlanner.Plan(input.Left.Left.Left, input.Left.Left.Right, input.Left.Right, input.Right))
            .WithTrackingName(TrackingNames.PlanTypes);

        var drafts = plans.Select(static (set, _) => set.Files.Select(FileEmitter.Emit).ToEquatableArray()).WithTrackingName(TrackingNames.Drafts);

        // Every edit can add a type that hides one of another namespace. Usually it does not, and then nothing is emitted again.
        var names = context.CompilationProvider
            .Combine(drafts.Select(static (files, _) => NameLookup.Of(files)))
            .Select(static (input, token) => ProjectNameReader.Read(input.Left, input.Right, token))
            .WithTrackingName(TrackingNames.ReadNames);

        context.RegisterSourceOutput(
            drafts.SelectMany(static (files, _) => files).WithTrackingName(TrackingNames.Files).Combine(names),
            static (output, input) => output.AddSource(input.Left.HintName, FileComposer.Compose(input.Left, input.Right)));
        context.RegisterSourceOutput(
            plans.Select(static (set, _) => set.Issues), static (output, issues) => IssueReporter.Report(output, issues));
        context.RegisterSourceOutput(
            located.Combine(model).Combine(provided).Combine(fallbackNamespace).Combine(isEnabled), static (output, input) =>
            {
                if (input.Right)
                {
                    var ((declarations, models), provided) = input.Left.Left;
                    DeclarationChecker.Report(output, declarations, models, provided, input.Left.Right);
                }
            });
    }

    private static SchemaSource? ReadSource(
        AdditionalText file, Microsoft.CodeAnalysis.Diagnostics.AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken)
    {
        var metadata = options.GetOptions(file);
        if (Value("EppSchema") != "true" || file.GetText(cancellationToken) is not { } text)
        {
            return null;
        }

        return new SchemaSource(file.Path, text.ToString(), SourceReader.Read(file.Path, Value) with { ProjectFile = options.GlobalOptions.TryGetValue(ProjectFile, out var project) ? project : null });

        string? Value(string name) => metadata.TryGetValue(Metadata + name, out var value) && value.Length > 0 ? value : null;
    }

    private static IncrementalValueProvider<EquatableArray<LocatedDeclaration>> Declarations(
        IncrementalGeneratorInitializationContext context, string attribute, DeclarationKind kind) =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName(AttributeNamespace + attribute, static (_, _) => true, (found, _) => DeclarationReader.Read(found, kind))
            .Collect()
            .Select(static (found, _) => found.OfType<LocatedDeclaration>().ToEquatableArray());
}
