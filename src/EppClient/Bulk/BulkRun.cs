using EppClient.Diagnostics;
using Microsoft.Extensions.Logging;

namespace EppClient.Bulk;

/// <summary>One run of a job, from opening its store to closing it.</summary>
internal sealed class BulkRun : IDisposable
{
    private readonly BulkContext _run;
    private readonly BulkStopCondition _stopCondition;
    private readonly CancellationToken _paused;

    public BulkRun(
        EppSessionPool pool, IEppBulkStore store, EppBulkTask task, EppBulkOptions options, int degree, BulkProgressCounter meter, TimeProvider time, ILogger logger,
        CancellationToken paused)
    {
        var metrics = new BulkMetrics(task.Kind, pool.Options.Profile.Name, pool.Options.Host, pool.Options.Port);
        metrics.Observe(() => meter.Left);
        (_stopCondition, _paused) = (new BulkStopCondition(options, paused), paused);
        _run = new BulkContext(pool, store, task, options, degree, meter, metrics, _stopCondition, new SemaphoreSlim(0), time, logger);
    }

    /// <param name="rows">The input; null if the store has it, or another process loads it.</param>
    /// <param name="status">The status of the store when it was opened.</param>
    /// <param name="requested">When opening the store was requested.</param>
    /// <param name="progress">Receives the progress of the run.</param>
    public async Task<EppBulkProgress> RunAsync(IAsyncEnumerable<EppBulkRow>? rows, EppBulkStatus status, long requested, IProgress<EppBulkProgress>? progress)
    {
        Log.BulkStarted(_run.Logger, _run.Task.Kind, _run.Pool.Account, status.Ended, status.Loaded);
        using var ended = new CancellationTokenSource();
        var reporting = ReportAsync(progress, ended.Token);
        try
        {
            var loading = rows is null ? Task.CompletedTask : LoadAsync(rows, status);
            await _stopCondition.GuardAsync(() => WorkAsync(rows is not null || _run.Store.Lease is not null || status.IsLoaded, requested, loading), _stopCondition.Token).ConfigureAwait(false);
            await loading.ConfigureAwait(false);
        }
        finally
        {
            await ended.CancelAsync().ConfigureAwait(false);
            await reporting.ConfigureAwait(false);
        }

        return await EndAsync(progress).ConfigureAwait(false);
    }

    public void Dispose()
    {
        _run.Metrics.Dispose();
        _run.Changed.Dispose();
        _stopCondition.Dispose();
    }

    private async Task WorkAsync(bool canComplete, long requested, Task loading)
    {
        if (!canComplete)
        {
            throw new EppBulkException("The input of the job is not completely loaded. Run the job with the same input to load the remaining rows.");
        }

        while (true)
        {
            using var term = new BulkLeaseTerm(_run, requested);
            if (!await term.RunAsync(loading).ConfigureAwait(false))
            {
                return;
            }

            requested = await RequeueAsync().ConfigureAwait(false);
        }
    }

    /// <summary>After the lease was lost: releases the rows of this process, which any process may claim again.</summary>
    /// <returns>When the new lease was requested.</returns>
    private async Task<long> RequeueAsync()
    {
        Log.BulkLeaseLost(_run.Logger, _run.Task.Kind);
        return await _run.QueryStoreAsync(
            async store =>
            {
                await store.CloseAsync(_stopCondition.Token).ConfigureAwait(false);
                var requested = _run.Time.GetTimestamp();
                _run.Meter.Refresh(await store.OpenAsync(_run.Task.Kind, _run.Pool.Account, _stopCondition.Token).ConfigureAwait(false));
                return requested;
            },
            _stopCondition.Token).ConfigureAwait(false);
    }

    private async Task<EppBulkProgress> EndAsync(IProgress<EppBulkProgress>? progress)
    {
        if (_stopCondition.Reason is { } reason)
        {
            Log.BulkStopped(_run.Logger, _run.Task.Kind, reason);
            progress?.Report(_run.Meter.Read());
            throw reason is EppBulkStoppedException ? reason : new EppBulkException($"The job failed: {reason.Message}", reason);
        }

        _paused.ThrowIfCancellationRequested();
        _run.Meter.Refresh(await _run.Store.ReadStatusAsync(CancellationToken.None).ConfigureAwait(false));
        var end = _run.Meter.Read();
        progress?.Report(end);
        Log.BulkEnded(_run.Logger, _run.Task.Kind, end.Done, end.Failed, end.Unknown);
        return end;
    }

    private Task LoadAsync(IAsyncEnumerable<EppBulkRow> rows, EppBulkStatus status) => _stopCondition.GuardAsync(
        async () =>
        {
            // The input may be read synchronously and must not block the caller's thread.
            await Task.Yield();
            await new BulkLoader(_run, Loaded).LoadAsync(rows, status, _stopCondition.Token).ConfigureAwait(false);
        },
        _stopCondition.Token);

    private void Loaded(long count, bool isAll)
    {
        _run.Meter.Loaded(count, isAll);
        if (_run.Changed.CurrentCount == 0)
        {
            _run.Changed.Release();
        }
    }

    private async Task ReportAsync(IProgress<EppBulkProgress>? progress, CancellationToken ended)
    {
        if (progress is null)
        {
            return;
        }

        using var timer = new PeriodicTimer(_run.Options.ProgressInterval, _run.Time);
        try
        {
            while (await timer.WaitForNextTickAsync(ended).ConfigureAwait(false))
            {
                progress.Report(_run.Meter.Read());
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The run has ended.
        }
        catch (Exception e)
        {
            // User code may throw any exception.
            _stopCondition.Stop(e);
        }
    }
}
