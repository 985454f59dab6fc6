using System.Xml;

namespace EppClient.Conformance;

/// <summary>Finds the namespaces in documents.</summary>
internal static class NamespacesIn
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };

    public static HashSet<string> Text(string xml)
    {
        using var reader = XmlReader.Create(new StringReader(xml), Settings);
        return Of(reader);
    }

    /// <summary>Returns the target namespace of a schema; empty if it has none, or is not well-formed.</summary>
    public static string TargetOf(string schema)
    {
        using var reader = XmlReader.Create(new StringReader(schema), Settings);
        try
        {
            return reader.MoveToContent() == XmlNodeType.Element ? reader.GetAttribute("targetNamespace") ?? string.Empty : string.Empty;
        }
        catch (XmlException)
        {
            return string.Empty;
        }
    }

    /// <summary>Returns the files that a schema includes, as named in the schema.</summary>
    public static IReadOnlyList<string> IncludesOf(string schema)
    {
        var found = new List<string>();
        using var reader = XmlReader.Create(new StringReader(schema), Settings);
        try
        {
            while (reader.Read())
            {
                if (reader is { NodeType: XmlNodeType.Element, LocalName: "include", NamespaceURI: "http://www.w3.org/2001/XMLSchema" } && reader.GetAttribute("schemaLocation") is { } location)
                {
                    found.Add(location);
                }
            }
        }
        catch (XmlException)
        {
            // The check of the file reports malformed content.
        }

        return found;
    }

    public static HashSet<string> Files(IEnumerable<string> paths)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            using var reader = XmlReader.Create(File.OpenRead(path), Settings);
            found.UnionWith(Of(reader));
        }

        return found;
    }

    private static HashSet<string> Of(XmlReader reader)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            while (reader.Read())
            {
                for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
                {
                    if (reader.NamespaceURI == "http://www.w3.org/2000/xmlns/")
                    {
                        found.Add(reader.Value);
                    }
                }
            }
        }
        catch (XmlException)
        {
            // The check of the file reports malformed content.
        }

        return found;
    }
}
