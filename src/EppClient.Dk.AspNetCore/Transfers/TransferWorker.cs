using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EppClient.Dk.AspNetCore;

/// <summary>Processes the sessions that are due while the host runs, several at the same time, and deletes old ones.</summary>
internal sealed class TransferWorker(
    IDkTransferSessionStore store, SessionProcessor processor, SessionSignal signal, IOptions<DkFastTrackOptions> options, TimeProvider time, ILogger<TransferWorker> logger) : BackgroundService
{
    private const int MostAtOnce = 100;
    private static readonly TimeSpan CleaningInterval = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, bool> _running = new(StringComparer.Ordinal);
    private DateTimeOffset? _cleaned;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        List<Task> started = [];
        while (!stoppingToken.IsCancellationRequested)
        {
            var changed = signal.Next;
            try
            {
                await CleanAsync(stoppingToken).ConfigureAwait(false);
                started.RemoveAll(task => task.IsCompleted);

                // A session that takes long does not delay the others: this loop does not wait for it.
                foreach (var id in await store.FindDueAsync(time.GetUtcNow(), MostAtOnce, stoppingToken).ConfigureAwait(false))
                {
                    if (_running.Count < options.Value.MaxConcurrentSessions && _running.TryAdd(id, true))
                    {
                        started.Add(Task.Run(() => ProcessAsync(id, stoppingToken), CancellationToken.None));
                    }
                }

                await SessionSignal.WaitAsync(changed, options.Value.PollingInterval, time, stoppingToken).ConfigureAwait(false);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // A store may throw any exception; the worker continues when it works again.
                FastTrackLog.WorkerFailed(logger, e);
                await Task.Delay(options.Value.PollingInterval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception)
            {
                // The host stops: an operation of the store was cancelled.
            }
        }

        await Task.WhenAll(started).ConfigureAwait(false);
    }

    private async Task CleanAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_cleaned is null || now - _cleaned >= CleaningInterval)
        {
            await store.DeleteOldAsync(now, cancellationToken).ConfigureAwait(false);
            _cleaned = now;
        }
    }

    private async Task ProcessAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            await processor.ProcessAsync(id, cancellationToken).ConfigureAwait(false);
            _running.TryRemove(id, out _);

            // It may be due again.
            signal.Set();
        }
        catch (Exception e)
        {
            // The store failed, or the host stops. One session does not stop the others; it is continued after its lease, or at the next look if it has none.
            _running.TryRemove(id, out _);
            if (!cancellationToken.IsCancellationRequested)
            {
                FastTrackLog.SessionFailed(logger, FastTrackLog.Reference(id), e);
            }
        }
    }
}
