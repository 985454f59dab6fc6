using System.Collections.Concurrent;
using System.Xml.Linq;
using EppClient.TestSupport.Generation;
using Microsoft.CodeAnalysis;

namespace EppClient.SchemaGenerator.Tests.Support;

/// <summary>A project of the repository, compiled in memory from its sources and the schemas in its project file.</summary>
internal static class ShippedProject
{
    private static readonly ConcurrentDictionary<string, Lazy<GeneratorRun>> Runs = new();

    public static GeneratorRun Compile(string name) => Runs.GetOrAdd(name, n => new Lazy<GeneratorRun>(() => Run(n))).Value;

    private static GeneratorRun Run(string name)
    {
        var folder = Path.Combine(Repository.Root, "src", name);
        var trees = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(f => GeneratorRun.Parse(File.ReadAllText(f), Path.GetRelativePath(folder, f)))
            .Prepend(GeneratorRun.Parse(ImplicitUsings.Text, "Usings.cs"));
        return GeneratorRun.Of(trees, GeneratorRun.References(without: [name, "EppClient.Testing", "EppClient.Dk.Testing"]), [.. Items(folder, name)]);
    }

    private static IEnumerable<SchemaItem> Items(string folder, string name) => XDocument.Load(Path.Combine(folder, name + ".csproj"))
        .Descendants("EppSchema")
        .Select(item => (Path: item.Attribute("Include")!.Value, Item: item))
        .Select(i => new SchemaItem(
            Path.GetFileName(i.Path),
            File.ReadAllText(Path.Combine(folder, i.Path)),
            [.. i.Item.Attributes().Where(a => a.Name.LocalName != "Include").Select(a => (a.Name.LocalName, a.Value))]));
}
