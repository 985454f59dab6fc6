using EppClient.Xml;

namespace EppClient.Protocol;

/// <summary>Reads the messages of a registry: greetings and responses.</summary>
internal static class MessageReader
{
    private const string ProtocolVersion = "1.0";

    /// <summary>Reads a greeting; if it is not well-formed, recovers the parts that a session needs, see <see cref="GreetingRecovery"/>.</summary>
    /// <exception cref="EppProtocolException">The document is another message or is invalid.</exception>
    public static EppGreeting ReadGreeting(ReadOnlyMemory<byte> document, EppXmlDialect dialect)
    {
        try
        {
            return ReadWellFormedGreeting(document, dialect);
        }
        catch (EppProtocolException e) when (e.XmlFault is not null && dialect.ReadMode != EppReadMode.Strict)
        {
            var greeting = GreetingRecovery.In(document, e.XmlFault);
            if (greeting is not null && greeting.Versions.Any(IsProtocolVersion))
            {
                return greeting;
            }

            throw;
        }
    }

    private static EppGreeting ReadWellFormedGreeting(ReadOnlyMemory<byte> document, EppXmlDialect dialect)
    {
        using var reader = new EppXmlReader(document, dialect);
        EppGreeting? greeting = null;
        EppResult? refusal = null;
        var epp = Enter(reader);
        while (reader.NextChild(epp))
        {
            if (greeting is null && reader.EnvelopeName == "greeting")
            {
                greeting = GreetingReader.Read(reader);
            }
            else if (reader.EnvelopeName == "response")
            {
                refusal = ResponseReader.Read(reader, EppSchemaSet.Empty, sent: null).Results is [var result, ..] ? result : null;
            }
            else
            {
                reader.SkipUnexpected();
            }
        }

        reader.ReadToEnd();
        if (greeting is null)
        {
            throw refusal is null ? Unexpected("greeting") : new EppProtocolException(
                EppConnectionError.UnexpectedMessage, $"A greeting was expected, but the server sent the response {refusal}", "epp");
        }

        return greeting.Versions.Count == 0 || greeting.Versions.Any(IsProtocolVersion)
            ? greeting with { ReadDiagnostics = reader.Diagnostics }
            : throw new EppProtocolException(
                EppConnectionError.UnsupportedVersion,
                $"The greeting offers version {string.Join(", ", greeting.Versions)} of EPP; this library supports {ProtocolVersion}",
                "epp/greeting/svcMenu/version");
    }

    /// <summary>Reads a response. The results are empty if it has no readable code, or is replaced by a protocol extension.</summary>
    /// <exception cref="EppProtocolException">The document is another message or is invalid.</exception>
    public static EppResponseContent ReadResponse(ReadOnlyMemory<byte> document, EppXmlDialect dialect, EppSchemaSet schemas, string? sent = null)
    {
        using var reader = EppXmlReader.Rent(document, dialect, schemas);
        EppResponseContent? response = null;
        (string? Client, string? Server)? outside = null;
        EppRawElement? protocolExtension = null;
        var epp = Enter(reader);
        while (reader.NextChild(epp))
        {
            switch (reader.EnvelopeName)
            {
                case "response" when response is null:
                    response = ResponseReader.Read(reader, schemas, sent);
                    break;
                case "extension" when protocolExtension is null:
                    protocolExtension = reader.ReadRaw();
                    break;
                case "trID" when outside is null:
                    reader.Diagnose(EppReadFault.Unexpected, reader.Path, "The transaction ids are outside the response");
                    outside = ResponseReader.ReadTransaction(reader, sent);
                    break;
                default:
                    reader.SkipUnexpected();
                    break;
            }
        }

        reader.ReadToEnd();
        if (response is null && protocolExtension is null)
        {
            throw Unexpected("response");
        }

        if (response is not null && protocolExtension is not null)
        {
            reader.Diagnose(EppReadFault.Unexpected, "epp/extension", "A protocol extension is beside the response", protocolExtension);
        }

        response ??= new EppResponseContent { Results = [], ProtocolExtension = protocolExtension };
        return outside is null && reader.Diagnostics.Count == 0 ? response : response with
        {
            ClientTransactionId = response.ClientTransactionId ?? outside?.Client,
            ServerTransactionId = response.ServerTransactionId.Length > 0 ? response.ServerTransactionId : outside?.Server ?? string.Empty,
            ReadDiagnostics = reader.Diagnostics,
        };
    }

    /// <summary>Reads a response; if it is not well-formed, recovers the parts that decide the outcome, see <see cref="ResponseRecovery"/>.</summary>
    /// <param name="document">The unchanged response.</param>
    /// <param name="dialect">The dialect in which it is written.</param>
    /// <param name="schemas">The schemas that give types to elements.</param>
    /// <param name="sent">The clTRID that was sent; null if it is not known.</param>
    /// <exception cref="EppProtocolException">
    /// The document is not a response, or is malformed and its code cannot be recovered. If a malformed response has a clTRID other than the
    /// one that was sent, the message says so.
    /// </exception>
    public static EppResponseContent ReadOrRecoverResponse(ReadOnlyMemory<byte> document, EppXmlDialect dialect, EppSchemaSet schemas, string? sent)
    {
        try
        {
            return ReadResponse(document, dialect, schemas, sent);
        }
        catch (EppProtocolException e) when (e.XmlFault is not null)
        {
            var recovery = ResponseRecovery.In(document, dialect);
            if (sent is not null && recovery.ClientTransactionId is { } other)
            {
                TransactionIds.Require(sent, other);
                e.IsInStep = true;
            }

            if (recovery.Content(sent, e.XmlFault) is { } content)
            {
                return content;
            }

            throw;
        }
    }

    // Some registries send "1" or "EPP-1.0".
    private static bool IsProtocolVersion(string version) => version == "1" || version.EndsWith(ProtocolVersion, StringComparison.Ordinal);

    private static int Enter(EppXmlReader reader) => reader.LocalName == "epp" && reader.EnvelopeName == "epp" ? reader.EnterElement() : throw NotEpp(reader);

    private static EppProtocolException Unexpected(string expected) =>
        new(EppConnectionError.UnexpectedMessage, $"A {expected} was expected, but the message contains none", "epp");

    private static EppProtocolException NotEpp(EppXmlReader reader)
    {
        var expected = reader.Dialect.ToWire(EppNamespaces.Epp);
        var kind = reader.DocumentKind is { } known ? $"looks like {known}" : "is XML but not EPP";
        var found = reader.NamespaceUri.Length == 0 ? "no namespace" : $"namespace {reader.NamespaceUri}";
        return reader.LocalName == "epp"
            ? new(EppConnectionError.WrongNamespace, $"The message is EPP, but of {found}, where the profile has {expected}", reader.Path)
            : new(
                EppConnectionError.NotEpp,
                $"The message {kind}: the root element is not 'epp' of {expected}. It is '{reader.LocalName}' of {found}",
                reader.Path,
                reader.Message.ToArray());
    }
}
