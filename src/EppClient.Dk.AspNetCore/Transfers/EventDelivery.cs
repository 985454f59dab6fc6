using Microsoft.Extensions.Logging;

namespace EppClient.Dk.AspNetCore;

/// <summary>Delivers the stored events of a session to the handlers, and forgets them when all handlers have returned.</summary>
internal sealed class EventDelivery(IEnumerable<IDkTransferHandler> handlers, EventStream stream, SessionRecords records, WorkerTimes times, ILogger<EventDelivery> logger)
{
    private readonly IDkTransferHandler[] _handlers = [.. handlers];

    public async Task DeliverAsync(string sessionId, SessionContent content, CancellationToken cancellationToken)
    {
        var delivered = 0;
        TimeSpan? failure = null;
        foreach (var next in content.Events)
        {
            var transferEvent = next.ToTransferEvent(sessionId, content);
            try
            {
                foreach (var handler in _handlers)
                {
                    await HandleAsync(handler, transferEvent, cancellationToken).ConfigureAwait(false);
                }
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                // User code may throw any exception. The events after this one wait, so that they stay in order.
                failure = times.RetryAfter(content.EventFailures);
                FastTrackLog.EventFailed(logger, FastTrackLog.Reference(sessionId), next.Number, failure.Value.TotalSeconds, e);
                break;
            }

            delivered = next.Number;
            stream.Publish(transferEvent);
        }

        await records.ChangeAsync(
            sessionId,
            current => current with
            {
                Events = [.. current.Events.Where(waiting => waiting.Number > delivered)],
                EventsDueAt = failure is { } delay ? records.Now + delay : null,
                EventFailures = failure is null ? 0 : current.EventFailures + 1,
            },
            cancellationToken,
            times.LeaseEnd,
            isWorker: true).ConfigureAwait(false);
    }

    // The limit also ends a handler that ignores its token: the session must not wait for it.
    private async Task HandleAsync(IDkTransferHandler handler, DkTransferEvent transferEvent, CancellationToken cancellationToken)
    {
        using var limit = times.CreateCommandLimit();
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        await handler.HandleAsync(transferEvent, both.Token).AsTask().WaitAsync(both.Token).ConfigureAwait(false);
    }
}
