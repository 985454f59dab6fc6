using EppClient.Diagnostics;
using Microsoft.Extensions.Logging;

namespace EppClient.Bulk;

/// <summary>One run of a job, from opening its store to closing it.</summary>
internal sealed class BulkRun : IDisposable
{
    private readonly BulkContext _run;
    private readonly BulkBrake _brake;
    private readonly CancellationToken _paused;

    public BulkRun(
        EppSessionPool pool, IEppBulkStore store, EppBulkTask task, EppBulkOptions options, int degree, BulkMeter meter, TimeProvider time, ILogger logger,
        CancellationToken paused)
    {
        var metrics = new BulkMetrics(task.Kind, pool.Options.Profile.Name, pool.Options.Host, pool.Options.Port);
        metrics.Observe(() => meter.Left);
        (_brake, _paused) = (new BulkBrake(options, paused), paused);
        _run = new BulkContext(pool, store, task, options, degree, meter, metrics, _brake, new SemaphoreSlim(0), time, logger);
    }

    /// <param name="rows">The input; null if the store has it, or another process loads it.</param>
    /// <param name="status">The status of the store when it was opened.</param>
    /// <param name="asked">When opening the store was requested.</param>
    /// <param name="progress">Receives the progress of the run.</param>
    public async Task<EppBulkProgress> RunAsync(IAsyncEnumerable<EppBulkRow>? rows, EppBulkStatus status, long asked, IProgress<EppBulkProgress>? progress)
    {
        Log.BulkBegins(_run.Logger, _run.Task.Kind, _run.Pool.Account, status.Ended, status.Loaded);
        using var ended = new CancellationTokenSource();
        var reporting = ReportAsync(progress, ended.Token);
        try
        {
            var loading = rows is null ? Task.CompletedTask : LoadAsync(rows, status);
            await _brake.GuardAsync(() => WorkAsync(rows is not null || _run.Store.Lease is not null || status.IsLoaded, asked, loading), _brake.Token).ConfigureAwait(false);
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
        _run.News.Dispose();
        _brake.Dispose();
    }

    private async Task WorkAsync(bool canComplete, long asked, Task loading)
    {
        if (!canComplete)
        {
            throw new EppBulkException("The input of the job was not loaded to its end. Run it with the same input, so that the rest is loaded.");
        }

        while (true)
        {
            using var term = new BulkTerm(_run, asked);
            if (!await term.RunAsync(loading).ConfigureAwait(false))
            {
                return;
            }

            asked = await ReopenAsync().ConfigureAwait(false);
        }
    }

    /// <summary>After the lease was lost: releases the rows of this process, which any process may claim again.</summary>
    /// <returns>When the new lease was requested.</returns>
    private async Task<long> ReopenAsync()
    {
        Log.BulkLeaseLost(_run.Logger, _run.Task.Kind);
        return await _run.AskStoreAsync(
            async store =>
            {
                await store.CloseAsync(_brake.Token).ConfigureAwait(false);
                var asked = _run.Time.GetTimestamp();
                _run.Meter.Refresh(await store.OpenAsync(_run.Task.Kind, _run.Pool.Account, _brake.Token).ConfigureAwait(false));
                return asked;
            },
            _brake.Token).ConfigureAwait(false);
    }

    private async Task<EppBulkProgress> EndAsync(IProgress<EppBulkProgress>? progress)
    {
        if (_brake.Reason is { } reason)
        {
            Log.BulkStopped(_run.Logger, _run.Task.Kind, reason);
            progress?.Report(_run.Meter.Read());
            throw reason is EppBulkStoppedException ? reason : new EppBulkException($"The job has ended with a failure: {reason.Message}", reason);
        }

        _paused.ThrowIfCancellationRequested();
        _run.Meter.Refresh(await _run.Store.ReadStatusAsync(CancellationToken.None).ConfigureAwait(false));
        var end = _run.Meter.Read();
        progress?.Report(end);
        Log.BulkEnds(_run.Logger, _run.Task.Kind, end.Done, end.Failed, end.Unknown);
        return end;
    }

    private Task LoadAsync(IAsyncEnumerable<EppBulkRow> rows, EppBulkStatus status) => _brake.GuardAsync(
        async () =>
        {
            // The input may be read synchronously, and must not block the caller's thread.
            await Task.Yield();
            await new BulkLoader(_run, Loaded).LoadAsync(rows, status, _brake.Token).ConfigureAwait(false);
        },
        _brake.Token);

    private void Loaded(long count, bool isAll)
    {
        _run.Meter.Loaded(count, isAll);
        if (_run.News.CurrentCount == 0)
        {
            _run.News.Release();
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
        catch (OperationCanceledException)
        {
            // The run has ended.
        }
        catch (Exception e)
        {
            // The caller's own code.
            _brake.Stop(e);
        }
    }
}
