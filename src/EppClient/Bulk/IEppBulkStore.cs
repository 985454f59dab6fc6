namespace EppClient.Bulk;

/// <summary>
/// Where a job keeps its rows, what was sent for them and what became of them, so that it goes on after a kill. One store holds one job.
/// <see cref="EppMemoryBulkStore"/> is for tests and for jobs that need not survive their process; packages bring SQLite for one machine
/// and PostgreSQL for several.
/// </summary>
/// <remarks>Implementations are safe for use by several threads. What a method has returned is kept, whatever happens to the process.</remarks>
public interface IEppBulkStore
{
    /// <summary>
    /// How long the rows of a process that gives no sign of life are still its own; then another takes them over. Null where one process at a
    /// time works on the job.
    /// </summary>
    TimeSpan? Lease { get; }

    /// <summary>Begins to work on the job; makes it where there is none.</summary>
    /// <param name="task">The kind of task. A job goes on with the one that it was begun with.</param>
    /// <param name="account">Which login at which server works on it. A job goes on with the one that it was begun with.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="EppBulkException">The job is another's, or another process works on it and it cannot be shared.</exception>
    ValueTask<EppBulkStatus> OpenAsync(string task, string account, CancellationToken cancellationToken);

    /// <summary>How far the job has come. Works without <see cref="OpenAsync"/> too.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<EppBulkStatus> ReadStatusAsync(CancellationToken cancellationToken);

    /// <summary>Takes further rows of the input, all or none: those behind the row of a number. Where that is not the last one any more, another process has loaded meanwhile, and none is taken.</summary>
    /// <param name="after">The number of the row that comes before them; 0 for the first ones.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The number of the last row that the store has.</returns>
    /// <exception cref="EppBulkException">A key stands in the job already.</exception>
    ValueTask<long> AppendAsync(long after, IReadOnlyList<EppBulkRow> rows, CancellationToken cancellationToken);

    /// <summary>There are no further rows.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask CompleteLoadingAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Hands rows to this process that have not ended and that nobody works on: those first that have started, then by number. A row is handed
    /// out once, until <see cref="CloseAsync"/> or until the lease ends.
    /// </summary>
    /// <param name="most">How many rows at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The rows; none where there are none at present.</returns>
    ValueTask<IReadOnlyList<EppBulkClaim>> ClaimAsync(int most, CancellationToken cancellationToken);

    /// <summary>Remembers what happened, in this order, all at once.</summary>
    /// <param name="entries">What happened to rows that were handed to this process.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The numbers of rows that are no longer this process's, because its lease has ended: of those nothing was kept, and nothing must be sent.</returns>
    ValueTask<IReadOnlyCollection<long>> WriteAsync(IReadOnlyList<EppBulkEntry> entries, CancellationToken cancellationToken);

    /// <summary>Renews the lease, five times in each <see cref="Lease"/>. A process that cannot renew it for 0.6 of it aborts its commands.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask RenewLeaseAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Renews the lease like <see cref="RenewLeaseAsync"/>, and reports whether it was still valid. A store whose lease can end without
    /// <see cref="WriteAsync"/> being called implements this; by default the lease is always valid.
    /// </summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>
    /// False if the lease had ended, so that rows claimed by this process may belong to another: their commands are aborted, and the job is closed and
    /// reopened.
    /// </returns>
    async ValueTask<bool> TryRenewLeaseAsync(CancellationToken cancellationToken)
    {
        await RenewLeaseAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Gives back what was handed out and has not ended, and lets others work on the job.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask CloseAsync(CancellationToken cancellationToken);

    /// <summary>Makes ended rows pending again, while nobody works on the job: failed ones once the cause is mended, unknown ones once a person knows that they were not carried out.</summary>
    /// <param name="state"><see cref="EppBulkRowState.Failed"/> or <see cref="EppBulkRowState.Unknown"/>.</param>
    /// <param name="key">The row; null for all in that state.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many there were.</returns>
    ValueTask<long> ReopenAsync(EppBulkRowState state, string? key, CancellationToken cancellationToken);

    /// <summary>What became of the rows, all of them, in their order. Works without <see cref="OpenAsync"/> too, and in constant memory.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    IAsyncEnumerable<EppBulkResult> ReadResultsAsync(CancellationToken cancellationToken);
}
