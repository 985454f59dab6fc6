using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient;

/// <summary>
/// A command that the registry accepted and has not decided yet (1001). A poll message reports the decision; reading it through the same pool
/// completes <see cref="Completion"/>.
/// </summary>
/// <remarks>
/// Thread-safe. The pool holds pending actions by weak reference: keep the object for as long as you wait. You can store the ids, so that another
/// process can match the poll message (RFC 5730, section 2.9.2.3) after a restart.
/// </remarks>
public sealed class EppPendingAction
{
    private readonly TaskCompletionSource<EppPendingOutcome> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal EppPendingAction(string? clientTransactionId, string serverTransactionId)
    {
        ClientTransactionId = clientTransactionId;
        ServerTransactionId = serverTransactionId;
    }

    /// <summary>The client transaction id of the command; repeated in the poll message's <c>paTRID</c>.</summary>
    public string? ClientTransactionId { get; }

    /// <summary>
    /// The server transaction id of the command; repeated in the poll message's <c>paTRID</c>. Empty if the registry sent none; then the client
    /// transaction id has to match.
    /// </summary>
    public string ServerTransactionId { get; }

    /// <summary>The decision. Completes when the poll message with the decision is read. Never fails, and is never cancelled by the pool.</summary>
    public Task<EppPendingOutcome> Completion => _completion.Task;

    internal void Complete(EppPendingOutcome outcome) => _completion.TrySetResult(outcome);
}

/// <summary>The decision of the registry on a pending action.</summary>
public sealed record EppPendingOutcome
{
    /// <summary>Whether the action was carried out (<c>paResult</c>).</summary>
    public required bool Succeeded { get; init; }

    /// <summary>When the registry decided (<c>paDate</c>); null if the date is missing or cannot be read.</summary>
    public DateTimeOffset? DecidedDate { get; init; }

    /// <summary>The response to the poll request that contained the decision: text, data and extensions.</summary>
    public required EppResponse Response { get; init; }

    /// <summary>Whether the action succeeded, and the text of the message, with e-mail addresses masked.</summary>
    public override string ToString() =>
        $"{(Succeeded ? "succeeded" : "failed")}: {TextRedactor.Mask(Response.MessageQueue?.Message?.Text ?? string.Empty)}";
}

/// <summary>The data of a poll message that reports the decision on a pending action: <c>panData</c> of an object mapping.</summary>
public interface IEppPendingActionResult
{
    /// <summary>Whether the action was carried out.</summary>
    bool Succeeded { get; }

    /// <summary>The transaction ids of the command.</summary>
    EppTransactionId TransactionId { get; }

    /// <summary>When the registry decided.</summary>
    DateTimeOffset CompletedDate { get; }
}

/// <summary>The two identifiers of a transaction: those of the client and the server (RFC 5730, section 2.5).</summary>
[EppType(EppNamespaces.Epp, "trIDType")]
public sealed partial record EppTransactionId
{
    /// <summary>The server transaction id; null if it cannot be read.</summary>
    internal string? ServerTransactionIdOrNull => _serverTransactionId;
}
