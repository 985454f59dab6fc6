using System.Buffers;
using System.Text;
using EppClient.Xml;

namespace EppClient.SchemaGenerator.Tests.Support;

/// <summary>Writes elements to text and reads them back.</summary>
internal static class Wire
{
    private const string Declaration = """<?xml version="1.0" encoding="utf-8" standalone="no"?>""";

    public static EppXmlReader Reader(string xml, EppXmlDialect? dialect = null, EppSchemaSet? schemas = null) =>
        new(Encoding.UTF8.GetBytes(xml), dialect ?? EppXmlDialect.Standard, schemas) { Mode = EppReadMode.Strict };

    public static IEppElement Read(EppSchema schema, string xml, EppXmlDialect? dialect = null)
    {
        using var reader = Reader(xml, dialect);
        return schema.Read(reader) ?? throw new InvalidOperationException("The schema does not know the element.");
    }

    public static string Write(IEppElement element, EppXmlDialect? dialect = null) => Write(element.Write, dialect);

    public static string Write(Action<EppXmlWriter> write, EppXmlDialect? dialect = null)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new EppXmlWriter(output, dialect ?? EppXmlDialect.Standard))
        {
            write(writer);
            writer.Complete();
        }

        var text = Encoding.UTF8.GetString(output.WrittenSpan);
        return text.StartsWith(Declaration, StringComparison.Ordinal) ? text[Declaration.Length..] : text;
    }
}
