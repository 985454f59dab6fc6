namespace EppClient;

/// <summary>Where a tracker of operations keeps what it waits for, so that it can go on after a restart.</summary>
/// <remarks>Implementations are safe for use by several threads. One tracker uses a store at a time.</remarks>
public interface IEppOperationStore
{
    /// <summary>Keeps a record, in the place of one with the same key. Returns when it is safe.</summary>
    /// <param name="record">The record.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask SaveAsync(EppOperationRecord record, CancellationToken cancellationToken);

    /// <summary>Drops a record. One that is not there is no error.</summary>
    /// <param name="clientTransactionId">Its key.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask RemoveAsync(string clientTransactionId, CancellationToken cancellationToken);

    /// <summary>All records.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<IReadOnlyList<EppOperationRecord>> ReadAllAsync(CancellationToken cancellationToken);
}
