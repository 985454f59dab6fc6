using System.Text;
using EppClient.Xml;

namespace EppClient.Protocol;

/// <summary>Finds content that was withheld from a response according to RFC 9038, section 3: the element as a value, and the service as the reason.</summary>
internal static class UnhandledNamespaceReader
{
    private const string Reason = " not in login services";

    public static IReadOnlyList<EppUnhandledNamespace> Read(IReadOnlyList<EppResult> results, EppXmlReader response, EppSchemaSet schemas)
    {
        List<EppUnhandledNamespace>? found = null;
        for (var i = 0; i < results.Count; i++)
        {
            Find(results[i].Values, response, schemas, ref found);
        }

        return found ?? (IReadOnlyList<EppUnhandledNamespace>)[];
    }

    private static void Find(IReadOnlyList<EppErrorValue> values, EppXmlReader response, EppSchemaSet schemas, ref List<EppUnhandledNamespace>? found)
    {
        for (var i = 0; i < values.Count; i++)
        {
            var value = values[i];
            if (value.Reason?.Trim().EndsWith(Reason, StringComparison.OrdinalIgnoreCase) is true && value.Value.Xml is { } xml && Element(xml, response, schemas) is { } element)
            {
                (found ??= []).Add(new EppUnhandledNamespace(element.NamespaceUri, element, !response.Dialect.ObjectUris.Contains(element.NamespaceUri)));
            }
        }
    }

    private static IEppElement? Element(string xml, EppXmlReader response, EppSchemaSet schemas)
    {
        var document = Encoding.UTF8.GetBytes(xml);
        return Read(document, response, schemas.Read) ?? Read(document, response, static reader => reader.ReadRaw());
    }

    private static IEppElement? Read(byte[] document, EppXmlReader response, Func<EppXmlReader, IEppElement> read)
    {
        try
        {
            using var reader = new EppXmlReader(document, response.Dialect) { Mode = response.Mode };
            var element = read(reader);
            reader.ReadToEnd();
            response.Diagnose(reader.Diagnostics, "epp/response/result/extValue/value");
            return element;
        }
        catch (EppProtocolException)
        {
            // The response itself is valid. A value that cannot be read as an element remains a value.
            return null;
        }
    }
}
