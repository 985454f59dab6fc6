using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace EppClient.Bulk;

/// <summary>
/// Processes any number of rows over all sessions of a pool, with bulk priority. Each row is carried out exactly once, even if the process is
/// killed at any time and the job is run again.
/// </summary>
/// <remarks>
/// <para>A command is recorded in the store before its first byte is sent. If the process ends while a row is in progress, the row's command is not
/// sent again at once: the next run first queries the registry about its outcome. The row is then done, or sent again, or
/// <see cref="EppBulkRowState.Unknown"/> with an explanation for manual review. Commands that only read are sent again without a query.</para>
/// <para>Memory use does not grow with the number of rows. Not thread-safe: one run at a time.</para>
/// <example>
/// <code>
/// var rows = File.ReadLines("names.txt").Select(name =&gt; EppBulkRow.FromColumns(name, KeyValuePair.Create("domain", name))).ToAsyncEnumerable();
/// var job = new EppBulkJob(pool, new EppMemoryBulkStore(), EppBulkTasks.CheckDomains(pool.Options.Profile));
/// EppBulkProgress end = await job.RunAsync(rows);
/// </code>
/// </example>
/// </remarks>
public sealed class EppBulkJob
{
    private readonly EppSessionPool _pool;
    private readonly IEppBulkStore _store;
    private readonly EppBulkTask _task;
    private readonly EppBulkOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private bool _isRunning;

    /// <summary>Creates a job. It starts with <see cref="RunAsync"/>.</summary>
    /// <param name="pool">The pool that sends the commands. Several jobs and callers may share it.</param>
    /// <param name="store">The store of the rows. Use the same store after a restart.</param>
    /// <param name="task">The task that is carried out for each row. Use the same task after a restart.</param>
    /// <param name="options">The options. Default: null, the default options.</param>
    /// <param name="loggerFactory">Creates the logger. Default: null, no logging.</param>
    /// <param name="timeProvider">The clock. Default: the system clock.</param>
    /// <exception cref="ArgumentException">An option is invalid; the message names it.</exception>
    public EppBulkJob(
        EppSessionPool pool, IEppBulkStore store, EppBulkTask task, EppBulkOptions? options = null, ILoggerFactory? loggerFactory = null, TimeProvider? timeProvider = null)
    {
        _pool = pool ?? throw new ArgumentNullException(nameof(pool));
        _store = store ?? throw new ArgumentNullException(nameof(store));
        _task = task ?? throw new ArgumentNullException(nameof(task));
        _options = options ?? new EppBulkOptions();
        _options.Validate();
        _time = timeProvider ?? TimeProvider.System;
        _logger = (loggerFactory ?? NullLoggerFactory.Instance).CreateLogger(Diagnostics.LogCategories.Bulk);
    }

    /// <summary>Loads the rows that the store does not have yet, and processes rows until every row has ended.</summary>
    /// <param name="rows">
    /// The input: the same rows in the same order in each run. It is read once, while rows are already processed. Null if the store has all rows, or
    /// another process loads them.
    /// </param>
    /// <param name="progress">Receives the progress, at <see cref="EppBulkOptions.ProgressInterval"/> and at the end. Default: null, no reports.</param>
    /// <param name="cancellationToken">
    /// The token to pause the job: commands that were sent are completed and recorded, and no others are sent. Run the job again to continue.
    /// </param>
    /// <returns>The final progress.</returns>
    /// <exception cref="EppBulkStoppedException">The job stopped early; <see cref="EppBulkStoppedException.Reason"/> is the reason.</exception>
    /// <exception cref="EppBulkException">The store belongs to another job, or the input is different.</exception>
    /// <exception cref="InvalidOperationException">The job is already running.</exception>
    /// <exception cref="OperationCanceledException">The job was paused.</exception>
    public async Task<EppBulkProgress> RunAsync(
        IAsyncEnumerable<EppBulkRow>? rows, IProgress<EppBulkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _isRunning, true))
        {
            throw new InvalidOperationException("The job is running. Await it before you run it again.");
        }

        try
        {
            var pool = _pool.Options.EffectivePool;
            var degree = _options.Degree ?? (pool.MaxSessions * pool.PipelineDepth);
            var requested = _time.GetTimestamp();
            var status = await _store.OpenAsync(_task.Kind, _pool.Account, cancellationToken).ConfigureAwait(false);
            try
            {
                using var run = new BulkRun(_pool, _store, _task, _options, degree, new BulkProgressCounter(status, _time), _time, _logger, cancellationToken);
                return await run.RunAsync(rows, status, requested, progress).ConfigureAwait(false);
            }
            finally
            {
                await CloseStoreAsync().ConfigureAwait(false);
            }
        }
        finally
        {
            Volatile.Write(ref _isRunning, false);
        }
    }

    /// <summary>Reads the status of the job from the store, even while other processes work on it.</summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    public ValueTask<EppBulkStatus> ReadStatusAsync(CancellationToken cancellationToken = default) => _store.ReadStatusAsync(cancellationToken);

    /// <inheritdoc cref="IEppBulkStore.ReadResultsAsync"/>
    public IAsyncEnumerable<EppBulkResult> ReadResultsAsync(CancellationToken cancellationToken = default) => _store.ReadResultsAsync(cancellationToken);

    private async Task CloseStoreAsync()
    {
        try
        {
            await _store.CloseAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            // User code may throw any exception. The run has its result already; rows that are still claimed become free when the lease ends.
            Diagnostics.Log.BulkStoreNotClosed(_logger, _task.Kind, e);
        }
    }
}
