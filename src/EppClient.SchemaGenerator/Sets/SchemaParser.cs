using System.Xml;
using System.Xml.Linq;
using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Sets;

/// <summary>Parses schema files into trees.</summary>
internal static class SchemaParser
{
    // The schema compiler is recursive; published schemas have about 20 levels.
    private const int MaxDepth = 200;

    /// <summary>Parses a schema; adds an issue and returns null if it is invalid.</summary>
    /// <param name="source">The file.</param>
    /// <param name="uri">The name of the file in the compiled components.</param>
    /// <param name="issues">Receives the issues.</param>
    /// <param name="includedBy">The namespace that a file without a namespace gets.</param>
    public static SchemaFile? Parse(SchemaSource source, string uri, List<SchemaIssue> issues, string? includedBy = null)
    {
        if (Load(source, uri, issues) is not { } root)
        {
            return null;
        }

        if (root.Name != SchemaFile.Xsd + "schema")
        {
            issues.Add(SchemaDocument.Broken(source, root, $"its root is '{root.Name.LocalName}' of the namespace '{root.Name.NamespaceName}', not an XML schema (xs:schema)"));
            return null;
        }

        if (root.DescendantsAndSelf().FirstOrDefault(e => IsTooDeep(e)) is { } deep)
        {
            issues.Add(SchemaDocument.Broken(source, deep, $"it is nested more than {MaxDepth} levels deep"));
            return null;
        }

        var declared = root.Attribute("targetNamespace")?.Value.Trim() ?? string.Empty;
        if (declared.Length == 0 && includedBy is { Length: > 0 })
        {
            TakeOn(root, includedBy);
            declared = includedBy;
        }

        Tidy(root);
        return new SchemaFile(source, root, declared, uri);
    }

    private static XElement? Load(SchemaSource source, string uri, List<SchemaIssue> issues)
    {
        var text = WithoutDeclaration(source.Text);
        try
        {
            return Load(text, uri);
        }
        catch (XmlException e)
        {
            if (BehindRoot(text) is { } end)
            {
                // All declarations are before it.
                issues.Add(SchemaIssue.Create(IssueIds.TextAfterRoot, new SourceLine(source.Path, e.LineNumber, e.LinePosition)));
                return Load(text.Substring(0, end), uri);
            }

            issues.Add(SchemaDocument.Broken(source, e.LineNumber, e.LinePosition, e.Message));
            return null;
        }
    }

    private static XElement Load(string text, string uri)
    {
        using var reader = SchemaDocument.Open(text, uri);
        return XElement.Load(reader, LoadOptions.SetLineInfo | LoadOptions.SetBaseUri);
    }

    /// <summary>The end of the root element if content follows it; null if the fault is inside the root element.</summary>
    private static int? BehindRoot(string text)
    {
        using var reader = SchemaDocument.Open(text, string.Empty);
        (int Line, int Column)? end = null;
        try
        {
            while (reader.Read())
            {
                if (reader is { Depth: 0, NodeType: XmlNodeType.EndElement } and IXmlLineInfo place)
                {
                    end = (place.LineNumber, place.LinePosition);
                }
            }
        }
        catch (XmlException)
        {
            return end is { } found ? text.IndexOf('>', Offset(text, found.Line, found.Column)) + 1 : null;
        }

        return null;
    }

    private static int Offset(string text, int line, int column)
    {
        var start = 0;
        for (var i = 1; i < line; i++)
        {
            var end = text.IndexOfAny(['\r', '\n'], start);
            start = end + (text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? 2 : 1);
        }

        return start + column - 1;
    }

    // The text is already decoded, so the declaration is not needed; without it, a preceding byte order mark or empty lines, as in published files, do no harm.
    // Blanks replace it, to preserve lines and columns.
    private static string WithoutDeclaration(string text)
    {
        var start = text.Length - text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n').Length;
        var end = text.IndexOf("?>", start, StringComparison.Ordinal) + 2;
        var isDeclared = end > 1 && string.CompareOrdinal(text, start, "<?xml ", 0, 6) == 0;
        var blank = new string([.. text.Take(isDeclared ? end : start).Select(c => c is '\r' or '\n' ? c : ' ')]);
        return blank + text.Substring(blank.Length);
    }

    private static bool IsTooDeep(XElement element) => !element.HasElements && element.Ancestors().Skip(MaxDepth).Any();

    // Names without a prefix refer to the file's own components, which are now in the including namespace.
    private static void TakeOn(XElement root, string targetNamespace)
    {
        root.SetAttributeValue("targetNamespace", targetNamespace);
        if (root.GetDefaultNamespace() == XNamespace.None)
        {
            root.SetAttributeValue("xmlns", targetNamespace);
        }
    }

    // Removes identity constraints and other parts of the root element that do not affect types, but keeps the defaults.
    private static void Tidy(XElement root)
    {
        if (root.Attribute("targetNamespace") is { } target && target.Value.Trim().Length == 0)
        {
            target.Remove();
        }

        root.Attributes().Where(a => a is { IsNamespaceDeclaration: false, Name.LocalName: "id" or "version" or "lang" }).Remove();
        root.Descendants().Where(e => e.Name.Namespace == SchemaFile.Xsd && e.Name.LocalName is "key" or "keyref" or "unique").Remove();
    }
}
