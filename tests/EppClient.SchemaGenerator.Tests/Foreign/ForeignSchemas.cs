using System.Text.Json;
using System.Xml.Linq;
using EppClient.SchemaGenerator.Tests.Support;
using EppClient.TestSupport.Generation;

namespace EppClient.SchemaGenerator.Tests.Foreign;

/// <summary>The sets of schemas of the corpus: those of the IETF and of third-party registries.</summary>
internal static class ForeignSchemas
{
    /// <summary>Loads a set, with the schemas of the IETF for missing namespaces, as used by the corpus to validate its messages.</summary>
    public static SchemaItem[] LoadWithIetf(string set)
    {
        var own = Load(set);
        var known = own.Select(TargetNamespace).ToHashSet();
        return [.. own, .. Load("ietf").Where(i => !known.Contains(TargetNamespace(i)))];
    }

    public static SchemaItem[] Load(string set, params (string Name, string Value)[] metadata)
    {
        var folder = Path.Combine(Repository.Corpus, "xsd");
        using var sets = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "sets.json")));
        return
        [
            .. sets.RootElement.GetProperty(set).GetProperty("files").EnumerateArray()
                .Select(f => f.GetString()!)
                .Where(f => Path.GetFileName(f) != "epp.xsd")
                .Select(f => new SchemaItem(f, File.ReadAllText(Path.Combine(folder, f)), metadata)),
        ];
    }

    private static string TargetNamespace(SchemaItem item) =>
        XDocument.Parse(item.GetText().ToString()).Root!.Attribute("targetNamespace")!.Value;
}
