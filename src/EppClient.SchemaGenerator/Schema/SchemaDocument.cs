using System.Xml;

namespace EppClient.SchemaGenerator.Schema;

/// <summary>Opens schema files: no file or network access, limited size.</summary>
internal static class SchemaDocument
{
    private const int MaxCharacters = 4 * 1024 * 1024;

    // A document type is passed over unread: W3C's schema for signatures, which launch-1.0 needs, begins with one. No entity of it
    // is known afterwards, so that nothing can be expanded or fetched.
    public static XmlReader Open(string text, string baseUri) => XmlReader.Create(
        new StringReader(text),
        new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersInDocument = MaxCharacters },
        baseUri);

    public static SchemaIssue Broken(SchemaSource source, int line, int column, string message) =>
        SchemaIssue.Create(IssueIds.SchemaDoesNotCompile, new SourceLine(source.Path, line, column), message.TrimEnd('.'));

    public static SchemaIssue Broken(SchemaSource source, IXmlLineInfo at, string message) => Broken(source, at.LineNumber, at.LinePosition, message);
}
