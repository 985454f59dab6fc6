using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EppClient.Conformance.Generation;

/// <summary>
/// The metadata of the schema files: only a namespace, as in a project. A project does not compile the envelope; here its types
/// read whole messages.
/// </summary>
/// <param name="emitsAll">Whether all of each schema is emitted, even if EppClient has types of it.</param>
internal sealed class SchemaFileOptions(bool emitsAll) : AnalyzerConfigOptionsProvider
{
    /// <summary>The C# namespace of the types of the given schemas.</summary>
    public const string Namespace = "Generated";

    /// <summary>The C# namespace of the types of the bundled schemas.</summary>
    public const string BundledNamespace = "Generated.Bundled";

    private const string Metadata = "build_metadata.AdditionalFiles.";

    private static readonly Options None = new([]);

    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(new() { ["build_property.RootNamespace"] = Namespace });

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => None;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile)
    {
        var isBundled = textFile is SchemaFile { IsBundled: true };
        var metadata = new Dictionary<string, string>
        {
            [Metadata + "EppSchema"] = "true",
            [Metadata + "ClrNamespace"] = isBundled ? BundledNamespace : Namespace,
        };
        if (emitsAll || isBundled || textFile is SchemaFile { TargetNamespace: EppNamespaces.Epp })
        {
            metadata[Metadata + "Emit"] = "All";
        }

        return new Options(metadata);
    }

    private sealed class Options(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
