using System.Xml;
using System.Xml.Schema;

namespace EppClient.SchemaGenerator.Schema;

/// <summary>Parses schema files: no file or network access, limited size.</summary>
internal static class SchemaDocument
{
    private const int MaxCharacters = 4 * 1024 * 1024;

    // A document type is passed over unread: W3C's schema for signatures, which launch-1.0 needs, begins with one. No entity of it
    // is known afterwards, so that nothing can be expanded or fetched.
    public static XmlReader Open(string text, string baseUri) => XmlReader.Create(
        new StringReader(text),
        new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersInDocument = MaxCharacters },
        baseUri);

    /// <summary>Parses a schema; null, and an issue, where it is none.</summary>
    public static XmlSchema? Parse(SchemaSource source, string baseUri, List<SchemaIssue> issues)
    {
        try
        {
            using var reader = Open(source.Text, baseUri);
            var schema = XmlSchema.Read(reader, (_, e) => issues.Add(Broken(source, e.Exception.LineNumber, e.Exception.LinePosition, e.Message)));
            PatternKeeper.Hide(schema);
            return schema;
        }
        catch (XmlSchemaException e)
        {
            issues.Add(Broken(source, e.LineNumber, e.LinePosition, e.Message));
        }
        catch (XmlException e)
        {
            issues.Add(Broken(source, e.LineNumber, e.LinePosition, e.Message));
        }

        return null;
    }

    public static SchemaIssue Broken(SchemaSource source, int line, int column, string message) =>
        SchemaIssue.Create(IssueIds.SchemaDoesNotCompile, new SourceLine(source.Path, line, column), message);
}
