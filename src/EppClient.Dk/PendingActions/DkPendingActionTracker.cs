using System.Collections.Concurrent;
using EppClient.Commands;
using EppClient.Polling;

namespace EppClient.Dk;

/// <summary>
/// Tracks commands that the registry has accepted but not decided (1001) until the poll message with their transaction ids arrives, across
/// restarts if the store is persistent. Distinguishes actions that expired at another party from those for which no message arrived.
/// </summary>
/// <remarks>
/// A command is recorded before it is sent, so its message is recognized even if the response was lost. Thread-safe.
/// <see cref="EppResponse.Pending"/> does the same within one process, without a store.
/// </remarks>
/// <example>
/// <code>
/// using var store = EppFilePendingActionStore.Open("operations.json");
/// var tracker = await DkPendingActionTracker.OpenAsync(store, cancellationToken: cancellationToken);
/// var sent = await tracker.TrySendAsync(pool, DkDomain.SetAutoRenew("eksempel.dk", autoRenew: false), cancellationToken);
/// while (await tracker.PollAsync(pool, (what, operation) => Task.CompletedTask, cancellationToken))
/// {
/// }
/// </code>
/// </example>
public sealed class DkPendingActionTracker
{
    private readonly IEppPendingActionStore _store;
    private readonly DkPendingActionTrackerOptions _options;
    private readonly ConcurrentDictionary<string, DkPendingAction> _operations = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DkPendingAction> _accepted = new(StringComparer.Ordinal);

    private DkPendingActionTracker(IEppPendingActionStore store, DkPendingActionTrackerOptions options) => (_store, _options) = (store, options);

    /// <summary>The pending actions, including those of earlier processes.</summary>
    public IReadOnlyList<DkPendingAction> PendingActions => [.. _operations.Values.OrderBy(operation => operation.Record.SentAt)];

    /// <summary>Opens a tracker and loads the pending actions of a store.</summary>
    /// <param name="store">The store.</param>
    /// <param name="options">The options. Default: null, the defaults.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    public static async Task<DkPendingActionTracker> OpenAsync(
        IEppPendingActionStore store, DkPendingActionTrackerOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        var tracker = new DkPendingActionTracker(store, options ?? new DkPendingActionTrackerOptions());
        await tracker.ReadStoreAsync(cancellationToken).ConfigureAwait(false);
        return tracker;
    }

    /// <summary>Sends a command, and tracks it if the registry does not decide at once.</summary>
    /// <param name="client">A pool or a session.</param>
    /// <param name="command">The command.</param>
    /// <param name="cancellationToken">The token to cancel the operation. Commands that were sent stay recorded.</param>
    /// <returns>The response, even if the registry refuses the command, and the pending action if there is one.</returns>
    /// <inheritdoc cref="IEppClient.SendCoreAsync" path="/exception"/>
    public async Task<DkTrackedResponse> TrySendAsync(IEppClient client, IEppCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(command);
        var operation = new DkPendingAction(RecordOf(command));
        var id = operation.Record.ClientTransactionId;
        await _store.SaveAsync(operation.Record, cancellationToken).ConfigureAwait(false);
        _operations[id] = operation;
        EppResponse response;
        try
        {
            response = await client.TrySendAsync(command, new EppSendOptions { ClientTransactionId = id }, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (WasNotSent(e))
        {
            await ForgetAsync(operation, CancellationToken.None).ConfigureAwait(false);
            throw;
        }

        if (!response.Code.IsActionPending)
        {
            await ForgetAsync(operation, CancellationToken.None).ConfigureAwait(false);
            return new DkTrackedResponse(response, null);
        }

        if (response.ServerTransactionId is { Length: > 0 } assigned)
        {
            // Make it findable by the registry's id before its record has that id.
            _accepted.TryAdd(assigned, operation);
            operation.Record = operation.Record with { ServerTransactionId = assigned };
        }

        await _store.SaveAsync(operation.Record, CancellationToken.None).ConfigureAwait(false);
        if (!_operations.ContainsKey(id))
        {
            // Another caller has read the decision in the meantime: a completed action must not reappear.
            await ForgetAsync(operation, CancellationToken.None).ConfigureAwait(false);
        }

        return new DkTrackedResponse(response, operation);
    }

    /// <summary>Completes the pending action that a message decides. It stays recorded until it is forgotten: acknowledge the message first.</summary>
    /// <param name="message">The message.</param>
    /// <returns>The pending action; null if the message does not decide a tracked one, or if its decision cannot be read.</returns>
    public DkPendingAction? Observe(DkPollEvent message)
    {
        ArgumentNullException.ThrowIfNull(message);
        try
        {
            if (message.Outcome is not { } outcome || (Find(outcome.TransactionId) ?? FindStopped(message)) is not { } operation)
            {
                return null;
            }

            // A stopped deletion did not happen: the result is 1, for the restore.
            var state = outcome.Succeeded && message is not DkDeletionStopped ? DkPendingActionState.Succeeded
                : message.IsTooLate ? DkPendingActionState.Expired
                : DkPendingActionState.Failed;
            operation.Complete(new DkPendingActionOutcome(state, message));
            return operation;
        }
        catch (EppUnreadableMemberException)
        {
            // The command or the decision cannot be read. The action becomes overdue; the message reaches its handler and leaves the queue.
            return null;
        }
    }

    /// <summary>Removes a pending action, decided or not.</summary>
    /// <param name="operation">The pending action.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    public async Task ForgetAsync(DkPendingAction operation, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(operation);

        // In this order, so that a concurrent save sees that it is gone.
        _operations.TryRemove(operation.Record.ClientTransactionId, out _);
        if (operation.Record.ServerTransactionId is { } id)
        {
            _accepted.TryRemove(KeyValuePair.Create(id, operation));
        }

        await _store.RemoveAsync(operation.Record.ClientTransactionId, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Reads one message: completes the pending action that it decides, calls the handler, acknowledges the message, and forgets the action, in
    /// this order. After a crash in between, the same message is delivered again.
    /// </summary>
    /// <param name="client">A pool or a session.</param>
    /// <param name="handler">Processes and stores the message. The pending action is null for messages that do not decide one.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>Whether there was a message.</returns>
    /// <inheritdoc cref="EppClientExtensions.PollAsync" path="/exception"/>
    public async Task<bool> PollAsync(IEppClient client, Func<DkPollEvent, DkPendingAction?, Task> handler, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(handler);
        if (await client.PollAsync(cancellationToken).ConfigureAwait(false) is not { } message)
        {
            return false;
        }

        var read = DkPollEvent.From(message);
        var operation = Observe(read);
        await handler(read, operation).ConfigureAwait(false);
        await client.AcknowledgeAsync(message, cancellationToken).ConfigureAwait(false);
        if (operation is not null)
        {
            await ForgetAsync(operation, CancellationToken.None).ConfigureAwait(false);
        }

        return true;
    }

    /// <summary>
    /// Completes and forgets the pending action that a message decides, including one that another process has sent with the same store since this
    /// tracker was opened. Intended for <see cref="EppPollConsumerOptions.Committed"/> of a consumer; calling it twice is harmless.
    /// </summary>
    /// <param name="message">The message, after it was handled.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    public async Task CompleteAsync(PollMessage message, CancellationToken cancellationToken = default)
    {
        var read = DkPollEvent.From(message);
        if (read.Outcome is null)
        {
            return;
        }

        var operation = Observe(read);
        if (operation is null)
        {
            await ReadStoreAsync(cancellationToken).ConfigureAwait(false);
            operation = Observe(read);
        }

        if (operation is not null)
        {
            await ForgetAsync(operation, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Gets the pending actions whose decision is overdue. Their <see cref="DkPendingAction.Completion"/> completes as overdue; they stay recorded
    /// until they are forgotten, so a late message is still matched.
    /// </summary>
    public IReadOnlyList<DkPendingAction> FindOverdue()
    {
        var now = _options.TimeProvider.GetUtcNow();
        var overdue = PendingActions.Where(operation => operation.Record.DueAt <= now).ToList();
        overdue.ForEach(operation => operation.Complete(new DkPendingActionOutcome(DkPendingActionState.Overdue, null)));
        return overdue;
    }

    /// <summary>Whether no message can follow, because the command was not sent. If its outcome is unknown, the record is kept.</summary>
    private static bool WasNotSent(Exception failure) => failure switch
    {
        EppException known => known.Delivery == EppDelivery.NotSent,
        EppOutcomeUnknownCanceledException => false,
        OperationCanceledException or ObjectDisposedException or ArgumentException => true,
        _ => false,
    };

    // The registry has not published whether the message has the ids of the deletion or of the restore.
    private DkPendingAction? FindStopped(DkPollEvent message) => message is DkDeletionStopped { Subject: { } subject }
        ? PendingActions.FirstOrDefault(operation => operation.Record.Command == nameof(DomainDelete) && EppDomainName.AreSame(operation.Record.Subject, subject))
        : null;

    // The registry's id is unique. The client's id is used if the response to the command was lost.
    private DkPendingAction? Find(EppTransactionId id) =>
        (!_accepted.IsEmpty && PollReader.Readable(() => id.ServerTransactionId) is { Length: > 0 } assigned ? _accepted.GetValueOrDefault(assigned) : null)
        ?? (id.ClientTransactionId is { } own && _operations.TryGetValue(own, out var lost) && string.IsNullOrEmpty(lost.Record.ServerTransactionId) ? lost : null);

    private async Task ReadStoreAsync(CancellationToken cancellationToken)
    {
        foreach (var record in await _store.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            var operation = new DkPendingAction(record);
            if (_operations.TryAdd(record.ClientTransactionId, operation) && record.ServerTransactionId is { } id)
            {
                _accepted.TryAdd(id, operation);
            }
        }
    }

    private EppPendingActionRecord RecordOf(IEppCommand command)
    {
        var now = _options.TimeProvider.GetUtcNow();
        return new EppPendingActionRecord
        {
            ClientTransactionId = $"DK-{Guid.CreateVersion7(now):N}",
            Command = command.GetType().Name,
            Subject = SubjectOf(command),
            SentAt = now,
            DueAt = now + _options.DecisionTimeout(command),
        };
    }

    private static string SubjectOf(IEppCommand command) => command switch
    {
        DomainCreate domain => domain.Name,
        DomainUpdate domain => domain.Name,
        DomainDelete domain => domain.Name,
        DomainRenew domain => domain.Name,
        DomainTransfer domain => domain.Name,
        ContactUpdate contact => contact.Id,
        HostCreate host => host.Name,
        HostUpdate host => host.Name,
        HostDelete host => host.Name,
        _ => string.Empty,
    };
}

/// <summary>The response to a tracked command.</summary>
/// <param name="Response">The registry's response.</param>
/// <param name="PendingAction">The pending action; null if the registry has decided at once.</param>
public sealed record DkTrackedResponse(EppResponse Response, DkPendingAction? PendingAction);
