using EppClient.Commands;

namespace EppClient.IntegrationTests.HostileServers;

/// <summary>Servers that stop responding or respond too slowly. Partial data does not extend a deadline.</summary>
[Trait("Failure", "1")]
public sealed class StallTests
{
    [Theory(Timeout = 30_000)]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(100)]
    public async Task Partial_response_times_out_and_its_outcome_is_unknown(int bytes)
    {
        await using var server = HostileServer.Start(
            async connection =>
            {
                await connection.OpenAsync();
                var response = HostileConnection.Frame(Wire.Success(await connection.ReceiveAsync()));
                await connection.SendRawAsync(response.AsMemory(0, bytes));
                await connection.StallAsync();
            },
            c => c.ServeAsync());
        await using var pool = Client.For(server);
        await using (await pool.RentAsync())
        {
            // The session is already open, so the deadline applies to the command and not to the login.
        }

        var failure = await Client.LossOf<EppTimeoutException>(() => pool.SendAsync(new PollAcknowledge("1"), Hurried));

        failure.Phase.Should().Be(EppTimeoutPhase.WaitingForResponse);
        await pool.CheckAsync("a.example");
    }

    [Fact(Timeout = 30_000)]
    public async Task Slow_greeting_does_not_extend_the_deadline()
    {
        await using var server = HostileServer.Start(
            c => c.DripAsync(HostileConnection.Frame(Wire.Greeting), TimeSpan.FromMilliseconds(50)), c => c.ServeAsync());
        await using var pool = Client.For(server, o => o with { Timeouts = o.Timeouts with { Open = Client.Short * 2 } });

        var failure = await Client.FailureOf<EppTimeoutException>(() => pool.SendAsync(new PollAcknowledge("1"), Hurried), EppDelivery.NotSent);

        failure.Phase.Should().Be(EppTimeoutPhase.WaitingForGreeting);
        await pool.CheckAsync("a.example");
    }

    [Fact(Timeout = 30_000)]
    public async Task Slow_response_does_not_extend_the_deadline()
    {
        await using var server = HostileServer.Start(
            async connection =>
            {
                await connection.OpenAsync();
                await connection.DripAsync(HostileConnection.Frame(Wire.Success(await connection.ReceiveAsync())), TimeSpan.FromMilliseconds(50));
            },
            c => c.ServeAsync());
        await using var pool = Client.For(server);
        await using var session = await pool.RentAsync();

        await Client.LossOf<EppTimeoutException>(() => session.SendAsync(new PollAcknowledge("1"), Hurried));
    }

    [Fact(Timeout = 60_000)]
    public async Task Write_to_a_server_that_does_not_read_times_out()
    {
        await using var server = HostileServer.Start(async connection =>
        {
            await connection.OpenAsync();
            await Task.Delay(Timeout.Infinite, connection.Stopped);
        });
        const int MaxFrame = 32 * 1024 * 1024;
        await using var pool = Client.For(server, o => o with
        {
            Profile = o.Profile with { Limits = o.Profile.Limits with { MaxFrameLength = MaxFrame } },
            Frames = new EppFrameOptions { MaxOutgoingBytes = MaxFrame },
        });
        await using var session = await pool.RentAsync();
        var large = new DomainCheck { Names = [.. Enumerable.Range(0, 50_000).Select(i => $"{new string('x', 200)}{i}.example")] };

        var failure = await Client.FailureOf<EppTimeoutException>(
            () => session.SendAsync(large, new EppSendOptions { Timeout = Client.Long / 2 }), EppDelivery.MaybeSent);

        failure.Phase.Should().Be(EppTimeoutPhase.Writing);
    }

    [Fact(Timeout = 30_000)]
    public async Task Caller_that_waits_for_a_session_times_out_before_anything_is_sent()
    {
        await using var server = HostileServer.Start(c => c.ServeAsync());
        await using var pool = Client.For(server);
        await using var session = await pool.RentAsync();

        var failure = await Client.FailureOf<EppTimeoutException>(() => pool.CheckAsync("a.example", Client.Short), EppDelivery.NotSent);

        failure.Phase.Should().Be(EppTimeoutPhase.WaitingForSession);
        await session.CheckAsync("b.example");
    }

    [Fact(Timeout = 30_000)]
    public async Task Cancellation_ends_the_call_at_once_and_its_response_is_discarded()
    {
        var isAsked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var isCancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = HostileServer.Start(
            async connection =>
            {
                await connection.OpenAsync();
                var request = await connection.ReceiveAsync();
                isAsked.SetResult();
                await isCancelled.Task;
                await connection.SendAsync(Wire.ResponseTo(request));
                await connection.RespondToAllAsync();
            },
            c => c.ServeAsync());
        await using var pool = Client.For(server);
        using var cancellation = new CancellationTokenSource();

        var call = pool.CheckAsync("a.example", cancellationToken: cancellation.Token);
        await isAsked.Task;
        await cancellation.CancelAsync();
        var failure = await Client.FailureOf(() => call);
        isCancelled.SetResult();

        failure.Should().BeAssignableTo<OperationCanceledException>().Which.CancellationToken.Should().Be(cancellation.Token);
        await pool.CheckAsync("b.example");
        server.Connections.Should().Be(2, "the first connection still waits for the response to the first call");
    }

    [Fact(Timeout = 30_000)]
    public async Task Disposal_ends_calls_without_a_response_and_completes()
    {
        var isAsked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = HostileServer.Start(async connection =>
        {
            await connection.OpenAsync();
            await connection.ReceiveAsync();
            isAsked.SetResult();
            await connection.StallAsync();
        });
        var pool = Client.For(server);
        var responded = pool.CheckAsync("a.example");
        await isAsked.Task;
        var waiting = pool.CheckAsync("b.example");

        await pool.DisposeAsync().AsTask().WaitAsync(Client.Long);

        (await Client.FailureOf(() => responded)).Should().BeOfType<EppConnectionException>().Which.Delivery.Should().Be(EppDelivery.MaybeSent);
        (await Client.FailureOf(() => waiting)).Should().BeAssignableTo<ObjectDisposedException>();
    }

    [Fact(Timeout = 30_000)]
    public async Task Disposal_does_not_wait_for_a_server_that_ignores_the_logout()
    {
        await using var server = HostileServer.Start(async connection =>
        {
            await connection.OpenAsync();
            await connection.StallAsync();
        });
        var pool = Client.For(server);
        await using (await pool.RentAsync())
        {
            // The session is idle.
        }

        await pool.DisposeAsync().AsTask().WaitAsync(Client.Long);
    }

    private static EppSendOptions Hurried => new() { Timeout = Client.Short };
}
