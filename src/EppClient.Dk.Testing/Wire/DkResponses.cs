using EppClient.Dk.Testing.Protocol;

namespace EppClient.Dk.Testing.Wire;

/// <summary>Creates responses from results.</summary>
internal sealed class DkResponses(DkRegistry registry)
{
    private const string ServerId = "Emulated .dk EPP service (test): 5.3.1";
    private const string WithdrawNamespace = "urn:dkhm:params:xml:ns:dkhm-domain-4.4";

    // Restores work although the registry does not announce grace periods.
    private static readonly IReadOnlyList<string> ObjectUris = [EppNamespaces.Host, EppNamespaces.Domain, EppNamespaces.Contact, EppNamespaces.Balance];

    // RFC 5730, section 3: an extension that the server does not implement.
    private static readonly DkResult UnknownExtension = new(2103, "Unimplemented extension");

    private readonly DkContentWriter _content = new(registry.Options.Quirks);

    public ReadOnlyMemory<byte> Greeting() => DkDates.WithFraction(
        new ServerGreeting(ServerId, registry.RunExclusive(state => state.Now)) { ObjectUris = ObjectUris, ExtensionUris = [.. ExtensionUris(registry.Options)] }.Write());

    /// <summary>Refuses versions of the registry's extension that it does not announce. Its own examples announce some other services that do not exist.</summary>
    public DkResult? CheckServices(IReadOnlyList<string> services) =>
        services.Any(service => service.StartsWith(DkNamespaces.DkhmFamily, StringComparison.Ordinal) && !ExtensionUris(registry.Options).Contains(service))
            ? UnknownExtension
            : null;

    /// <summary>Creates a response with only a result.</summary>
    public ServerResponse Plain(DkResult result, string? clientTransactionId, IReadOnlyList<string>? reasons = null) => new(result.Code, result.Message)
    {
        Reasons = reasons ?? [],
        ClientTransactionId = Echo(clientTransactionId),
        ServerTransactionId = registry.RunExclusive(state => state.Identifiers.NextTransactionId(state.Now)),
    };

    public ServerResponse Respond(DkCommandResult receipt, ServerCommand command)
    {
        var message = receipt.Outcome.Payload as DkMessage;
        var response = _content.From(message is null ? receipt.Outcome.Payload : message.Payload);
        return new ServerResponse(receipt.Outcome.Code, receipt.Outcome.Message)
        {
            Queue = QueueOf(receipt, command, message),
            Data = response.Data is null ? [] : [response.Data],
            Extensions = response.Extensions,
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
        registry.Options.Quirks.OmitClientTransactionId || clientTransactionId is null || PeerText.FaultOfId(clientTransactionId) is not null ? null : clientTransactionId;

    private static IEnumerable<string> ExtensionUris(DkRegistryOptions options)
    {
        yield return EppNamespaces.SecDns;
        yield return DkhmSchema.Dkhm44.NamespaceUri;
        if (options.SpeaksVersion45)
        {
            yield return DkNamespaces.Dkhm;
        }

        if (!options.Quirks.OmitWithdrawNamespace)
        {
            yield return WithdrawNamespace;
        }
    }
}
