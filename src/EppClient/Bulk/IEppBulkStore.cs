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
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="EppBulkException">The job is another's, or another process works on it and it cannot be shared.</exception>
    ValueTask<EppBulkStatus> OpenAsync(string task, string account, CancellationToken cancellationToken);

    /// <summary>How far the job has come. Works without <see cref="OpenAsync"/> too.</summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    ValueTask<EppBulkStatus> ReadStatusAsync(CancellationToken cancellationToken);

    /// <summary>Takes further rows of the input, all or none: those behind the row of a number. Where that is not the last one any more, another process has loaded meanwhile, and none is taken.</summary>
    /// <param name="after">The number of the row that comes before them; 0 for the first ones.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>The number of the last row that the store has.</returns>
    /// <exception cref="EppBulkException">A key stands in the job already.</exception>
    ValueTask<long> AppendAsync(long after, IReadOnlyList<EppBulkRow> rows, CancellationToken cancellationToken);

    /// <summary>There are no further rows.</summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    ValueTask CompleteLoadingAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Hands rows to this process that have not ended and that nobody works on: those first that have started, then by number. A row is handed
    /// out once, until <see cref="CloseAsync"/> or until the lease ends.
    /// </summary>
    /// <param name="most">How many rows at most.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>The rows; none where there are none at present.</returns>
    ValueTask<IReadOnlyList<EppBulkClaim>> ClaimAsync(int most, CancellationToken cancellationToken);

    /// <summary>Remembers what happened, in this order, all at once.</summary>
    /// <param name="entries">What happened to rows that were handed to this process.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>The numbers of rows that are no longer this process's, because its lease has ended: of those nothing was kept, and nothing must be sent.</returns>
    ValueTask<IReadOnlyCollection<long>> WriteAsync(IReadOnlyList<EppBulkEntry> entries, CancellationToken cancellationToken);

    /// <summary>Renews the lease, five times in each <see cref="Lease"/>. A process that cannot renew it for 0.6 of it aborts its commands.</summary>
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

    /// <summary>Gives back what was handed out and has not ended, and lets others work on the job.</summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    ValueTask CloseAsync(CancellationToken cancellationToken);

    /// <summary>Makes ended rows pending again, while nobody works on the job: failed ones once the cause is mended, unknown ones once a person knows that they were not carried out.</summary>
    /// <param name="state"><see cref="EppBulkRowState.Failed"/> or <see cref="EppBulkRowState.Unknown"/>.</param>
    /// <param name="key">The row; null for all in that state.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>How many there were.</returns>
    ValueTask<long> RequeueAsync(EppBulkRowState state, string? key, CancellationToken cancellationToken);

    /// <summary>What became of the rows, all of them, in their order. Works without <see cref="OpenAsync"/> too, and in constant memory.</summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    IAsyncEnumerable<EppBulkResult> ReadResultsAsync(CancellationToken cancellationToken);
}

/// <summary>A row that a store has handed to a process to work on.</summary>
/// <param name="Number">Its place in the input, from 1.</param>
/// <param name="Row">The row.</param>
/// <param name="Started">The command that an earlier run may have sent for it; null where none has.</param>
public sealed record EppBulkClaim(long Number, EppBulkRow Row, EppJournalRecord? Started);

/// <summary>
/// Something that a store is to remember of a row: that its command is about to be sent, what became of it, or, with neither, that nothing
/// came of it and the row is pending again.
/// </summary>
/// <remarks>Immutable.</remarks>
public sealed record EppBulkEntry
{
    private EppBulkEntry(long number, EppJournalRecord? started, EppBulkResult? ended, bool forgetsData) =>
        (Number, Started, Ended, ForgetsData) = (number, started, ended, forgetsData);

    /// <summary>The row's place in the input.</summary>
    public long Number { get; }

    /// <summary>The command that is about to be sent; it takes the place of an earlier one. Null where none is.</summary>
    public EppJournalRecord? Started { get; }

    /// <summary>What became of the row. Null where it has not ended.</summary>
    public EppBulkResult? Ended { get; }

    /// <summary>Whether the row's <see cref="EppBulkRow.Data"/> holds secrets that nobody needs any more, and is to be emptied.</summary>
    public bool ForgetsData { get; }

    /// <summary>A command is about to be sent.</summary>
    /// <param name="number">The row's place in the input.</param>
    /// <param name="record">The command.</param>
    public static EppBulkEntry Start(long number, EppJournalRecord record) => new(number, record ?? throw new ArgumentNullException(nameof(record)), null, false);

    /// <summary>The command is known to have had no effect; the row keeps its claim and is pending.</summary>
    /// <param name="number">The row's place in the input.</param>
    public static EppBulkEntry Withdraw(long number) => new(number, null, null, false);

    /// <summary>A row has ended. What was recorded of its command is needed no more.</summary>
    /// <param name="result">What became of it.</param>
    /// <param name="forgetsData">Whether the row's data is to be emptied.</param>
    public static EppBulkEntry End(EppBulkResult result, bool forgetsData = false)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new EppBulkEntry(result.Number, null, result, forgetsData);
    }
}

/// <summary>What all stores of bulk jobs refuse, in the same words: for those who write an <see cref="IEppBulkStore"/>.</summary>
public static class EppBulkStoreRules
{
    /// <summary>A job goes on with the task and the account that it was begun with.</summary>
    /// <param name="job">What the job is called, for the message.</param>
    /// <param name="begun">The task and the account that it was begun with.</param>
    /// <param name="now">Those that it is run with.</param>
    /// <exception cref="EppBulkException">They differ.</exception>
    public static void RequireSame(string job, (string Task, string Account) begun, (string Task, string Account) now)
    {
        if (begun.Task != now.Task)
        {
            throw new EppBulkException($"The job {job} was begun as '{begun.Task}', and cannot go on as '{now.Task}'. Give the new job another id.");
        }

        if (begun.Account != now.Account)
        {
            throw new EppBulkException($"The job {job} was begun by {begun.Account}, and cannot go on as {now.Account}. Use that account, or give the new job another id.");
        }
    }

    /// <summary>Only rows that have failed, or whose outcome is unknown, are made pending again.</summary>
    /// <param name="state">The state.</param>
    /// <exception cref="ArgumentException">It is another one.</exception>
    public static void RequireRequeueable(EppBulkRowState state)
    {
        if (state is not (EppBulkRowState.Failed or EppBulkRowState.Unknown))
        {
            throw new ArgumentException($"Rows that are {state} are not made pending again: only Failed and Unknown ones are.", nameof(state));
        }
    }

    /// <summary>A key stands in the input a second time.</summary>
    /// <param name="key">The key.</param>
    public static EppBulkException DuplicateKey(string key) =>
        new($"The key {key} stands in the input twice. Keys are unique in a job: take the number of the line, or leave one of the rows out.");

    /// <summary>The job is in use.</summary>
    /// <param name="job">What the job is called.</param>
    public static EppBulkException InUse(string job) => new($"The job {job} is being worked on. Wait for its end, or pause it.");
}
