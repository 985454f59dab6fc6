using EppClient.Xml;

namespace EppClient.Protocol;

/// <summary>Reads what a registry sends: a greeting or a response.</summary>
internal static class MessageReader
{
    /// <summary>Reads a greeting.</summary>
    /// <exception cref="EppProtocolException">The document is something else, or broken.</exception>
    public static EppGreeting ReadGreeting(ReadOnlyMemory<byte> document, EppXmlDialect dialect)
    {
        using var reader = new EppXmlReader(document, dialect);
        return ReadBody(reader, "greeting", GreetingReader.Read);
    }

    /// <summary>Reads a response.</summary>
    /// <exception cref="EppProtocolException">The document is something else, or broken.</exception>
    public static EppResponseContent ReadResponse(ReadOnlyMemory<byte> document, EppXmlDialect dialect, EppSchemaSet schemas)
    {
        using var reader = new EppXmlReader(document, dialect, schemas);
        return ReadBody(reader, "response", r => ResponseReader.Read(r, schemas));
    }

    private static T ReadBody<T>(EppXmlReader reader, string expected, Func<EppXmlReader, T> read)
        where T : class
    {
        if (!reader.IsElement(EppNamespaces.Epp, "epp"))
        {
            throw new EppProtocolException(
                $"The message is XML but not EPP: the root element is not 'epp' of {reader.Dialect.ToWire(EppNamespaces.Epp)}. It is '{reader.LocalName}' of {reader.NamespaceUri}; "
                + "a registry with namespaces of its own needs them in EppProfile.Namespaces",
                reader.Path);
        }

        T? body = null;
        var epp = reader.EnterElement();
        while (reader.NextChild(epp))
        {
            if (body is null && reader.IsElement(EppNamespaces.Epp, expected))
            {
                body = read(reader);
            }
            else
            {
                reader.Skip();
            }
        }

        reader.ReadToEnd();
        return body ?? throw new EppProtocolException($"A {expected} was due, and the message holds none", "epp");
    }
}
