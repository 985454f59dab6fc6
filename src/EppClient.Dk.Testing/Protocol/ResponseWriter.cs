using System.Globalization;
using EppClient.Xml;

namespace EppClient.Dk.Testing.Protocol;

/// <summary>Writes responses.</summary>
internal static class ResponseWriter
{
    public static ReadOnlyMemory<byte> Write(ServerResponse response, EppXmlDialect dialect) => EppEnvelope.Write(dialect, writer =>
    {
        writer.StartElement(EppNamespaces.Epp, "response");
        WriteResult(writer, response);
        WriteQueue(writer, response.Queue);
        WriteGroup(writer, "resData", [.. response.Data.Select(element => (Action<EppXmlWriter>)element.Write)]);
        WriteGroup(writer, "extension", response.Extensions);
        writer.Element(EppNamespaces.Epp, "trID", new EppTransactionId
        {
            ClientTransactionId = response.ClientTransactionId,
            ServerTransactionId = response.ServerTransactionId,
        });
        writer.EndElement();
    });

    private static void WriteResult(EppXmlWriter writer, ServerResponse response)
    {
        writer.StartElement(EppNamespaces.Epp, "result");
        writer.Attribute("code", response.Code.ToString(CultureInfo.InvariantCulture), EppSimpleType.Token, "code");
        Text(writer, "msg", response.Message);
        foreach (var reason in response.Reasons)
        {
            writer.StartElement(EppNamespaces.Epp, "extValue");
            writer.StartElement(EppNamespaces.Epp, "value");

            // RFC 5730, section 2.6: the fault is not that of one element, or the element cannot be repeated unchanged.
            writer.EmptyElement(EppNamespaces.Epp, "undef");
            writer.EndElement();
            Text(writer, "reason", reason);
            writer.EndElement();
        }

        writer.EndElement();
    }

    private static void WriteQueue(EppXmlWriter writer, ServerQueue? queue)
    {
        if (queue is null)
        {
            return;
        }

        writer.StartElement(EppNamespaces.Epp, "msgQ");
        writer.Attribute("count", queue.Count, EppSimpleType.Token, "count");
        writer.Attribute("id", queue.Id, EppSimpleType.Token, "id");
        writer.Element(EppNamespaces.Epp, "qDate", queue.Queued, EppSimpleType.Token, "qDate");
        if (queue.Text is { } text)
        {
            Text(writer, "msg", text);
        }

        writer.EndElement();
    }

    private static void WriteGroup(EppXmlWriter writer, string localName, IReadOnlyList<Action<EppXmlWriter>> elements)
    {
        if (elements.Count == 0)
        {
            return;
        }

        writer.StartElement(EppNamespaces.Epp, localName);
        foreach (var write in elements)
        {
            write(writer);
        }

        writer.EndElement();
    }

    private static void Text(EppXmlWriter writer, string localName, string text) =>
        writer.Element(EppNamespaces.Epp, localName, ClientText.Writable(text), EppSimpleType.NormalizedString, localName);
}
