using System.Collections.Concurrent;

namespace EppClient.PendingActions;

/// <summary>Completes pending actions when the poll messages that decide them are read.</summary>
internal sealed class PendingActionTracker(IReadOnlyList<string>? undoneActionTexts = null)
{
    // Each new action checks this many older ones: entries are removed as fast as they are added, and the cost of a response does not depend on their number.
    private const int LookedAt = 2;

    // Weak references: no caller waits for an action whose object was collected, and registries may take months to decide.
    private readonly ConcurrentDictionary<string, WeakReference<EppPendingAction>> _actions = new(StringComparer.Ordinal);

    // Each key of the dictionary once, and possibly keys that were removed from it.
    private readonly ConcurrentQueue<string> _ids = new();

    /// <summary>The number of entries, including those whose object was collected and that were not checked yet.</summary>
    public int Count => _actions.Count;

    /// <summary>The number of ids in the queue.</summary>
    public int IdCount => _ids.Count;

    public EppPendingAction Track(string? clientTransactionId, string serverTransactionId)
    {
        var action = new EppPendingAction(clientTransactionId, serverTransactionId);
        ForgetCollected();
        var key = Key(serverTransactionId, clientTransactionId);
        var reference = new WeakReference<EppPendingAction>(action);
        while (!_actions.TryAdd(key, reference))
        {
            // A registry may use an id twice. It is queued once; otherwise the queue would grow while one of the actions is pending.
            if (_actions.TryGetValue(key, out var earlier) && _actions.TryUpdate(key, reference, earlier))
            {
                return action;
            }
        }

        _ids.Enqueue(key);
        return action;
    }

    public void Observe(EppResponse response)
    {
        for (var i = 0; i < response.DataElements.Count; i++)
        {
            if (response.DataElements[i] is IEppPendingActionResult decided)
            {
                Observe(decided, response);
            }
        }
    }

    // The registry's id is unique; the client's may be repeated by several processes (RFC 5730, section 2.5), and is used only if the registry sent none.
    private static string Key(string serverTransactionId, string? clientTransactionId) =>
        serverTransactionId.Length > 0 ? "sv " + serverTransactionId : "cl " + clientTransactionId;

    private void Observe(IEppPendingActionResult decided, EppResponse response)
    {
        try
        {
            var outcome = new EppPendingOutcome { Succeeded = decided.Succeeded && !IsUndone(response), DecidedDate = DateOf(decided), Response = response };
            var transaction = decided.TransactionId;
            if ((_actions.TryRemove(Key(transaction.ServerTransactionIdOrNull ?? string.Empty, null), out var reference) || _actions.TryRemove(Key(string.Empty, transaction.ClientTransactionId), out reference))
                && reference.TryGetTarget(out var action))
            {
                action.Complete(outcome);
            }
        }
        catch (EppUnreadableMemberException)
        {
            // The action or its outcome is unreadable: the application gets the same message, with the reason.
        }
    }

    // A registry may report the completion of the operation that undid an action, with the ids of the action.
    private bool IsUndone(EppResponse response) =>
        undoneActionTexts is { Count: > 0 } texts
        && response.MessageQueue?.Message?.Text is { } message
        && texts.Any(text => message.Contains(text, StringComparison.OrdinalIgnoreCase));

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
                // Only this instance: another action may have been added with the same id.
                _actions.TryRemove(new KeyValuePair<string, WeakReference<EppPendingAction>>(id, reference));
            }
        }
    }
}
