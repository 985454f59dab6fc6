using System.Collections.Concurrent;

namespace EppClient.Protocol;

/// <summary>Completes pending actions when the poll messages that decide them come by.</summary>
internal sealed class PendingActionTracker
{
    // For each action that comes, so many of the others are looked at: forgetting keeps pace, and a response costs the same however many are kept.
    private const int LookedAt = 2;

    // Weak: nobody waits for an action whose object is gone, and registries may take months to decide.
    private readonly ConcurrentDictionary<string, WeakReference<EppPendingAction>> _actions = new(StringComparer.Ordinal);

    // Each key of the dictionary once, and perhaps some that have left it.
    private readonly ConcurrentQueue<string> _ids = new();

    /// <summary>How many are kept, those included whose object is gone and was not looked at yet.</summary>
    public int Count => _actions.Count;

    public EppPendingAction Track(string? clientTransactionId, string serverTransactionId)
    {
        var action = new EppPendingAction(clientTransactionId, serverTransactionId);
        ForgetCollected();
        var key = Key(serverTransactionId, clientTransactionId);
        _actions[key] = new WeakReference<EppPendingAction>(action);
        _ids.Enqueue(key);
        return action;
    }

    public void Observe(EppResponse response)
    {
        foreach (var element in response.DataElements)
        {
            if (element is IEppPendingActionResult decided)
            {
                Observe(decided, response);
            }
        }
    }

    // The registry's id is unique by itself; the client's may be repeated by several processes (RFC 5730, section 2.5), and serves where there is no other.
    private static string Key(string serverTransactionId, string? clientTransactionId) =>
        serverTransactionId.Length > 0 ? "sv " + serverTransactionId : "cl " + clientTransactionId;

    private void Observe(IEppPendingActionResult decided, EppResponse response)
    {
        try
        {
            var outcome = new EppPendingOutcome { Succeeded = decided.Succeeded, DecidedDate = DateOf(decided), Response = response };
            var transaction = decided.TransactionId;
            if ((_actions.TryRemove(Key(transaction.ServerTransactionIdOrNull ?? string.Empty, null), out var reference) || _actions.TryRemove(Key(string.Empty, transaction.ClientTransactionId), out reference))
                && reference.TryGetTarget(out var action))
            {
                action.Complete(outcome);
            }
        }
        catch (EppUnreadableMemberException)
        {
            // Which action it decides, or how, cannot be told: whoever reads the message sees the same, and why.
        }
    }

    private static DateTimeOffset? DateOf(IEppPendingActionResult decided)
    {
        try
        {
            return decided.CompletedDate;
        }
        catch (EppUnreadableMemberException)
        {
            return null;
        }
    }

    private void ForgetCollected()
    {
        for (var i = 0; i < LookedAt && _ids.TryDequeue(out var id); i++)
        {
            if (!_actions.TryGetValue(id, out var reference))
            {
                continue;
            }

            if (reference.TryGetTarget(out _))
            {
                _ids.Enqueue(id);
            }
            else
            {
                // Only this one: another may have come with the same id.
                _actions.TryRemove(new KeyValuePair<string, WeakReference<EppPendingAction>>(id, reference));
            }
        }
    }
}
