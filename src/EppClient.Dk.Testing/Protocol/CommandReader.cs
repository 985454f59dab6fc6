using EppClient.Xml;

namespace EppClient.Dk.Testing.Protocol;

/// <summary>Reads a client's message leniently: the schemas determine whether it is valid.</summary>
internal static class CommandReader
{
    /// <exception cref="EppProtocolException">The message is not XML, or a known object cannot be read.</exception>
    public static ServerCommand Read(ReadOnlyMemory<byte> message, EppXmlDialect dialect, EppSchemaSet schemas)
    {
        using var reader = new EppXmlReader(message, dialect, schemas) { Mode = EppReadMode.Strict };
        var command = new ServerCommand(ServerCommandKind.None);
        var epp = reader.EnterElement();
        while (reader.NextChild(epp))
        {
            command = ReadBody(reader, schemas);
        }

        reader.ReadToEnd();
        return command;
    }

    private static ServerCommand ReadBody(EppXmlReader reader, EppSchemaSet schemas)
    {
        switch (reader.NameIn(EppNamespaces.Epp))
        {
            case "command":
                return ReadCommand(reader, schemas);
            case "hello":
                reader.Skip();
                return new ServerCommand(ServerCommandKind.Hello);
            case "extension":
                return new ServerCommand(ServerCommandKind.Protocol) { ClientTransactionId = ReadIdOfProtocolExtension(reader) };
            default:
                reader.Skip();
                return new ServerCommand(ServerCommandKind.Unknown);
        }
    }

    /// <summary>Commands of protocol extensions (RFC 5730, section 2.7.1) have the form of EPP commands, with a transaction id at their end.</summary>
    private static string? ReadIdOfProtocolExtension(EppXmlReader reader)
    {
        string? clientTransactionId = null;
        var extension = reader.EnterElement();
        while (reader.NextChild(extension))
        {
            var command = reader.EnterElement();
            while (reader.NextChild(command))
            {
                if (reader.LocalName == "clTRID")
                {
                    clientTransactionId = reader.ReadText(EppSimpleType.Token);
                }
                else
                {
                    reader.Skip();
                }
            }
        }

        return clientTransactionId;
    }

    private static ServerCommand ReadCommand(EppXmlReader reader, EppSchemaSet schemas)
    {
        var command = new ServerCommand(ServerCommandKind.None);
        IReadOnlyList<IEppElement> extensions = [];
        string? clientTransactionId = null;
        var element = reader.EnterElement();
        while (reader.NextChild(element))
        {
            switch (reader.NameIn(EppNamespaces.Epp))
            {
                case "clTRID":
                    clientTransactionId = reader.ReadText(EppSimpleType.Token);
                    break;
                case "extension":
                    extensions = schemas.ReadChildren(reader);
                    break;
                default:
                    command = ReadVerb(reader, schemas);
                    break;
            }
        }

        return command with { Extensions = extensions, ClientTransactionId = clientTransactionId };
    }

    private static ServerCommand ReadVerb(EppXmlReader reader, EppSchemaSet schemas)
    {
        var verb = reader.LocalName;
        var operation = reader.Attribute("op");
        var messageId = reader.Attribute("msgID");
        switch (verb)
        {
            case "login":
                return new ServerCommand(ServerCommandKind.Login) { Login = LoginReader.Read(reader) };
            case "logout":
                reader.Skip();
                return new ServerCommand(ServerCommandKind.Logout);
            case "poll":
                reader.Skip();
                return new ServerCommand(ServerCommandKind.Poll) { Verb = verb, Operation = operation, MessageId = messageId };
            case "check" or "info" or "create" or "delete" or "renew" or "transfer" or "update":
                var objects = schemas.ReadChildren(reader);
                return new ServerCommand(ServerCommandKind.Object) { Verb = verb, Operation = operation, Object = objects.Count > 0 ? objects[0] : null };
            default:
                reader.Skip();
                return new ServerCommand(ServerCommandKind.Unknown) { Verb = verb };
        }
    }
}
