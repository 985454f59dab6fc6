using EppClient.Xml;

namespace EppClient.Protocol;

/// <summary>Reads what a registry sends: a greeting or a response.</summary>
internal static class MessageReader
{
    private const string ProtocolVersion = "1.0";

    /// <summary>Reads a greeting.</summary>
    /// <exception cref="EppProtocolException">The document is something else, or broken.</exception>
    public static EppGreeting ReadGreeting(ReadOnlyMemory<byte> document, EppXmlDialect dialect)
    {
        using var reader = new EppXmlReader(document, dialect);
        var greeting = ReadBody(reader, "greeting", GreetingReader.Read);
        return greeting.Versions.Count == 0 || greeting.Versions.Contains(ProtocolVersion)
            ? greeting
            : throw new EppProtocolException(
                EppConnectionError.UnsupportedVersion,
                $"The greeting offers version {string.Join(", ", greeting.Versions)} of EPP; this library speaks {ProtocolVersion}",
                "epp/greeting/svcMenu/version");
    }

    /// <summary>Reads a response.</summary>
    /// <exception cref="EppProtocolException">The document is something else, or broken.</exception>
    public static EppResponseContent ReadResponse(ReadOnlyMemory<byte> document, EppXmlDialect dialect, EppSchemaSet schemas)
    {
        using var reader = new EppXmlReader(document, dialect, schemas);
        return ReadBody(reader, "response", static r => ResponseReader.Read(r, r.Schemas));
    }

    private static T ReadBody<T>(EppXmlReader reader, string expected, Func<EppXmlReader, T> read)
        where T : class
    {
        if (!reader.IsElement(EppNamespaces.Epp, "epp"))
        {
            throw NotEpp(reader);
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
        return body ?? throw new EppProtocolException(EppConnectionError.UnexpectedMessage, $"A {expected} was due, and the message holds none", "epp");
    }

    private static EppProtocolException NotEpp(EppXmlReader reader)
    {
        var expected = reader.Dialect.ToWire(EppNamespaces.Epp);
        var found = reader.NamespaceUri.Length == 0 ? "no namespace" : $"namespace {reader.NamespaceUri}";
        return reader.LocalName == "epp"
            ? new(EppConnectionError.WrongNamespace, $"The message is EPP, but of {found}, where the profile has {expected}", reader.Path)
            : new(EppConnectionError.NotEpp, $"The message is XML but not EPP: the root element is not 'epp' of {expected}. It is '{reader.LocalName}' of {found}", reader.Path);
    }
}
