using System.ComponentModel;

namespace EppClient.Bulk;

/// <summary>
/// The store of a job: its rows, the commands that were sent and their results, so that the job can continue after a crash. One store holds one
/// job. <see cref="EppMemoryBulkStore"/> is for tests and for jobs that need not survive the process; packages provide SQLite for one machine and
/// PostgreSQL for several.
/// </summary>
/// <remarks>Implementations are thread-safe. When a method returns, its changes are durable even if the process crashes.</remarks>
public interface IEppBulkStore
{
    /// <summary>
    /// How long a process keeps its claimed rows without renewing the lease; after that, other processes can claim them. Null if only one process at a
    /// time works on the job.
    /// </summary>
    TimeSpan? Lease { get; }

    /// <summary>Opens the job for processing, and creates it if it does not exist.</summary>
    /// <param name="task">The kind of task. It must be the kind that the job was started with.</param>
    /// <param name="account">The login and the server. They must be those that the job was started with.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="EppBulkException">The job belongs to another task or account, or another process works on it and it cannot be shared.</exception>
    ValueTask<EppBulkStatus> OpenAsync(string task, string account, CancellationToken cancellationToken);

    /// <summary>Reads the status of the job. Does not require <see cref="OpenAsync"/>.</summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    ValueTask<EppBulkStatus> ReadStatusAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Appends rows of the input, all or none, after the row with the given number. If that is no longer the last row, another process has loaded rows,
    /// and none is appended.
    /// </summary>
    /// <param name="after">The number of the row before the new ones; 0 for the first rows.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>The number of the last row in the store.</returns>
    /// <exception cref="EppBulkException">A key is already in the job.</exception>
    ValueTask<long> AppendAsync(long after, IReadOnlyList<EppBulkRow> rows, CancellationToken cancellationToken);

    /// <summary>Records that the input is complete.</summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    ValueTask CompleteLoadingAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Claims rows for this process that have not ended and are not claimed: started rows first, then by number. A claim lasts until
    /// <see cref="CloseAsync"/>, or until the lease ends.
    /// </summary>
    /// <param name="most">The maximum number of rows.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>The rows; empty if there are none at present.</returns>
    ValueTask<IReadOnlyList<EppBulkClaim>> ClaimAsync(int most, CancellationToken cancellationToken);

    /// <summary>Writes entries in order, atomically.</summary>
    /// <param name="entries">The changes of rows that this process has claimed.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>
    /// The numbers of rows that no longer belong to this process, because its lease has ended: their entries were not written, and no command must be sent
    /// for them.
    /// </returns>
    ValueTask<IReadOnlyCollection<long>> WriteAsync(IReadOnlyList<EppBulkEntry> entries, CancellationToken cancellationToken);

    /// <summary>
    /// Renews the lease. Called five times per <see cref="Lease"/>. A process aborts its commands if it cannot renew the lease for 0.6 of its length.
    /// </summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
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

    /// <summary>Releases the claimed rows that have not ended, and lets other processes work on the job.</summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    ValueTask CloseAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Makes ended rows pending again, while no process works on the job: failed rows after the cause is fixed, unknown ones after you have verified
    /// that they were not carried out.
    /// </summary>
    /// <param name="state"><see cref="EppBulkRowState.Failed"/> or <see cref="EppBulkRowState.Unknown"/>.</param>
    /// <param name="key">The key of the row; null for all rows in that state.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>The number of rows.</returns>
    ValueTask<long> RequeueAsync(EppBulkRowState state, string? key, CancellationToken cancellationToken);

    /// <summary>Reads the results of all rows, in order. Does not require <see cref="OpenAsync"/>, and uses constant memory.</summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    IAsyncEnumerable<EppBulkResult> ReadResultsAsync(CancellationToken cancellationToken);
}

/// <summary>A row that a process has claimed.</summary>
/// <param name="Number">The row's position in the input, from 1.</param>
/// <param name="Row">The row.</param>
/// <param name="Started">The command that an earlier run may have sent for the row; null if there is none.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record EppBulkClaim(long Number, EppBulkRow Row, EppJournalRecord? Started);

/// <summary>
/// A change of a row that a store records: its command is about to be sent; or the row has ended; or, with neither, its command had no effect and
/// the row is pending again.
/// </summary>
/// <remarks>Immutable.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record EppBulkEntry
{
    private EppBulkEntry(long number, EppJournalRecord? started, EppBulkResult? ended, bool forgetsData) =>
        (Number, Started, Ended, ForgetsData) = (number, started, ended, forgetsData);

    /// <summary>The row's position in the input.</summary>
    public long Number { get; }

    /// <summary>The command that is about to be sent, which replaces an earlier one; null if there is none.</summary>
    public EppJournalRecord? Started { get; }

    /// <summary>The result of the row; null if it has not ended.</summary>
    public EppBulkResult? Ended { get; }

    /// <summary>Whether to delete the row's <see cref="EppBulkRow.Data"/>, because it contains secrets that are no longer needed.</summary>
    public bool ForgetsData { get; }

    /// <summary>Creates an entry for a command that is about to be sent.</summary>
    /// <param name="number">The row's position in the input.</param>
    /// <param name="record">The command.</param>
    public static EppBulkEntry Start(long number, EppJournalRecord record) => new(number, record ?? throw new ArgumentNullException(nameof(record)), null, false);

    /// <summary>Creates an entry for a command that is known to have had no effect. The row remains claimed and is pending.</summary>
    /// <param name="number">The row's position in the input.</param>
    public static EppBulkEntry Withdraw(long number) => new(number, null, null, false);

    /// <summary>Creates an entry for a row that has ended. The record of its command is no longer needed.</summary>
    /// <param name="result">The result.</param>
    /// <param name="forgetsData">Whether to delete the row's data.</param>
    public static EppBulkEntry End(EppBulkResult result, bool forgetsData = false)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new EppBulkEntry(result.Number, null, result, forgetsData);
    }
}

/// <summary>The common rules and error messages of all bulk stores, for implementations of <see cref="IEppBulkStore"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EppBulkStoreRules
{
    /// <summary>Verifies that a job continues with the task and the account that it was started with.</summary>
    /// <param name="job">The name of the job in the message.</param>
    /// <param name="begun">The task and the account that the job was started with.</param>
    /// <param name="now">The current task and account.</param>
    /// <exception cref="EppBulkException">The task or the account differs.</exception>
    public static void RequireSame(string job, (string Task, string Account) begun, (string Task, string Account) now)
    {
        if (begun.Task != now.Task)
        {
            throw new EppBulkException($"The job {job} was begun as '{begun.Task}' and cannot continue as '{now.Task}'. Use another job id.");
        }

        if (begun.Account != now.Account)
        {
            throw new EppBulkException($"The job {job} was begun by {begun.Account} and cannot continue as {now.Account}. Use that account, or another job id.");
        }
    }

    /// <summary>Verifies that rows in a state can be made pending again.</summary>
    /// <param name="state">The state.</param>
    /// <exception cref="ArgumentException">The state is neither <see cref="EppBulkRowState.Failed"/> nor <see cref="EppBulkRowState.Unknown"/>.</exception>
    public static void RequireRequeueable(EppBulkRowState state)
    {
        if (state is not (EppBulkRowState.Failed or EppBulkRowState.Unknown))
        {
            throw new ArgumentException($"Rows in state {state} cannot be made pending again; only Failed and Unknown rows can.", nameof(state));
        }
    }

    /// <summary>Creates the exception for a key that is in the input twice.</summary>
    /// <param name="key">The key.</param>
    public static EppBulkException DuplicateKey(string key) =>
        new($"The key {key} is in the input twice. Keys must be unique in a job: use the line number as the key, or remove one of the rows.");

    /// <summary>Creates the exception for a job that is in use.</summary>
    /// <param name="job">The name of the job in the message.</param>
    public static EppBulkException InUse(string job) => new($"The job {job} is being worked on. Wait until it ends, or pause it.");
}
