using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient;

/// <summary>
/// A command that the registry accepted and has not decided yet (1001). The decision comes as a poll message; reading it
/// through the same pool completes <see cref="Completion"/>.
/// </summary>
/// <remarks>
/// Safe for use by several threads. The pool holds pending actions weakly: keep the object for as long as you wait. The ids
/// may be stored, so that another process can match the poll message (RFC 5730, section 2.9.2.3) after a restart.
/// </remarks>
public sealed class EppPendingAction
{
    private readonly TaskCompletionSource<EppPendingOutcome> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal EppPendingAction(string? clientTransactionId, string serverTransactionId)
    {
        ClientTransactionId = clientTransactionId;
        ServerTransactionId = serverTransactionId;
    }

    /// <summary>The client's transaction id of the command; comes back in the poll message's <c>paTRID</c>.</summary>
    public string? ClientTransactionId { get; }

    /// <summary>
    /// The registry's transaction id of the command; repeated in the poll message's <c>paTRID</c>. Empty if the registry sent none; then the client's id has to
    /// match.
    /// </summary>
    public string ServerTransactionId { get; }

    /// <summary>Ends when the poll message with the decision has been read. Never fails, and is never cancelled by the pool.</summary>
    public Task<EppPendingOutcome> Completion => _completion.Task;

    internal void Complete(EppPendingOutcome outcome) => _completion.TrySetResult(outcome);
}

/// <summary>How the registry decided a pending action.</summary>
public sealed record EppPendingOutcome
{
    /// <summary>Whether the action was carried out (<c>paResult</c>).</summary>
    public required bool Succeeded { get; init; }

    /// <summary>When it was decided (<c>paDate</c>); null if it is missing or cannot be read.</summary>
    public DateTimeOffset? DecidedDate { get; init; }

    /// <summary>The response to the poll request that brought the decision: text, data and extensions.</summary>
    public required EppResponse Response { get; init; }

    /// <summary>Whether it succeeded, and the text that came with it, e-mail addresses masked.</summary>
    public override string ToString() =>
        $"{(Succeeded ? "succeeded" : "failed")}: {TextRedactor.Mask(Response.MessageQueue?.Message?.Text ?? string.Empty)}";
}

/// <summary>The data of a poll message that decides a pending action: <c>panData</c> of an object mapping.</summary>
public interface IEppPendingActionResult
{
    /// <summary>Whether the action was carried out.</summary>
    bool Succeeded { get; }

    /// <summary>The transaction ids of the command that asked for it.</summary>
    EppTransactionId TransactionId { get; }

    /// <summary>When it was decided.</summary>
    DateTimeOffset CompletedDate { get; }
}

/// <summary>The two identifiers of a transaction: the client's and the server's (RFC 5730, section 2.5).</summary>
[EppType(EppNamespaces.Epp, "trIDType")]
public sealed partial record EppTransactionId
{
    /// <summary>The registry's id; null where it cannot be read.</summary>
    internal string? ServerTransactionIdOrNull => _serverTransactionId;
}
