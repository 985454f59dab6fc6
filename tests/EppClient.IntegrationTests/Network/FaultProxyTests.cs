using System.Net.Sockets;
using EppClient.Testing.Network;

namespace EppClient.IntegrationTests.Network;

/// <summary>Each fault of the proxy, exact to the byte.</summary>
public sealed class FaultProxyTests
{
    private const int Timeout = 60_000;
    private static readonly byte[] Message = [.. Enumerable.Range(0, 1000).Select(i => (byte)i)];

    [Fact(Timeout = Timeout)]
    public async Task Bytes_pass_as_they_were_sent_and_are_counted()
    {
        await using var line = new Line();
        var bytes = new byte[3_000_000];
        new Random(1).NextBytes(bytes);
        using (var ends = await line.ConnectAsync())
        {
            var arriving = Line.ReadToEndAsync(ends.Server);
            await ends.Client.SendAsync(bytes);
            ends.Client.Shutdown(SocketShutdown.Send);
            (await arriving).Should().Equal(bytes);

            await ends.Server.SendAsync(Message);
            (await Line.ReadAsync(ends.Client, Message.Length)).Should().Equal(Message);

            // The proxy counts a byte after forwarding it, when the other end may have read it already.
            await Eventually.HoldsAsync(() => (ends.Connection.BytesToServer, ends.Connection.BytesToClient) == (bytes.Length, Message.Length));
            ends.Server.Shutdown(SocketShutdown.Send);
            await ends.Connection.Completion;
            ends.Connection.Ending.Should().BeNull();
        }

        (line.Proxy.BytesToServer, line.Proxy.BytesToClient, line.Proxy.AcceptedCount, line.Proxy.DisconnectCount).Should().Be((bytes.Length, Message.Length, 1, 0));
    }

    [Theory(Timeout = Timeout)]
    [InlineData(1, EppFaultEnding.Reset)]
    [InlineData(777, EppFaultEnding.Reset)]
    [InlineData(1, EppFaultEnding.Close)]
    [InlineData(777, EppFaultEnding.Close)]
    public async Task Connection_is_closed_at_the_given_byte_in_either_direction(int bytes, EppFaultEnding ending)
    {
        await using var line = new Line(new EppFaultProxyOptions
        {
            PlanFor = connection => connection.Number == 1
                ? new EppFaultPlan { ToServer = new EppStreamFaults { DisconnectAfterBytes = bytes, Ending = ending } }
                : new EppFaultPlan { ToClient = new EppStreamFaults { DisconnectAfterBytes = bytes, Ending = ending } },
        });
        foreach (var fromClient in (bool[])[true, false])
        {
            using var ends = await line.ConnectAsync();
            var (sender, receiver) = fromClient ? (ends.Client, ends.Server) : (ends.Server, ends.Client);
            await sender.SendAsync(Message);
            if (ending == EppFaultEnding.Reset)
            {
                (await Line.CountToResetAsync(receiver)).Should().Be(bytes);
                (await Line.CountToResetAsync(sender)).Should().Be(0);
            }
            else
            {
                (await Line.ReadToEndAsync(receiver)).Should().Equal(Message[..bytes]);
                (await Line.ReadToEndAsync(sender)).Should().BeEmpty();
            }

            await ends.Connection.Completion;
            ends.Connection.Ending.Should().Be(ending);
            (ends.Connection.BytesToServer + ends.Connection.BytesToClient).Should().Be(bytes);
        }

        line.Proxy.AcceptedCount.Should().Be(2);
    }

    [Fact(Timeout = Timeout)]
    public async Task Cut_before_the_first_byte_prevents_the_connection()
    {
        await using var line = new Line(new EppFaultProxyOptions { Plan = EppFaultPlan.Both(new EppStreamFaults { DisconnectAfterBytes = 0 }) });

        (await line.FailToConnectAsync()).Should().Be(SocketError.ConnectionReset);
    }

    [Fact(Timeout = Timeout)]
    public async Task Half_close_closes_one_direction()
    {
        await using var line = new Line();
        using var ends = await line.ConnectAsync();
        ends.Connection.Plan = new EppFaultPlan { ToServer = new EppStreamFaults { DisconnectAfterBytes = 10, Ending = EppFaultEnding.HalfClose } };

        await ends.Client.SendAsync(Message);
        (await Line.ReadToEndAsync(ends.Server)).Should().Equal(Message[..10]);
        await ends.Client.SendAsync(Message);
        await ends.Server.SendAsync(Message);
        (await Line.ReadAsync(ends.Client, Message.Length)).Should().Equal(Message);

        ends.Server.Shutdown(SocketShutdown.Send);
        (await Line.ReadToEndAsync(ends.Client)).Should().BeEmpty();
        ends.Client.Shutdown(SocketShutdown.Send);
        await ends.Connection.Completion;
        ends.Connection.Ending.Should().Be(EppFaultEnding.HalfClose);
        ends.Connection.BytesToServer.Should().Be(10);
    }

    [Theory(Timeout = Timeout)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Stall_delays_bytes_until_it_is_removed(bool atByte)
    {
        await using var line = new Line();
        using var ends = await line.ConnectAsync();
        ends.Connection.Plan = new EppFaultPlan
        {
            ToClient = atByte ? new EppStreamFaults { DisconnectAfterBytes = 7, Ending = EppFaultEnding.Stall } : new EppStreamFaults { IsStalled = true },
        };

        await ends.Server.SendAsync(Message);
        await ends.Connection.HeldBackFromClient;
        ends.Connection.BytesToClient.Should().Be(atByte ? 7 : 0);
        ends.Connection.HeldBackFromServer.IsCompleted.Should().BeFalse();

        line.Proxy.Plan = EppFaultPlan.None;
        (await Line.ReadAsync(ends.Client, Message.Length)).Should().Equal(Message);
        ends.Connection.Ending.Should().BeNull();
    }

    [Fact(Timeout = Timeout)]
    public async Task Latency_delays_each_byte_and_jitter_depends_on_the_seed()
    {
        var (first, again, other) = (await WaitsAsync(seed: 7), await WaitsAsync(seed: 7), await WaitsAsync(seed: 8));

        first.Should().OnlyContain(wait => wait >= TimeSpan.FromSeconds(2) && wait <= TimeSpan.FromSeconds(3)).And.OnlyHaveUniqueItems();
        again.Should().Equal(first);
        other.Should().NotEqual(first);

        async Task<List<TimeSpan>> WaitsAsync(int seed)
        {
            var time = new ObservedTimeProvider();
            await using var line = new Line(new EppFaultProxyOptions { Seed = seed, TimeProvider = time });
            line.Proxy.Plan = new EppFaultPlan { ToServer = new EppStreamFaults { Latency = TimeSpan.FromSeconds(2), Jitter = TimeSpan.FromSeconds(1) } };
            using var ends = await line.ConnectAsync();
            List<TimeSpan> waits = [];
            for (var i = 0; i < 5; i++)
            {
                await ends.Client.SendAsync(Message);
                var wait = await time.NextWaitAsync();
                ends.Connection.BytesToServer.Should().Be(i * Message.Length);
                time.Advance(wait);
                (await Line.ReadAsync(ends.Server, Message.Length)).Should().Equal(Message);
                waits.Add(wait);
            }

            return waits;
        }
    }

    [Fact(Timeout = Timeout)]
    public async Task Slow_line_forwards_single_bytes()
    {
        var time = new ObservedTimeProvider();
        await using var line = new Line(new EppFaultProxyOptions { TimeProvider = time, Plan = new EppFaultPlan { ToClient = new EppStreamFaults { BytesPerSecond = 5 } } });
        using var ends = await line.ConnectAsync();

        await ends.Server.SendAsync(Message);
        for (var i = 1; i <= 10; i++)
        {
            (await time.NextWaitAsync()).Should().Be(TimeSpan.FromSeconds(0.2));
            ends.Connection.BytesToClient.Should().Be(i);
            time.Advance(TimeSpan.FromSeconds(0.2));
        }

        ends.Connection.Plan = EppFaultPlan.None;
        (await Line.ReadAsync(ends.Client, Message.Length)).Should().Equal(Message);
    }

    [Fact(Timeout = Timeout)]
    public async Task Faster_slow_line_forwards_the_bytes_of_a_tenth_of_a_second()
    {
        var time = new ObservedTimeProvider();
        await using var line = new Line(new EppFaultProxyOptions { TimeProvider = time, Plan = EppFaultPlan.Both(new EppStreamFaults { BytesPerSecond = 4000 }) });
        using var ends = await line.ConnectAsync();

        await ends.Client.SendAsync(Message);
        (await time.NextWaitAsync()).Should().Be(TimeSpan.FromSeconds(0.1));

        ends.Connection.BytesToServer.Should().Be(400);
    }

    [Fact(Timeout = Timeout)]
    public async Task Refused_connections_do_not_affect_open_connections()
    {
        await using var line = new Line();
        using var before = await line.ConnectAsync();

        line.Proxy.RefusesConnections = true;
        (await line.FailToConnectAsync()).Should().Be(SocketError.ConnectionRefused);
        await before.Client.SendAsync(Message);
        (await Line.ReadAsync(before.Server, Message.Length)).Should().Equal(Message);

        line.Proxy.RefusesConnections = false;
        using var after = await line.ConnectAsync();
        await after.Client.SendAsync(Message);
        (await Line.ReadAsync(after.Server, Message.Length)).Should().Equal(Message);
    }

    [Theory(Timeout = Timeout)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reset_is_forwarded_to_the_other_side(bool byClient)
    {
        await using var line = new Line();
        using var ends = await line.ConnectAsync();
        var (first, other) = byClient ? (ends.Client, ends.Server) : (ends.Server, ends.Client);

        first.LingerState = new LingerOption(enable: true, seconds: 0);
        first.Dispose();

        (await Line.CountToResetAsync(other)).Should().Be(0);
        await ends.Connection.Completion;
        ends.Connection.Ending.Should().BeNull("the proxy did not end the connection");
    }

    [Fact(Timeout = Timeout)]
    public async Task Connection_can_be_aborted_manually()
    {
        await using var line = new Line();
        using var reset = await line.ConnectAsync();
        using var closed = await line.ConnectAsync();

        reset.Connection.End();
        closed.Connection.End(EppFaultEnding.Close);

        (await Line.CountToResetAsync(reset.Client)).Should().Be(0);
        (await Line.ReadToEndAsync(closed.Server)).Should().BeEmpty();
        await Task.WhenAll(reset.Connection.Completion, closed.Connection.Completion);
        (reset.Connection.Ending, closed.Connection.Ending).Should().Be((EppFaultEnding.Reset, EppFaultEnding.Close));
        reset.Connection.Invoking(connection => connection.End(EppFaultEnding.Stall)).Should().Throw<ArgumentException>().WithMessage("*Plan*");
    }

    [Fact(Timeout = Timeout)]
    public async Task Values_out_of_range_are_rejected()
    {
        await using var line = new Line();

        line.Proxy.Invoking(proxy => proxy.Plan = EppFaultPlan.Both(new EppStreamFaults { BytesPerSecond = 0 })).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*BytesPerSecond*");
        line.Proxy.Invoking(proxy => proxy.Plan = EppFaultPlan.Both(new EppStreamFaults { Latency = TimeSpan.FromTicks(-1) })).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*Latency*");
    }

    [Fact(Timeout = Timeout)]
    public async Task Failure_of_the_plan_is_thrown_on_disposal()
    {
        var line = new Line(new EppFaultProxyOptions { PlanFor = _ => throw new InvalidTimeZoneException() });
        (await line.FailToConnectAsync()).Should().Be(SocketError.ConnectionReset);

        (await Assert.ThrowsAsync<AggregateException>(async () => await line.DisposeAsync())).InnerException.Should().BeOfType<InvalidTimeZoneException>();
    }
}
