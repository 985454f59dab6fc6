namespace EppClient.Tests.Sessions;

[Trait("Failure", "4")]
public sealed class SessionPoolMaintenanceTests
{
    private const int Timeout = 30_000;

    [Fact(Timeout = Timeout)]
    public async Task An_idle_session_is_kept_alive()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(2) with { KeepAliveInterval = TimeSpan.FromSeconds(60) });
        (await harness.RentAsync()).Dispose();

        Advance(harness, 59, step: 5);
        harness.Registry.Hellos.Should().Be(0);
        Advance(harness, 21, step: 5);

        await PoolHarness.UntilAsync(() => harness.Registry.Hellos == 1);
        await harness.CompletesAsync(idle: 1);
    }

    [Fact(Timeout = Timeout)]
    public async Task Session_is_not_idle_during_a_keep_alive()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(1) with { KeepAliveInterval = TimeSpan.FromSeconds(60) });
        (await harness.RentAsync()).Dispose();
        harness.Registry.IsSilent = true;
        Advance(harness, 75, step: 15);
        await PoolHarness.UntilAsync(() => harness.Registry.Hellos == 1);
        harness.Check(used: 1);

        var waiter = harness.RentAsync();
        harness.Check(used: 1, waiting: 1);
        harness.Registry.IsSilent = false;
        await harness.Registry.Open[0].ServerSendsAsync("greeting");

        (await waiter).Dispose();
        harness.Check(idle: 1);
    }

    [Fact(Timeout = Timeout)]
    public async Task Session_that_does_not_respond_to_hello_is_closed()
    {
        await using var harness = new PoolHarness(
            PoolHarness.Quiet(1) with { KeepAliveInterval = TimeSpan.FromSeconds(60) }, new EppTimeoutOptions { Command = TimeSpan.FromSeconds(10) });
        (await harness.RentAsync()).Dispose();
        harness.Registry.IsSilent = true;
        Advance(harness, 75, step: 15);
        await PoolHarness.UntilAsync(() => harness.Registry.Hellos == 1);

        harness.Time.Advance(TimeSpan.FromSeconds(10));

        await harness.CompletesAsync();
        harness.Registry.Open.Should().BeEmpty();
    }

    [Fact(Timeout = Timeout)]
    public async Task Session_in_use_is_not_maintained()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(1) with
        {
            KeepAliveInterval = TimeSpan.FromSeconds(60),
            IdleLifetime = TimeSpan.FromSeconds(60),
            MaxSessionAge = TimeSpan.FromSeconds(60),
        });
        var lease = await harness.RentAsync();

        Advance(harness, 300, step: 15);

        harness.Check(used: 1);
        harness.Registry.Hellos.Should().Be(0);
        (await FakeRegistry.AskAsync(lease.Channel, "check")).Should().Be("re check");
        lease.Dispose();
        await harness.CompletesAsync();
        harness.Registry.Logouts.Should().Be(1);
    }

    [Fact(Timeout = Timeout)]
    public async Task Idle_session_at_its_maximum_age_logs_out()
    {
        // The clock advances while the session logs out, so the logout timeout must be longer.
        await using var harness = new PoolHarness(
            PoolHarness.Quiet(1) with { MaxSessionAge = TimeSpan.FromSeconds(100) }, new EppTimeoutOptions { Logout = TimeSpan.FromSeconds(60) });
        (await harness.RentAsync()).Dispose();

        Advance(harness, 85, step: 5);
        harness.Check(idle: 1);
        Advance(harness, 45, step: 5);

        await harness.CompletesAsync();
        harness.Registry.Logouts.Should().Be(1);
    }

    [Fact(Timeout = Timeout)]
    public async Task Session_at_its_maximum_age_is_replaced_when_rented()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(1) with { MaxSessionAge = TimeSpan.FromHours(1) });
        var lease = await harness.RentAsync();
        var old = lease.Channel;
        lease.Dispose();
        harness.Time.Advance(TimeSpan.FromHours(1));

        using var next = await harness.RentAsync();

        next.Channel.Should().NotBeSameAs(old);
        harness.CheckInvariants();
    }

    [Fact(Timeout = Timeout)]
    public async Task Unused_sessions_above_the_minimum_log_out()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(3) with { MinSessions = 1, IdleLifetime = TimeSpan.FromSeconds(60) });
        var leases = new[] { await harness.RentAsync(), await harness.RentAsync(), await harness.RentAsync() };
        Array.ForEach(leases, lease => lease.Dispose());
        harness.Check(idle: 3);

        Advance(harness, 90, step: 15);

        await harness.CompletesAsync(idle: 1);
    }

    [Fact(Timeout = Timeout)]
    public async Task A_keep_alive_does_not_count_as_use()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(1) with { KeepAliveInterval = TimeSpan.FromSeconds(20), IdleLifetime = TimeSpan.FromSeconds(60) });
        (await harness.RentAsync()).Dispose();

        Advance(harness, 55, step: 5);
        await harness.CompletesAsync(idle: 1);
        harness.Registry.Hellos.Should().BePositive();
        Advance(harness, 5, step: 5);

        await harness.CompletesAsync();
    }

    [Fact(Timeout = Timeout)]
    public async Task The_minimum_is_opened_at_the_start_and_after_losses()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(3) with { MinSessions = 2 });
        await harness.CompletesAsync(idle: 2);

        var lost = harness.Registry.Open;
        foreach (var connection in lost)
        {
            await connection.ServerClosesAsync();
        }

        await PoolHarness.UntilAsync(() => lost.All(connection => connection.IsFinished));
        Advance(harness, 30, step: 30);
        await harness.CompletesAsync(idle: 2);
        harness.Registry.Connects.Should().Be(4);
    }

    [Fact(Timeout = Timeout)]
    public async Task Opening_the_minimum_is_retried_after_a_failure()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(1) with { MinSessions = 1 });
        await harness.CompletesAsync(idle: 1);
        harness.Registry.Connecting = _ => Task.FromException(new EppConnectionException("down", EppDelivery.NotSent));
        var lost = harness.Registry.Open[0];
        await lost.ServerClosesAsync();
        await PoolHarness.UntilAsync(() => lost.IsFinished);
        Advance(harness, 30, step: 30);
        await harness.CompletesAsync();

        harness.Registry.Connecting = _ => Task.CompletedTask;
        Advance(harness, 30, step: 30);

        await harness.CompletesAsync(idle: 1);
    }

    private static void Advance(PoolHarness harness, int seconds, int step)
    {
        for (var passed = 0; passed < seconds; passed += step)
        {
            harness.Time.Advance(TimeSpan.FromSeconds(Math.Min(step, seconds - passed)));
        }
    }
}
