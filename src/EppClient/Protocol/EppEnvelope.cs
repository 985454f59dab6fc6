using System.Buffers;
using EppClient.Xml;

namespace EppClient.Protocol;

/// <summary>The outermost element of every message.</summary>
public static class EppEnvelope
{
    /// <summary>Writes a message.</summary>
    /// <param name="dialect">How the registry spells things.</param>
    /// <param name="body">Writes what stands inside the <c>epp</c> element.</param>
    /// <returns>The document in UTF-8.</returns>
    /// <exception cref="EppValidationException">A value breaks its schema type.</exception>
    public static ReadOnlyMemory<byte> Write(EppXmlDialect dialect, Action<EppXmlWriter> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var writer = new EppXmlWriter(buffer, dialect);
        writer.StartElement(EppNamespaces.Epp, "epp");
        body(writer);
        writer.EndElement();
        writer.Complete();
        return buffer.WrittenMemory;
    }
}
