using System.Xml;
using System.Xml.Schema;
using EppClient.Conformance.Generation;

namespace EppClient.Conformance.Messages;

/// <summary>The schemas as an independent validator takes them: the framework's, with nothing of the generator in between.</summary>
internal static class JudgingSchemas
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };

    public static XmlSchemaSet Compile(IReadOnlyList<SchemaFile> files)
    {
        var schemas = new Dictionary<SchemaFile, XmlSchema>();
        foreach (var file in files)
        {
            if (Parse(file) is { } schema)
            {
                schemas.Add(file, schema);
            }
        }

        var included = schemas.SelectMany(s => s.Value.Includes.Cast<XmlSchemaExternal>().Select(i => Resolve(i, s.Key, schemas))).ToHashSet();
        var set = new XmlSchemaSet { XmlResolver = null };

        // The generator has reported what is wrong with them; what compiles of them judges.
        set.ValidationEventHandler += (_, _) => { };
        foreach (var schema in schemas.Values.Where(s => !included.Contains(s)))
        {
            set.Add(schema);
        }

        set.Compile();
        return set;
    }

    private static XmlSchema? Parse(SchemaFile file)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(file.Text), Settings);
            return XmlSchema.Read(reader, (_, _) => { });
        }
        catch (Exception e) when (e is XmlException or XmlSchemaException)
        {
            return null;
        }
    }

    // Imports find their schema in the set by namespace; an include names a file, which lies beside the one that names it.
    private static XmlSchema? Resolve(XmlSchemaExternal reference, SchemaFile from, Dictionary<SchemaFile, XmlSchema> schemas)
    {
        var location = reference.SchemaLocation ?? string.Empty;
        reference.SchemaLocation = null;
        if (reference is XmlSchemaImport)
        {
            return null;
        }

        var beside = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(from.Path) ?? string.Empty, location));
        reference.Schema = schemas.FirstOrDefault(s => Path.GetFullPath(s.Key.Path) == beside).Value
            ?? schemas.FirstOrDefault(s => Path.GetFileName(s.Key.Path) == Path.GetFileName(location)).Value;
        return reference.Schema;
    }
}
