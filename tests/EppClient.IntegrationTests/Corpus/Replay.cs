using EppClient.Dk.Testing.Protocol;
using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.IntegrationTests.Corpus;

/// <summary>Writes a message again with the writers of the side that sends such messages.</summary>
internal static class Replay
{
    public static ReadOnlyMemory<byte> Request(ServerCommand command, EppXmlDialect dialect)
    {
        var id = command.ClientTransactionId ?? MessageMeaning.MadeUpTransactionId;
        return command.Kind switch
        {
            ServerCommandKind.Hello => MessageWriter.Hello(dialect),
            ServerCommandKind.Logout => MessageWriter.Logout(dialect, id),
            ServerCommandKind.Poll => MessageWriter.Command(PollOf(command), dialect, id),
            ServerCommandKind.Object => MessageWriter.Command(CommandOf(command), dialect, id),
            _ => throw new NotSupportedException($"{command.Kind} is not written by a command of the API."),
        };
    }

    public static ReadOnlyMemory<byte> Response(EppResponseContent content, EppXmlDialect dialect) => ResponseWriter.Write(
        new ServerResponse(content.Results[0].Code.Value, content.Results[0].Message)
        {
            Queue = content.MessageQueue is { } queue
                ? new ServerQueue((int)queue.Count, long.Parse(queue.Id, System.Globalization.CultureInfo.InvariantCulture), queue.QueuedDate, queue.Message?.Text)
                : null,
            Data = content.Data,
            Extensions = [.. content.Extensions.Select(element => (Action<EppXmlWriter>)element.Write)],
            ClientTransactionId = content.ClientTransactionId,
            ServerTransactionId = content.ServerTransactionId,
        },
        dialect);

    private static IEppCommand PollOf(ServerCommand command) => command.Operation == "ack"
        ? new EppClient.Commands.PollAcknowledge(command.MessageId!)
        : new EppClient.Commands.PollRequest();

    private static ReplayedCommand CommandOf(ServerCommand command)
    {
        IReadOnlyList<IEppExtension> extensions = [.. command.Extensions.Select(element => new ReplayedExtension(element))];
        return command.Object switch
        {
            IEppTransferCommand transfer => new ReplayedTransfer(transfer.WithOperation(Enum.Parse<EppTransferOperation>(command.Operation!, ignoreCase: true)), extensions),
            IEppCommand typed => new ReplayedCommand(typed, extensions),
            _ => throw new NotSupportedException("The object belongs to no available schema."),
        };
    }

    private record ReplayedCommand(IEppCommand Command, IReadOnlyList<IEppExtension> Extensions) : IEppCommand
    {
        public EppVerb Verb => Command.Verb;

        public void Write(EppXmlWriter writer) => Command.Write(writer);
    }

    private sealed record ReplayedTransfer(IEppTransferCommand Transfer, IReadOnlyList<IEppExtension> Extensions)
        : ReplayedCommand(Transfer, Extensions), IEppTransferCommand
    {
        public EppTransferOperation Operation => Transfer.Operation;

        public IEppTransferCommand WithOperation(EppTransferOperation operation) => this with { Transfer = Transfer.WithOperation(operation) };
    }

    private sealed record ReplayedExtension(IEppElement Element) : IEppExtension
    {
        public void Write(EppXmlWriter writer) => Element.Write(writer);
    }
}
