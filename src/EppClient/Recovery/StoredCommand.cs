using EppClient.Commands;
using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.Recovery;

/// <summary>A command that was read from its message.</summary>
internal sealed record StoredCommand(IEppCommand? Command, IReadOnlyList<IEppElement> Extensions)
{
    /// <summary>Reads the message of a command; the command is null if no schema defines its object.</summary>
    /// <exception cref="EppProtocolException">The message cannot be read.</exception>
    public static StoredCommand Read(ReadOnlyMemory<byte> message, EppProfile profile, EppSchemaSet schemas)
    {
        // Any version that a session may have negotiated.
        using var reader = new EppXmlReader(message, profile.DialectWith(profile.OlderVersions, []), schemas) { Mode = EppReadMode.Strict };
        IEppCommand? command = null;
        IReadOnlyList<IEppElement> extensions = [];
        var epp = reader.EnterElement();
        while (reader.NextChild(epp))
        {
            var body = reader.EnterElement();
            while (reader.NextChild(body))
            {
                switch (reader.NameIn(EppNamespaces.Epp))
                {
                    case "clTRID":
                        reader.Skip();
                        break;
                    case "extension":
                        extensions = schemas.ReadChildren(reader);
                        break;
                    default:
                        command = ReadVerb(reader, schemas);
                        break;
                }
            }
        }

        reader.ReadToEnd();
        return new StoredCommand(command, extensions);
    }

    private static IEppCommand? ReadVerb(EppXmlReader reader, EppSchemaSet schemas)
    {
        var verb = reader.LocalName;
        var operation = reader.Attribute("op");
        var messageId = reader.Attribute("msgID");
        if (verb == "poll")
        {
            reader.Skip();
            return messageId is null ? null : new PollAcknowledge(messageId);
        }

        var command = schemas.ReadChildren(reader) is [IEppCommand known, ..] ? known : null;
        return command is not IEppTransferCommand transfer ? command
            : EnvelopeNames.TransferOperationOf(operation) is { } requested ? transfer.WithOperation(requested)
            : throw new EppProtocolException("The operation of the transfer is not one of RFC 5730", "epp/command/transfer/@op");
    }
}
