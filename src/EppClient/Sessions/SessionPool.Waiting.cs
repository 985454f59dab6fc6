using System.Globalization;

namespace EppClient.Sessions;

/// <content>Who gets the next free session, or the permission to open one.</content>
internal sealed partial class SessionPool
{
    private readonly LinkedList<TaskCompletionSource<Grant>> _waiters = new();

    private async ValueTask<Grant> TakeGrantAsync(Deadline deadline, CancellationToken cancellationToken)
    {
        TaskCompletionSource<Grant>? waiter = null;
        Grant grant = default;
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (_waiters.Count > 0 || !TryGrant(out grant))
            {
                waiter = Enqueue(deadline);
            }
        }

        StartClosing();
        return waiter is null ? grant : await WaitAsync(waiter, deadline, cancellationToken).ConfigureAwait(false);
    }

    private TaskCompletionSource<Grant> Enqueue(Deadline deadline)
    {
        var waiter = new TaskCompletionSource<Grant>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (IsHopelessFor(deadline))
        {
            waiter.SetException(_gate.Refusal());
        }
        else
        {
            _waiters.AddLast(waiter);
        }

        return waiter;
    }

    private async Task<Grant> WaitAsync(TaskCompletionSource<Grant> waiter, Deadline deadline, CancellationToken cancellationToken)
    {
        try
        {
            return await waiter.Task.WaitAsync(deadline.Remaining, _settings.Time, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await WithdrawAsync(waiter).ConfigureAwait(false);
            throw;
        }
        catch (TimeoutException exception)
        {
            await WithdrawAsync(waiter).ConfigureAwait(false);
            Metrics.WaitTimedOut();
            throw WaitTimedOut(deadline, exception);
        }
    }

    /// <summary>Hands out what is free, first come, first served. Everything that frees something ends with this.</summary>
    private void ServeWaiters()
    {
        lock (_lock)
        {
            while (_waiters.First is { } first && TryGrant(out var grant))
            {
                _waiters.RemoveFirst();
                first.Value.SetResult(grant);
            }

            // Nothing will ever come for them: no session is left, and no further login is tried.
            while (_waiters.First is { } first && _gate.IsStopped && _ledger.Open == _ledger.Closing)
            {
                _waiters.RemoveFirst();
                first.Value.SetException(_gate.Refusal());
            }

            if (_isDisposed && _ledger.Open == 0)
            {
                _drained.TrySetResult();
            }
        }

        StartClosing();
    }

    /// <summary>Under the lock.</summary>
    private bool TryGrant(out Grant grant)
    {
        while (_ledger.TryTakeIdle(out var session))
        {
            if (Unfit(session) is null)
            {
                grant = new Grant(session, _generation);
                return true;
            }

            BeginClosing(session);
        }

        grant = new Grant(null, _generation);
        var mayOpen = !_isDisposed && _ledger.HasRoom && _gate.MayOpen(_ledger.Opening);
        if (mayOpen)
        {
            _ledger.BeginOpening();
        }

        return mayOpen;
    }

    /// <summary>Whether neither a session can come back nor one be opened before the deadline. Under the lock.</summary>
    private bool IsHopelessFor(Deadline deadline) =>
        _ledger.Open == _ledger.Closing && (_gate.IsStopped || (!deadline.IsNone && _gate.Pause > deadline.Remaining));

    private async Task WithdrawAsync(TaskCompletionSource<Grant> waiter)
    {
        lock (_lock)
        {
            if (_waiters.Remove(waiter))
            {
                return;
            }
        }

        // It was served at the same instant: what it got goes to the next one.
        var grant = await waiter.Task.ConfigureAwait(false);
        if (grant.Session is { } session)
        {
            PutBack(session);
            return;
        }

        lock (_lock)
        {
            _ledger.OpeningEnded();
        }

        ServeWaiters();
    }

    private EppTimeoutException WaitTimedOut(Deadline deadline, TimeoutException exception)
    {
        lock (_lock)
        {
            var now = _ledger.Snapshot(_waiters.Count);
            var detail = string.Create(
                CultureInfo.InvariantCulture, $"Of at most {now.Max} sessions {now.Used} are used, {now.Opening} opening, {now.Closing} closing; {now.Waiting} more callers wait.");
            return _gate.LastFailure is { } failure
                ? new EppTimeoutException(EppPhase.WaitingForSession, deadline.Total, EppDelivery.NotSent, $"{detail} The last attempt to open one failed: {failure.Message}", failure)
                : new EppTimeoutException(EppPhase.WaitingForSession, deadline.Total, EppDelivery.NotSent, detail, exception);
        }
    }

    /// <summary>A session to use, or without one the permission to open one of that generation.</summary>
    private readonly record struct Grant(PhysicalSession? Session, int Generation);
}
