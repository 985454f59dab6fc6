using System.Xml.Linq;
using System.Xml.Schema;
using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Sets;

/// <summary>A message of the schema compiler, and its position.</summary>
/// <param name="File">The file.</param>
/// <param name="At">The element or attribute; null if it is unknown.</param>
/// <param name="Message">The message.</param>
internal sealed record Fault(SchemaFile File, XObject? At, string Message)
{
    public XElement? Element => At as XElement ?? At?.Parent;

    public SourceLine Line => At is null ? File.LineOf(File.Root) : File.LineOf(At);

    /// <summary>The global component that contains the fault.</summary>
    public Component? Component => Element?.AncestorsAndSelf().FirstOrDefault(e => e.Parent == File.Root) is { } declaration ? File.ComponentOf(declaration) : null;

    /// <summary>Locates a message; null if it has no file.</summary>
    public static Fault? Of(XmlSchemaException exception, string message, IEnumerable<SchemaFile> files)
    {
        var at = exception.SourceSchemaObject;
        var (line, column) = exception.LineNumber > 0 || at is null ? (exception.LineNumber, exception.LinePosition) : (at.LineNumber, at.LinePosition);
        var uri = string.IsNullOrEmpty(exception.SourceUri) ? at?.SourceUri : exception.SourceUri;
        return files.FirstOrDefault(f => f.Uri == uri) is { } file ? new Fault(file, Find(file.Root, line, column), message) : null;
    }

    // The last one that begins at or before the position.
    private static XObject? Find(XElement root, int line, int column)
    {
        XObject? found = null;
        foreach (var at in root.DescendantsAndSelf().SelectMany(e => e.Attributes().Cast<XObject>().Prepend(e)).Where(a => ((System.Xml.IXmlLineInfo)a).HasLineInfo()))
        {
            var info = (System.Xml.IXmlLineInfo)at;
            if (info.LineNumber == line && info.LinePosition == column)
            {
                return at;
            }

            if (info.LineNumber < line || (info.LineNumber == line && info.LinePosition < column))
            {
                found = at;
            }
        }

        return found;
    }
}
