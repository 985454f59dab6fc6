using System.Collections.Concurrent;

namespace EppClient.Protocol;

/// <summary>Completes pending actions when the poll messages that decide them come by.</summary>
internal sealed class PendingActionTracker
{
    // Weak: nobody waits for an action whose object is gone, and registries may take months to decide.
    private readonly ConcurrentDictionary<string, WeakReference<EppPendingAction>> _actions = new(StringComparer.Ordinal);

    public EppPendingAction Track(string? clientTransactionId, string serverTransactionId)
    {
        var action = new EppPendingAction(clientTransactionId, serverTransactionId);
        ForgetCollected();
        _actions[serverTransactionId] = new WeakReference<EppPendingAction>(action);
        return action;
    }

    public void Observe(EppResponse response)
    {
        foreach (var element in response.DataElements)
        {
            // The registry's id is unique by itself; the client's may be repeated by several processes (RFC 5730, section 2.5).
            if (element is IEppPendingActionResult decided
                && _actions.TryRemove(decided.TransactionId.ServerTransactionId, out var reference)
                && reference.TryGetTarget(out var action))
            {
                action.Complete(new EppPendingOutcome
                {
                    Succeeded = decided.Succeeded,
                    DecidedDate = decided.CompletedDate,
                    Response = response,
                });
            }
        }
    }

    private void ForgetCollected()
    {
        foreach (var (id, reference) in _actions)
        {
            if (!reference.TryGetTarget(out _))
            {
                _actions.TryRemove(id, out _);
            }
        }
    }
}
