using System.Threading.Channels;
using EppClient.Diagnostics;

namespace EppClient.Bulk;

/// <summary>The part of a run that one lease of the store covers: claims rows and works on them until the job is complete, or the lease may have ended.</summary>
internal sealed class BulkLeaseTerm : IDisposable
{
    private const int SmallestClaim = 64;
    private const int RenewalsPerLease = 5;
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(250);

    private readonly BulkContext _run;
    private readonly BulkLeaseGuard _guard;
    private readonly CancellationTokenSource _stop;
    private readonly Channel<IReadOnlyList<EppBulkClaim>> _work;
    private readonly List<Task> _recoveries = [];
    private bool _isComplete;

    /// <param name="run">The run.</param>
    /// <param name="requested">When the lease was requested.</param>
    public BulkLeaseTerm(BulkContext run, long requested)
    {
        _run = run;
        _guard = new BulkLeaseGuard(run.Store.Lease, requested, run.Time);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(run.StopCondition.Token, _guard.Token);
        _work = Channel.CreateBounded<IReadOnlyList<EppBulkClaim>>(run.Degree);
    }

    /// <returns>Whether the job has to be opened again, because the lease was lost before the job was complete.</returns>
    public async Task<bool> RunAsync(Task loading)
    {
        var writer = new BulkStoreWriter(_run.Store, e => _run.StopCondition.Stop(BulkStopCondition.StoreFailed(e)), _guard.Fall);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(_guard.Token);
        var keeping = KeepLeaseAsync(ended.Token);
        try
        {
            var results = new BulkResults(_run.Task, writer, _run.Meter, _run.Metrics, _run.StopCondition, _run.Time);
            var worker = new BulkWorker(_run.Pool, _run.Task, _run.Options, writer, results, _run.StopCondition, _guard, _run.Time, _stop.Token);
            var workers = Enumerable.Range(0, _run.Degree).Select(_ => WorkAsync(worker)).ToList();
            await GuardAsync(() => FeedAsync(worker, loading)).ConfigureAwait(false);
            await Task.WhenAll(_recoveries).ConfigureAwait(false);
            _work.Writer.TryComplete();
            await Task.WhenAll(workers).ConfigureAwait(false);
        }
        finally
        {
            await writer.CloseAsync().ConfigureAwait(false);
            await ended.CancelAsync().ConfigureAwait(false);
            await keeping.ConfigureAwait(false);
        }

        return !_isComplete && _guard.HasFallen && !_run.StopCondition.Token.IsCancellationRequested;
    }

    public void Dispose()
    {
        _stop.Dispose();
        _guard.Dispose();
    }

    private async Task FeedAsync(BulkWorker worker, Task loading)
    {
        var most = Math.Max(SmallestClaim, _run.Degree * _run.Task.RowsPerCommand * 2);
        while (true)
        {
            var isLoaded = loading.IsCompleted;
            var requested = _run.Pool.Time.GetTimestamp();
            var claims = await _run.QueryStoreAsync(store => store.ClaimAsync(most, _stop.Token), _stop.Token).ConfigureAwait(false);
            foreach (var claim in claims)
            {
                if (claim.Started is { } record)
                {
                    // Recoveries run beside the other rows, because they mostly wait.
                    _recoveries.Add(RecoverAsync(worker, claim with { Started = record.ByClock(_run.Pool.Time, requested) }));
                }
            }

            foreach (var rows in claims.Where(claim => claim.Started is null).Chunk(_run.Task.RowsPerCommand))
            {
                await _work.Writer.WriteAsync(rows, _stop.Token).ConfigureAwait(false);
            }

            _recoveries.RemoveAll(recovery => recovery.IsCompleted);
            if (claims.Count == 0 && await HasEndedAsync(isLoaded).ConfigureAwait(false))
            {
                _isComplete = true;
                return;
            }
        }
    }

    /// <summary>Called when there was nothing to claim. Returns whether the job has ended; if not, waits briefly first.</summary>
    private async Task<bool> HasEndedAsync(bool isLoaded)
    {
        if (isLoaded)
        {
            if (_run.Store.Lease is null)
            {
                return true;
            }

            // If another process ends, this process can claim its rows.
            var status = await _run.QueryStoreAsync(store => store.ReadStatusAsync(_stop.Token), _stop.Token).ConfigureAwait(false);
            _run.Meter.Refresh(status);
            if (status.IsComplete)
            {
                return true;
            }
        }

        using var timer = new CancellationTokenSource(LookAgain, _run.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, _stop.Token);
        try
        {
            await _run.Changed.WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!_stop.Token.IsCancellationRequested)
        {
            // The interval has passed: claim again.
        }

        return false;
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
            await _work.Writer.WriteAsync([claim with { Started = null }], _stop.Token).ConfigureAwait(false);
        }
    });

    private async Task InFlightAsync(int rows, Func<Task> work)
    {
        _run.Metrics.Begun(rows);
        try
        {
            await work().ConfigureAwait(false);
        }
        finally
        {
            _run.Metrics.Left(rows);
        }
    }

    private Task GuardAsync(Func<Task> work) => _run.StopCondition.GuardAsync(work, _stop.Token);

    private async Task KeepLeaseAsync(CancellationToken ended)
    {
        if (_run.Store.Lease is not { } lease)
        {
            return;
        }

        var pause = lease / RenewalsPerLease;
        using var timer = new PeriodicTimer(pause, _run.Time);
        try
        {
            while (await timer.WaitForNextTickAsync(ended).ConfigureAwait(false))
            {
                // A renewal that hangs must not delay the next one, which uses another connection.
                using var limit = new CancellationTokenSource(pause, _run.Time);
                using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ended);
                if (await RenewAsync(ended, either.Token).ConfigureAwait(false))
                {
                    await LookAtOthersAsync(either.Token).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The job is complete or stops, or the lease is lost.
        }
    }

    private async Task<bool> RenewAsync(CancellationToken ended, CancellationToken cancellationToken)
    {
        try
        {
            var requested = _run.Time.GetTimestamp();
            if (await _run.Store.TryRenewLeaseAsync(cancellationToken).ConfigureAwait(false))
            {
                _guard.Extend(requested);
                return true;
            }

            _guard.Fall();
        }
        catch (Exception e)
        {
            // The next renewal may succeed; if none does, the guard expires.
            if (!ended.IsCancellationRequested)
            {
                Log.BulkLeaseNotRenewed(_run.Logger, _run.Task.Kind, e);
            }
        }

        return false;
    }

    /// <summary>Updates the progress with the work of other processes.</summary>
    private async Task LookAtOthersAsync(CancellationToken cancellationToken)
    {
        try
        {
            _run.Meter.Refresh(await _run.Store.ReadStatusAsync(cancellationToken).ConfigureAwait(false));
        }
        catch (Exception)
        {
            // The failure affects only progress reports; the next access to the store succeeds or stops the job.
        }
    }
}
