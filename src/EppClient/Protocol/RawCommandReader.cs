using EppClient.Xml;

namespace EppClient.Protocol;

/// <summary>Splits the document of a command into its parts, without changing them.</summary>
internal static class RawCommandReader
{
    /// <exception cref="FormatException">The document contains no command that can be sent.</exception>
    public static EppRawCommand Read(ReadOnlyMemory<byte> document, EppXmlDialect dialect)
    {
        try
        {
            using var reader = new EppXmlReader(document, dialect);
            if (!reader.IsElement(EppNamespaces.Epp, "epp"))
            {
                throw new FormatException($"The document begins with '{reader.LocalName}' of '{reader.NamespaceUri}'; an EPP command begins with 'epp' of {EppNamespaces.Epp}.");
            }

            EppRawCommand? command = null;
            var epp = reader.EnterElement();
            while (reader.NextChild(epp))
            {
                command = reader.IsElement(EppNamespaces.Epp, "command")
                    ? ReadCommand(reader)
                    : throw new FormatException($"The document contains '{reader.LocalName}'; only a 'command' can be sent.");
            }

            reader.ReadToEnd();
            return command ?? throw new FormatException("The document contains no 'command'.");
        }
        catch (EppProtocolException e)
        {
            throw new FormatException(e.Message, e);
        }
    }

    private static EppRawCommand ReadCommand(EppXmlReader reader)
    {
        Verb? verb = null;
        List<IEppExtension> extensions = [];
        string? id = null;
        var command = reader.EnterElement();
        while (reader.NextChild(command))
        {
            switch (reader.NameIn(EppNamespaces.Epp))
            {
                case "clTRID":
                    id = reader.ReadText(EppSimpleType.Token);
                    break;
                case "extension":
                    extensions.AddRange((reader.ReadRawChildren() ?? []).Select(element => new EppRawCommand.Extension(element)));
                    break;
                default:
                    verb = verb is null ? ReadVerb(reader) : throw new FormatException($"The command has '{reader.LocalName}' after '{verb.Name}'; it can have only one verb.");
                    break;
            }
        }

        return verb switch
        {
            null => throw new FormatException("The command has no verb."),
            { Name: "poll", Operation: "req" or "ack" } => new EppRawCommand.Poll(verb.Operation == "req", verb.MessageId, extensions, id),
            { Name: "poll" } => throw new FormatException("The operation (op) of a poll must be 'req' or 'ack'."),
            { Name: "transfer" } => new EppRawCommand.Transfer(Operation(verb.Operation), verb.Objects, extensions, id),
            _ => new EppRawCommand.Plain(VerbOf(verb.Name), verb.Objects, extensions, id),
        };
    }

    private static Verb ReadVerb(EppXmlReader reader) =>
        new(reader.NameIn(EppNamespaces.Epp), reader.Attribute("op"), reader.Attribute("msgID"), reader.ReadRawChildren() ?? []);

    private static EppVerb VerbOf(string name) => EnvelopeNames.VerbOf(name) switch
    {
        EppVerb.Login or EppVerb.Logout => throw new FormatException($"The command is a {name}; sessions log in and out automatically."),
        { } verb => verb,
        null => throw new FormatException("The command's verb is not one of RFC 5730: check, info, poll, create, delete, renew, transfer, update."),
    };

    private static EppTransferOperation Operation(string? name) => EnvelopeNames.TransferOperationOf(name)
        ?? throw new FormatException($"The operation (op) of a transfer must be one of: {string.Join(", ", EnvelopeNames.TransferOperations.Select(operation => $"'{operation}'"))}.");

    private sealed record Verb(string Name, string? Operation, string? MessageId, IReadOnlyList<EppRawElement> Objects);
}
