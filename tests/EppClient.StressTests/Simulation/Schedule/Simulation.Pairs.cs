namespace EppClient.StressTests.Simulation.Schedule;

/// <content>
/// Two concurrent actions: an event for a caller that is cancelled before the resulting work has run, or just before the event. Also verifies the
/// final state after all callers have left, in which a lost session or permit would be missing.
/// </content>
internal sealed partial class Simulation
{
    // Opening a session takes a greeting and a login, some of them through a small buffer.
    private const int MostMovesToOpen = 40;

    private const int MostLooks = 20_000;

    private async Task PairAsync()
    {
        switch (_random.Next(4))
        {
            case 0:
                await ReturnAndCancelAsync();
                break;
            case 1:
                await RespondAndCancelAsync();
                break;
            default:
                await OpenAndCancelAsync();
                break;
        }
    }

    /// <summary>A session is returned while a caller that waits for it is cancelled.</summary>
    private async Task ReturnAndCancelAsync()
    {
        // There is a session to return, and a caller that waits for it.
        if (Pick(_rented) is not { } session)
        {
            Rent();
            return;
        }

        Send(null);
        var cancel = PickWaiter();
        _rented.Remove(session);
        await AtOneInstantAsync(() => session.DisposeAsync().AsTask(), cancel, () => true);
    }

    /// <summary>A response is delivered while its caller is cancelled.</summary>
    private async Task RespondAndCancelAsync()
    {
        foreach (var connection in _network.Open)
        {
            connection.Receive(int.MaxValue);
            _registry.Serve(connection);
        }

        var responding = _network.Open.Where(connection => connection.NextResponse is { Caller: not null }).ToList();
        if (Pick(responding) is { NextResponse: { Caller: { } caller } response } chosen)
        {
            await AtOneInstantAsync(() => chosen.DeliverAsync(response.Bytes), () => Cancel(caller), () => true);
        }
    }

    /// <summary>The response to a login is delivered while the caller for whom the session is opened is cancelled.</summary>
    private async Task OpenAndCancelAsync()
    {
        Send(null);
        await DrainAsync();
        var opening = _network.Open.Where(connection => connection is { IsLoggedIn: false, Opener: not null }).ToList();
        if (Pick(opening) is not { } chosen)
        {
            return;
        }

        for (var i = 0; i < MostMovesToOpen && chosen is { IsOpen: true, NextResponse: not { Caller: not null } }; i++)
        {
            await chosen.DeliverAsync(int.MaxValue);
            await DrainAsync();
            chosen.Receive(int.MaxValue);
            _registry.Serve(chosen);
        }

        if (chosen is { IsOpen: true, NextResponse: { Caller: { } caller } response })
        {
            var before = _pool.Statistics.Opening;
            await AtOneInstantAsync(() => chosen.DeliverAsync(response.Bytes), () => Cancel(caller), () => _pool.Statistics.Opening < before);
        }
    }

    /// <summary>
    /// Performs both in either order: immediately after each other, or the second as soon as the pool shows the effect of the first, so that the rest of
    /// the first runs concurrently on another thread.
    /// </summary>
    private async Task AtOneInstantAsync(Func<Task> first, Action cancel, Func<bool> hasEffect)
    {
        var order = _random.Next(4);
        var pause = _random.Next(30);
        if (order == 0)
        {
            cancel();
            await first();
            return;
        }

        var performed = first();
        for (var i = 0; order > 1 && i < MostLooks && !hasEffect(); i++)
        {
            Thread.SpinWait(1);
        }

        Thread.SpinWait(order > 1 ? pause : 0);
        cancel();
        await performed;
    }

    private Action PickWaiter()
    {
        var renting = _renting.Find(entry => !entry.Rent.IsCompleted).Cancellation;
        var first = _pending.Find(command => command is { Priority: EppPriority.Interactive, Outcome.IsCompleted: false });
        var other = Pick(_pending);
        return _random.Next(4) switch
        {
            0 when renting is not null => renting.Cancel,
            1 when other is not null => other.Cancel,
            _ => () => first?.Cancel(),
        };
    }

    private void Cancel(string caller)
    {
        _pending.Find(command => command.Id == caller)?.Cancel();
        _renting.Find(entry => entry.Id == caller).Cancellation?.Cancel();
    }

    /// <summary>Without faults, all callers leave or are served. Then the pool has only idle sessions, each with its permit: none was lost.</summary>
    private async Task EmptyAsync()
    {
        (_network.IsDown, _registry.SessionLimit, _registry.LoginRefusal, _registry.ClosingRate) = (false, int.MaxValue, null, 0);
        _pool.Clear();
        for (var i = 0; !IsEmpty; i++)
        {
            i.Should().BeLessThan(1_000, "sessions that are not rented become idle or are closed: {0}, {1} commands and {2} queries pending", _pool.Statistics, _pending.Count, _asking.Count);
            while (_rented.Count > 0)
            {
                await ReturnAsync();
            }

            await MoveAllAsync();
            if (i % 3 == 2)
            {
                await AdvanceAsync(TimeSpan.FromSeconds(1));
            }

            await DrainAsync();
            await CollectAsync();
            VerifyInvariants();
        }

        (_quota?.Taken ?? 0).Should().Be(_quota is null ? 0 : _pool.Statistics.Idle, "only sessions have permits, and each has one");
    }

    private bool IsEmpty =>
        _pending.Count + _renting.Count + _rented.Count + _asking.Count == 0 && _pool.Statistics is { InUse: 0, Opening: 0, Closing: 0, Waiting: 0 };
}
