using EppClient.StressTests.Simulation.Network;

namespace EppClient.StressTests.Simulation.Schedule;

/// <content>Actions due to elapsed time: the registry detects connections that the client has closed, and executes the commands received on them.</content>
internal sealed partial class Simulation
{
    // The time for which a registry may still execute the commands that it has read. The pool waits slightly longer.
    private static readonly TimeSpan MostDelay = EppProfiles.Standard.ReconciliationDelay - TimeSpan.FromSeconds(1);

    /// <summary>Advances the clock, and performs the registry's actions that become due.</summary>
    private async Task AdvanceAsync(TimeSpan time)
    {
        for (var end = _time.GetTimestamp() + time.Ticks; ;)
        {
            // Work started by a timer or the registry completes before the clock advances.
            _threadPool.WaitForIdle();
            if (_network.Left.FirstOrDefault(left => left.Left >= _look) is { } due)
            {
                await LookAsync(due);
                continue;
            }

            _registry.CatchUp();
            var now = _time.GetTimestamp();
            if (now >= end)
            {
                return;
            }

            _time.Advance(TimeSpan.FromTicks(NextEvent(now, end) - now));
        }
    }

    /// <summary>The time of the next event: a timer fires, or the registry executes a late command or detects that the client has closed.</summary>
    private long NextEvent(long now, long end)
    {
        var next = Math.Min(end, _registry.NextDue ?? end);
        foreach (var left in _network.Left)
        {
            next = Math.Min(next, now + (_look - left.Left!.Value).Ticks);
        }

        return _time.NextTimer is var timer && timer > now ? Math.Min(next, timer) : next;
    }

    /// <summary>The registry detects that the client has closed: it has read all data, and closes too.</summary>
    private async Task LookAsync(SimulatedConnection connection)
    {
        var late = connection.Left!.Value - new EppTimeoutOptions().Logout;
        connection.Receive(int.MaxValue);
        if (!connection.IsLoggedIn)
        {
            _registry.Serve(connection);
        }

        // A registry that detects the close after the limit has less time left before it is queried.
        _registry.Postpone(connection, late > TimeSpan.Zero ? MostDelay - late : MostDelay);
        await connection.CutAsync(isReset: false);
    }
}
