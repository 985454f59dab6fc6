using System.Threading.Channels;
using EppClient.Diagnostics;
using Microsoft.Extensions.Logging;

namespace EppClient.Bulk;

/// <summary>One run of a job, from opening its store to closing it.</summary>
internal sealed class BulkRun : IDisposable
{
    private const int SmallestClaim = 64;
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(250);

    private readonly EppSessionPool _pool;
    private readonly IEppBulkStore _store;
    private readonly EppBulkTask _task;
    private readonly EppBulkOptions _options;
    private readonly int _degree;
    private readonly BulkMeter _meter;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly CancellationToken _paused;
    private readonly BulkMetrics _metrics;
    private readonly BulkBrake _brake;
    private readonly SemaphoreSlim _news = new(0);
    private readonly Channel<IReadOnlyList<EppBulkClaim>> _work;
    private readonly List<Task> _recoveries = [];

    public BulkRun(
        EppSessionPool pool, IEppBulkStore store, EppBulkTask task, EppBulkOptions options, int degree, BulkMeter meter, TimeProvider time, ILogger logger,
        CancellationToken paused)
    {
        (_pool, _store, _task, _options, _degree, _meter, _time, _logger, _paused) = (pool, store, task, options, degree, meter, time, logger, paused);
        _metrics = new BulkMetrics(task.Kind, pool.Options.Profile.Name, pool.Options.Host, pool.Options.Port);
        _metrics.Observe(() => meter.Left);
        _brake = new BulkBrake(options, paused);
        _work = Channel.CreateBounded<IReadOnlyList<EppBulkClaim>>(degree);
    }

    public async Task<EppBulkProgress> RunAsync(IAsyncEnumerable<EppBulkRow>? rows, EppBulkStatus status, IProgress<EppBulkProgress>? progress)
    {
        Log.BulkBegins(_logger, _task.Kind, _pool.Account, status.Ended, status.Loaded);
        var ledger = new BulkLedger(_store, e => _brake.Stop(
            EppBulkStopReason.StoreFailed, $"The job's store failed: {e.Message} Mend the cause and run the job again; rows under way will be asked about first.", e));
        using var ended = new CancellationTokenSource();
        var aside = Task.WhenAll(ReportAsync(progress, ended.Token), KeepLeaseAsync(ended.Token));
        try
        {
            var loading = rows is null ? Task.CompletedTask : LoadAsync(rows, status);
            var worker = new BulkWorker(_pool, _task, _options, ledger, new BulkResults(_task, ledger, _meter, _metrics, _brake, _time), _brake, _time);
            var workers = Enumerable.Range(0, _degree).Select(_ => WorkAsync(worker)).ToList();
            await GuardAsync(() => FeedAsync(worker, rows is not null || _store.Lease is not null || status.IsLoaded, loading)).ConfigureAwait(false);
            await Task.WhenAll(_recoveries).ConfigureAwait(false);
            _work.Writer.TryComplete();
            await Task.WhenAll(workers).ConfigureAwait(false);
            await loading.ConfigureAwait(false);
        }
        finally
        {
            await ledger.CloseAsync().ConfigureAwait(false);
            await ended.CancelAsync().ConfigureAwait(false);
            await aside.ConfigureAwait(false);
        }

        return await EndAsync(progress).ConfigureAwait(false);
    }

    public void Dispose()
    {
        _metrics.Dispose();
        _brake.Dispose();
        _news.Dispose();
    }

    private async Task<EppBulkProgress> EndAsync(IProgress<EppBulkProgress>? progress)
    {
        if (_brake.Reason is { } reason)
        {
            Log.BulkStopped(_logger, _task.Kind, reason);
            progress?.Report(_meter.Read());
            throw reason is EppBulkStoppedException ? reason : new EppBulkException($"The job has ended with a failure: {reason.Message}", reason);
        }

        _paused.ThrowIfCancellationRequested();
        _meter.Refresh(await _store.ReadStatusAsync(CancellationToken.None).ConfigureAwait(false));
        var end = _meter.Read();
        progress?.Report(end);
        Log.BulkEnds(_logger, _task.Kind, end.Done, end.Failed, end.Unknown);
        return end;
    }

    private async Task FeedAsync(BulkWorker worker, bool canComplete, Task loading)
    {
        if (!canComplete)
        {
            throw new EppBulkException("The input of the job was not loaded to its end. Run it with the same input, so that the rest is loaded.");
        }

        var most = Math.Max(SmallestClaim, _degree * _task.RowsPerCommand * 2);
        while (true)
        {
            var isLoaded = loading.IsCompleted;
            var claims = await _store.ClaimAsync(most, _brake.Token).ConfigureAwait(false);
            foreach (var started in claims.Where(claim => claim.Started is not null))
            {
                // Those mostly wait; the others need not.
                _recoveries.Add(RecoverAsync(worker, started));
            }

            foreach (var rows in claims.Where(claim => claim.Started is null).Chunk(_task.RowsPerCommand))
            {
                await _work.Writer.WriteAsync(rows, _brake.Token).ConfigureAwait(false);
            }

            _recoveries.RemoveAll(recovery => recovery.IsCompleted);
            if (claims.Count == 0 && await HasEndedAsync(isLoaded).ConfigureAwait(false))
            {
                return;
            }
        }
    }

    /// <summary>Called where there was nothing to claim: whether that stays so. Waits a moment where it may not.</summary>
    private async Task<bool> HasEndedAsync(bool isLoaded)
    {
        if (isLoaded)
        {
            if (_store.Lease is null)
            {
                return true;
            }

            // Rows that others work on come to this process where the others die.
            var status = await _store.ReadStatusAsync(_brake.Token).ConfigureAwait(false);
            _meter.Refresh(status);
            if (status.IsComplete)
            {
                return true;
            }
        }

        using var timer = new CancellationTokenSource(LookAgain, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, _brake.Token);
        try
        {
            await _news.WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!_brake.Token.IsCancellationRequested)
        {
            // Time to look again.
        }

        return false;
    }

    private Task LoadAsync(IAsyncEnumerable<EppBulkRow> rows, EppBulkStatus status) => GuardAsync(async () =>
    {
        // The input may be read synchronously; the caller's thread has other things to do.
        await Task.Yield();
        await new BulkLoader(_store, _options.LoadBatch, Loaded).LoadAsync(rows, status, _brake.Token).ConfigureAwait(false);
    });

    private void Loaded(long count, bool isAll)
    {
        _meter.Loaded(count, isAll);
        if (_news.CurrentCount == 0)
        {
            _news.Release();
        }
    }

    private Task WorkAsync(BulkWorker worker) => GuardAsync(async () =>
    {
        await foreach (var claims in _work.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
        {
            await InFlightAsync(claims.Count, () => worker.WorkAsync(claims)).ConfigureAwait(false);
        }
    });

    private Task RecoverAsync(BulkWorker worker, EppBulkClaim claim) => GuardAsync(async () =>
    {
        var maySend = false;
        await InFlightAsync(1, async () => maySend = await worker.RecoverAsync(claim).ConfigureAwait(false)).ConfigureAwait(false);
        if (maySend)
        {
            await _work.Writer.WriteAsync([claim with { Started = null }], _brake.Token).ConfigureAwait(false);
        }
    });

    private async Task InFlightAsync(int rows, Func<Task> work)
    {
        _metrics.Begun(rows);
        try
        {
            await work().ConfigureAwait(false);
        }
        finally
        {
            _metrics.Left(rows);
        }
    }

    /// <summary>Never throws: what goes wrong ends the run in good order.</summary>
    private async Task GuardAsync(Func<Task> work)
    {
        try
        {
            await work().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_brake.Token.IsCancellationRequested)
        {
            // Paused or stopped.
        }
        catch (Exception e)
        {
            _brake.Stop(e);
        }
    }

    private async Task ReportAsync(IProgress<EppBulkProgress>? progress, CancellationToken ended)
    {
        if (progress is null)
        {
            return;
        }

        using var timer = new PeriodicTimer(_options.ProgressInterval, _time);
        try
        {
            while (await timer.WaitForNextTickAsync(ended).ConfigureAwait(false))
            {
                progress.Report(_meter.Read());
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

    private async Task KeepLeaseAsync(CancellationToken ended)
    {
        if (_store.Lease is not { } lease)
        {
            return;
        }

        using var timer = new PeriodicTimer(lease / 4, _time);
        while (!ended.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(ended).ConfigureAwait(false);
                await _store.RenewLeaseAsync(ended).ConfigureAwait(false);
                _meter.Refresh(await _store.ReadStatusAsync(ended).ConfigureAwait(false));
            }
            catch (OperationCanceledException) when (ended.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // The next may go better; where it does not, the store refuses what this process would send.
                Log.BulkLeaseNotRenewed(_logger, _task.Kind, e);
            }
        }
    }
}
