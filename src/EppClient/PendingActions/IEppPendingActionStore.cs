namespace EppClient;

/// <summary>Where a tracker of operations keeps what it waits for, so that it can go on after a restart.</summary>
/// <remarks>Implementations are safe for use by several threads. One tracker uses a store at a time.</remarks>
public interface IEppPendingActionStore
{
    /// <summary>Keeps a record, in the place of one with the same key. Returns when it is safe.</summary>
    /// <param name="record">The record.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    ValueTask SaveAsync(EppPendingActionRecord record, CancellationToken cancellationToken);

    /// <summary>Drops a record. One that is not there is no error.</summary>
    /// <param name="clientTransactionId">Its key.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    ValueTask RemoveAsync(string clientTransactionId, CancellationToken cancellationToken);

    /// <summary>All records.</summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    ValueTask<IReadOnlyList<EppPendingActionRecord>> ReadAllAsync(CancellationToken cancellationToken);
}

/// <summary>A command that waits for somebody's decision, as a store keeps it. It holds no personal data and no secrets.</summary>
public sealed record EppPendingActionRecord
{
    /// <summary>The client's transaction id of the command, unique among all: the key.</summary>
    public required string ClientTransactionId { get; init; }

    /// <summary>The registry's transaction id; null while the answer to the command is not known.</summary>
    public string? ServerTransactionId { get; init; }

    /// <summary>What the command does, such as <c>DomainCreate</c>.</summary>
    public required string Command { get; init; }

    /// <summary>What it is about, such as a domain's name.</summary>
    public required string Subject { get; init; }

    /// <summary>When it was sent.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>By when the decision should have come.</summary>
    public required DateTimeOffset DueAt { get; init; }
}
