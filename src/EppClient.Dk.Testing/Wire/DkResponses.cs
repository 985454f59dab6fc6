using EppClient.Dk.Testing.Protocol;

namespace EppClient.Dk.Testing.Wire;

/// <summary>Creates responses from results.</summary>
internal sealed class DkResponses(DkRegistry registry)
{
    private const string ServerId = "Emulated .dk EPP service (test): 5.3.1";
    private readonly DkContentWriter _content = new(registry.Options.Quirks);

    public DkServices Services { get; } = new(registry.Options);

    public ReadOnlyMemory<byte> Greeting() => DkDates.WithFraction(
        new ServerGreeting(ServerId, registry.RunExclusive(state => state.Now)) { ObjectUris = Services.ObjectUris, ExtensionUris = Services.ExtensionUris }.Write());

    /// <summary>Creates a response with only a result.</summary>
    public ServerResponse Plain(DkResult result, string? clientTransactionId, IReadOnlyList<string>? reasons = null) => new(result.Code, result.Message)
    {
        Reasons = reasons ?? [],
        ClientTransactionId = Echo(clientTransactionId),
        ServerTransactionId = registry.RunExclusive(state => state.Identifiers.NextTransactionId(state.Now)),
    };

    /// <summary>Creates a response with the data of a result, and with the extensions that the client announced.</summary>
    public ServerResponse Respond(DkCommandResult receipt, ServerCommand command, IReadOnlyList<string> announced)
    {
        var message = receipt.Outcome.Payload as DkMessage;
        var response = _content.From(message is null ? receipt.Outcome.Payload : message.Payload);
        return new ServerResponse(receipt.Outcome.Code, receipt.Outcome.Message)
        {
            Queue = QueueOf(receipt, command, message),
            Data = response.Data is null ? [] : [response.Data],
            Extensions = [.. response.Extensions.Where(extension => DkServices.IsReadBy(announced, extension.NamespaceUri)).Select(extension => extension.Write)],
            ClientTransactionId = Echo(command.ClientTransactionId),
            ServerTransactionId = message is null
                ? receipt.ServerTransactionId
                : registry.RunExclusive(state => state.Identifiers.NextPollTransactionId()),
        };
    }

    private ServerQueue? QueueOf(DkCommandResult receipt, ServerCommand command, DkMessage? message)
    {
        if (message is not null)
        {
            return new ServerQueue(receipt.WaitingMessages, message.Id, message.Queued, message.Text);
        }

        var isShown = command.Kind == ServerCommandKind.Poll || registry.Options.Quirks.QueueInEveryResponse;
        return isShown && receipt.FirstMessage is { } first ? new ServerQueue(receipt.WaitingMessages, first) : null;
    }

    // An invalid transaction id cannot be echoed.
    private string? Echo(string? clientTransactionId) =>
        registry.Options.Quirks.OmitClientTransactionId || clientTransactionId is null || ClientText.FaultOfId(clientTransactionId) is not null ? null : clientTransactionId;
}
