using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EppClient.TestSupport.Generation;

/// <summary>The items and properties that MSBuild passes to the compiler.</summary>
public sealed class ItemOptions(IReadOnlyDictionary<string, string> properties) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(properties, "build_property.");

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Options(new Dictionary<string, string>(), string.Empty);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => textFile is SchemaItem item
        ? new Options(item.Metadata.Append(new("EppSchema", "true")), "build_metadata.AdditionalFiles.")
        : new Options([], string.Empty);

    private sealed class Options(IEnumerable<KeyValuePair<string, string>> values, string prefix) : AnalyzerConfigOptions
    {
        private readonly Dictionary<string, string> _values = values.ToDictionary(v => prefix + v.Key, v => v.Value);

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => _values.TryGetValue(key, out value);
    }
}
