using System.Xml.Linq;
using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Sets;

/// <summary>The files that a file includes or redefines.</summary>
internal static class Inclusions
{
    public static bool IsRedefinition(XElement reference) =>
        reference.Name == SchemaFile.Xsd + "redefine" || reference.Name == SchemaFile.Xsd + "override";

    public static IEnumerable<(XElement Reference, SchemaSource? Found)> Of(SchemaFile file, FileFinder finder) => file.Root.Elements()
        .Where(e => e.Name == SchemaFile.Xsd + "include" || IsRedefinition(e))
        .Select(e => (e, Find(e, file, finder)));

    public static SchemaSource? Find(XElement reference, SchemaFile file, FileFinder finder) =>
        finder.Find(reference.Attribute("schemaLocation")?.Value ?? string.Empty, file.Source);
}
