using EppClient.SchemaGenerator.Tests.Support;
using EppClient.Xml;

namespace EppClient.SchemaGenerator.Tests.Foreign;

/// <summary>Finds the elements of a message that schemas other than the envelope define.</summary>
internal static class MessageWalker
{
    /// <summary>Reads the typed elements of a message, each with its XML text.</summary>
    public static IEnumerable<(IEppElement Element, string Xml)> Elements(string message, EppSchemaSet schemas, EppXmlDialect dialect)
    {
        using var reader = Wire.Reader(message, dialect);
        foreach (var raw in Outer(reader))
        {
            using var inner = Wire.Reader(raw.Xml, dialect, schemas);
            yield return (schemas.Read(inner), raw.Xml);
        }
    }

    private static List<EppRawElement> Outer(EppXmlReader reader)
    {
        var found = new List<EppRawElement>();
        Collect(reader, found);
        return found;
    }

    private static void Collect(EppXmlReader reader, List<EppRawElement> found)
    {
        var depth = reader.EnterElement();
        while (reader.NextChild(depth))
        {
            if (reader.NamespaceUri != EppNamespaces.Epp)
            {
                found.Add(reader.ReadRaw());
            }
            else if (reader.LocalName is "msg" or "value" or "extValue")
            {
                reader.Skip();
            }
            else
            {
                Collect(reader, found);
            }
        }
    }
}
