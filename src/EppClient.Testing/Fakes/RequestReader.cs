using EppClient.Commands;
using EppClient.Xml;

namespace EppClient.Testing.Fakes;

/// <summary>A message from a client: a command, or one of the messages that open and end a session.</summary>
/// <param name="Verb">The name of the verb, or <c>hello</c>.</param>
/// <param name="ClientTransactionId">The client transaction id; empty if there is none.</param>
/// <param name="Command">The command; null for hello, login and logout.</param>
/// <param name="Extensions">The elements under <c>extension</c>.</param>
internal sealed record FakeRequest(string Verb, string ClientTransactionId, IEppCommand? Command, IReadOnlyList<IEppElement> Extensions);

/// <summary>Reads the messages of a client with the schemas of a profile.</summary>
internal sealed class RequestReader(EppProfile profile, EppXmlDialect dialect)
{
    private readonly EppSchemaSet _schemas = new(profile.Schemas);

    /// <exception cref="FormatException">The message is not a request of EPP.</exception>
    public FakeRequest Read(ReadOnlyMemory<byte> message)
    {
        try
        {
            // A command that no schema defines, or with elements that its schema does not have, is still a command.
            var request = ReadTyped(message);
            return request.Command is EppContent { ReadDiagnostics.Count: > 0 } || (request.Command is null && request.Verb is not ("hello" or "login" or "logout"))
                ? ReadRaw(message)
                : request;
        }
        catch (EppProtocolException)
        {
            // So is one from a document, which the client does not validate.
            return ReadRaw(message);
        }
    }

    private FakeRequest ReadRaw(ReadOnlyMemory<byte> message)
    {
        var command = EppRawCommand.Parse(message, profile);
        return new FakeRequest(string.Empty, command.ClientTransactionId ?? string.Empty, command, []);
    }

    private FakeRequest ReadTyped(ReadOnlyMemory<byte> message)
    {
        using var reader = new EppXmlReader(message, dialect, _schemas) { Mode = EppReadMode.Strict };
        var request = new FakeRequest("hello", string.Empty, null, []);
        var epp = reader.EnterElement();
        while (reader.NextChild(epp))
        {
            if (reader.NameIn(EppNamespaces.Epp) == "command")
            {
                request = ReadCommand(reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return request;
    }

    private FakeRequest ReadCommand(EppXmlReader reader)
    {
        var (verb, id, command, extensions) = (string.Empty, string.Empty, default(IEppCommand), (IReadOnlyList<IEppElement>)[]);
        var body = reader.EnterElement();
        while (reader.NextChild(body))
        {
            switch (reader.NameIn(EppNamespaces.Epp))
            {
                case "clTRID":
                    id = reader.ReadText(EppSimpleType.Token) ?? string.Empty;
                    break;
                case "extension":
                    extensions = _schemas.ReadChildren(reader);
                    break;
                case var name:
                    verb = name;
                    command = ReadVerb(reader);
                    break;
            }
        }

        return new FakeRequest(verb, id, command, extensions);
    }

    private IEppCommand? ReadVerb(EppXmlReader reader)
    {
        var (verb, operation, messageId) = (reader.LocalName, reader.Attribute("op"), reader.Attribute("msgID"));
        if (verb is "poll" or "login" or "logout")
        {
            reader.Skip();
            return verb != "poll" ? null : messageId is null ? new PollRequest() : new PollAcknowledge(messageId);
        }

        var command = _schemas.ReadChildren(reader) is [IEppCommand known] ? known : null;
        return command is IEppTransferCommand transfer && Enum.TryParse<EppTransferOperation>(operation, ignoreCase: true, out var parsed)
            ? transfer.WithOperation(parsed)
            : command;
    }
}
