using System.Buffers;
using System.Text;
using EppClient.Xml;

namespace EppClient.Tests.Xml;

internal static class XmlText
{
    public static string Write(Action<EppXmlWriter> write, EppXmlDialect? dialect = null)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new EppXmlWriter(buffer, dialect ?? EppXmlDialect.Standard);
        write(writer);
        writer.Complete();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static EppXmlReader Read(string xml, EppXmlDialect? dialect = null) => Read(Encoding.UTF8.GetBytes(xml), dialect);

    public static EppXmlReader Read(byte[] xml, EppXmlDialect? dialect = null) =>
        new(xml, dialect ?? EppXmlDialect.Standard) { Mode = EppReadMode.Strict };
}
