using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace EppClient.Bulk;

/// <summary>
/// Works through any number of rows over all sessions of a pool, in its bulk lane: each row exactly once, also where the process is killed at
/// any moment and run again.
/// </summary>
/// <remarks>
/// <para>A row's command is recorded in the store before its first octet leaves. A row that was under way when the process died is not sent again: the registry is asked first what
/// became of it. It is then done, or sent again, or <see cref="EppBulkRowState.Unknown"/> with what is missing, for a person to look into. Commands that only
/// read are simply sent again.</para>
/// <para>Memory does not grow with the number of rows. Not safe for use by several threads: one run at a time.</para>
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

    /// <summary>Makes a job. Nothing happens until it is run.</summary>
    /// <param name="pool">Over which it sends. Several jobs and callers may share it.</param>
    /// <param name="store">Where its rows are. The same after a restart.</param>
    /// <param name="task">What it does with them. The same after a restart.</param>
    /// <param name="options">How it works. Default: null, the defaults.</param>
    /// <param name="loggerFactory">Where logs go. Default: nowhere.</param>
    /// <param name="timeProvider">The clock. Default: the system's.</param>
    /// <exception cref="ArgumentException">An option is wrong; the message names it.</exception>
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

    /// <summary>Loads the input as far as the store does not have it yet, and works until each row has ended.</summary>
    /// <param name="rows">
    /// The input: the same, in the same order, each time. It is read once, while rows are already worked on. Null where the store has it, or
    /// where another machine loads it.
    /// </param>
    /// <param name="progress">Is told how far the job is, from time to time and at the end. Default: nobody.</param>
    /// <param name="cancellationToken">
    /// Pauses the job in good order: commands that were sent are waited for and recorded, nothing else is begun. Run it again to go on.
    /// </param>
    /// <returns>How the job has ended.</returns>
    /// <exception cref="EppBulkStoppedException">The job has stopped itself; <see cref="EppBulkStoppedException.Reason"/> tells why.</exception>
    /// <exception cref="EppBulkException">The store belongs to another job, or its input is another one.</exception>
    /// <exception cref="InvalidOperationException">The job is running already.</exception>
    /// <exception cref="OperationCanceledException">It was paused.</exception>
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

    /// <summary>How far the job has come, as the store has it; also while other machines work on it.</summary>
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
            // Foreign code. The run has its outcome already; what stays claimed is free when the lease ends.
            Diagnostics.Log.BulkStoreNotClosed(_logger, _task.Kind, e);
        }
    }
}
