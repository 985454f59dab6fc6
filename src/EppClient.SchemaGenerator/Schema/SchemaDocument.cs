using System.Xml;

namespace EppClient.SchemaGenerator.Schema;

/// <summary>Opens schema files without file or network access, with a limited size.</summary>
internal static class SchemaDocument
{
    private const int MaxCharacters = 4 * 1024 * 1024;

    // A document type declaration is ignored: W3C's schema for signatures, which launch-1.0 needs, begins with one. Its entities are unknown afterwards, so
    // nothing can be expanded or fetched.
    public static XmlReader Open(string text, string baseUri) => XmlReader.Create(
        new StringReader(text),
        new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersInDocument = MaxCharacters },
        baseUri);

    public static SchemaIssue Broken(SchemaSource source, int line, int column, string message) =>
        SchemaIssue.Create(IssueIds.SchemaDoesNotCompile, new SourceLine(source.Path, line, column), message.TrimEnd('.'));

    public static SchemaIssue Broken(SchemaSource source, IXmlLineInfo at, string message) => Broken(source, at.LineNumber, at.LinePosition, message);
}
