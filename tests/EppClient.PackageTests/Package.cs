using System.IO.Compression;
using System.Xml.Linq;

namespace EppClient.PackageTests;

/// <summary>The content of a package file.</summary>
internal sealed record Package(IReadOnlyList<string> Files, XElement Manifest)
{
    /// <summary>The dependencies of the package: ids with the minimum version.</summary>
    public IEnumerable<string> Dependencies =>
        Manifest.Descendants().Where(element => element.Name.LocalName == "dependency")
            .Select(element => $"{element.Attribute("id")!.Value} {element.Attribute("version")!.Value}");

    public static Package Open(string file)
    {
        using var archive = ZipFile.OpenRead(file);
        using var manifest = archive.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        return new Package(
            [.. archive.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal)],
            XDocument.Load(manifest).Root!.Elements().Single(element => element.Name.LocalName == "metadata"));
    }

    /// <summary>The types of the package, such as <c>Template</c>; empty for a library.</summary>
    public IEnumerable<string> Types => Manifest.Descendants().Where(element => element.Name.LocalName == "packageType").Select(element => element.Attribute("name")!.Value);

    /// <summary>Reads a file of a package as text.</summary>
    public static string ReadText(string file, string entry)
    {
        using var archive = ZipFile.OpenRead(file);
        using var reader = new StreamReader(archive.GetEntry(entry)!.Open());
        return reader.ReadToEnd();
    }

    public string? Property(string name) => Manifest.Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value;
}
