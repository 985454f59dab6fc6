using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EppClient.Conformance.Generation;

/// <summary>The metadata of the schema files: all of each is emitted, whatever EppClient has of it already.</summary>
internal sealed class SchemaFileOptions : AnalyzerConfigOptionsProvider
{
    /// <summary>Where the types of the given schemas go.</summary>
    public const string Namespace = "Generated";

    /// <summary>Where the types of the bundled schemas go.</summary>
    public const string BundledNamespace = "Generated.Bundled";

    private const string Metadata = "build_metadata.AdditionalFiles.";

    private static readonly Options None = new([]);

    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(new() { ["build_property.RootNamespace"] = Namespace });

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => None;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Options(new()
    {
        [Metadata + "EppSchema"] = "true",
        [Metadata + "Emit"] = "All",
        [Metadata + "ClrNamespace"] = textFile is SchemaFile { IsBundled: true } ? BundledNamespace : Namespace,
    });

    private sealed class Options(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
