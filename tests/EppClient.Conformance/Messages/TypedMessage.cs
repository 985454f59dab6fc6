using System.Buffers;
using EppClient.Xml;

namespace EppClient.Conformance.Messages;

/// <summary>Converts documents to generated types and back.</summary>
internal static class TypedMessage
{
    public static IEppElement Read(byte[] document, EppSchemaSet schemas)
    {
        using var reader = new EppXmlReader(document, EppXmlDialect.Standard, schemas) { Mode = EppReadMode.Strict };
        var element = schemas.Read(reader);
        reader.ReadToEnd();
        return element;
    }

    public static byte[] Write(IEppElement element)
    {
        var output = new ArrayBufferWriter<byte>();
        using var writer = new EppXmlWriter(output, EppXmlDialect.Standard);
        element.Write(writer);
        writer.Complete();
        return output.WrittenSpan.ToArray();
    }
}
