using System.Globalization;
using System.Xml;
using System.Xml.Schema;
using EppClient.Conformance.Generation;

namespace EppClient.Conformance.Messages;

/// <summary>The schemas for an independent validator: that of the framework, without the generator.</summary>
internal static class ReferenceSchemas
{
    private const string UriPrefix = "file:///schema/";

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };

    /// <summary>Compiles all valid schemas; the generator has reported the errors of the others.</summary>
    public static XmlSchemaSet Compile(IReadOnlyList<SchemaFile> files)
    {
        while (true)
        {
            var set = TryCompile(files, out var broken);
            if (broken is null)
            {
                return set;
            }

            files = [.. files.Where(f => f != broken)];
        }
    }

    private static XmlSchemaSet TryCompile(IReadOnlyList<SchemaFile> files, out SchemaFile? broken)
    {
        var schemas = files.Select((f, i) => (File: f, Schema: Parse(f, UriPrefix + i.ToString(CultureInfo.InvariantCulture)))).ToList();
        broken = schemas.Find(s => s.Schema is null).File;
        var set = new XmlSchemaSet { XmlResolver = null };
        if (broken is not null)
        {
            return set;
        }

        SchemaFile? blamed = null;
        set.ValidationEventHandler += (_, e) => blamed ??= e.Severity == XmlSeverityType.Error ? FileOf(e.Exception, files) : null;
        var included = schemas.SelectMany(s => s.Schema!.Includes.Cast<XmlSchemaExternal>().Select(i => Resolve(i, s.File, schemas))).ToHashSet();
        foreach (var (_, schema) in schemas.Where(s => !included.Contains(s.Schema)))
        {
            set.Add(schema!);
        }

        set.Compile();
        broken = blamed;
        return set;
    }

    private static SchemaFile FileOf(XmlSchemaException fault, IReadOnlyList<SchemaFile> files)
    {
        var uri = fault.SourceUri ?? fault.SourceSchemaObject?.SourceUri;
        return uri is null ? files[0] : files[int.Parse(uri[UriPrefix.Length..], CultureInfo.InvariantCulture)];
    }

    private static XmlSchema? Parse(SchemaFile file, string uri)
    {
        var isBroken = false;
        try
        {
            using var reader = XmlReader.Create(new StringReader(file.Text), Settings, uri);
            reader.MoveToContent();
            // Content after the schema is not part of it.
            using var root = reader.ReadSubtree();
            var schema = XmlSchema.Read(root, (_, e) => isBroken |= e.Severity == XmlSeverityType.Error);
            return isBroken ? null : schema;
        }
        catch (Exception e) when (e is XmlException or XmlSchemaException)
        {
            return null;
        }
    }

    // Imports are resolved in the set by namespace; an include names a file next to the including file.
    private static XmlSchema? Resolve(XmlSchemaExternal reference, SchemaFile from, List<(SchemaFile File, XmlSchema? Schema)> schemas)
    {
        var location = reference.SchemaLocation ?? string.Empty;
        reference.SchemaLocation = null;
        if (reference is XmlSchemaImport)
        {
            return null;
        }

        var beside = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(from.Path) ?? string.Empty, location));
        reference.Schema = schemas.Find(s => Path.GetFullPath(s.File.Path) == beside).Schema
            ?? schemas.Find(s => Path.GetFileName(s.File.Path) == Path.GetFileName(location)).Schema;
        return reference.Schema;
    }
}
