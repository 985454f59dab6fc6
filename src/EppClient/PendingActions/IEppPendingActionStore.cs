namespace EppClient;

/// <summary>A store for the pending actions of a tracker, so that it can continue after a restart.</summary>
/// <remarks>Implementations are thread-safe. Only one tracker uses a store at a time.</remarks>
public interface IEppPendingActionStore
{
    /// <summary>Saves a record, replacing one with the same key. Returns when the record is stored durably.</summary>
    /// <param name="record">The record.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    ValueTask SaveAsync(EppPendingActionRecord record, CancellationToken cancellationToken);

    /// <summary>Removes a record. A missing record is not an error.</summary>
    /// <param name="clientTransactionId">The key of the record.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    ValueTask RemoveAsync(string clientTransactionId, CancellationToken cancellationToken);

    /// <summary>Returns all records.</summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    ValueTask<IReadOnlyList<EppPendingActionRecord>> ReadAllAsync(CancellationToken cancellationToken);
}

/// <summary>A command that waits for a decision, as stored. It contains no personal data and no secrets.</summary>
public sealed record EppPendingActionRecord
{
    /// <summary>The client transaction id of the command, unique among all records; the key.</summary>
    public required string ClientTransactionId { get; init; }

    /// <summary>The server transaction id; null while the response to the command is not known.</summary>
    public string? ServerTransactionId { get; init; }

    /// <summary>The type of the command, such as <c>DomainCreate</c>.</summary>
    public required string Command { get; init; }

    /// <summary>The object of the command, such as a domain name.</summary>
    public required string Subject { get; init; }

    /// <summary>When the command was sent.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>When the decision is expected at the latest.</summary>
    public required DateTimeOffset DueAt { get; init; }
}
