using System.Buffers.Binary;
using EppClient.Sessions;

namespace EppClient.Tests.Sessions;

/// <summary>Requests and responses without failures.</summary>
public sealed class SessionChannelExchangeTests : SessionChannelTestBase
{
    [Fact(Timeout = Timeout)]
    public async Task ReceiveAsync_returns_a_greeting_that_arrived_before_the_call()
    {
        var connection = new ScriptedConnection();
        await connection.ServerSendsAsync("greeting");
        await using var channel = Channel(connection);

        (await TextAsync(channel.ReceiveAsync(Deadline.None, default))).Should().Be("greeting");
        channel.IsQuiet.Should().BeTrue();
    }

    [Fact(Timeout = Timeout)]
    public async Task Second_ReceiveAsync_is_refused()
    {
        var connection = new ScriptedConnection();
        await using var channel = await OpenAsync(connection);

        await channel.Awaiting(c => c.ReceiveAsync(Deadline.None, default).AsTask()).Should().ThrowAsync<InvalidOperationException>();
    }

    [Fact(Timeout = Timeout)]
    public async Task ExchangeAsync_returns_the_response()
    {
        var connection = new ScriptedConnection();
        await using var channel = await OpenAsync(connection);

        var response = ExchangeAsync(channel, "request");
        (await connection.ServerReceivesAsync()).Should().Be("request");
        await connection.ServerSendsAsync("response");

        (await response).Should().Be("response");
        channel.ExchangeCount.Should().Be(1);
        channel.Fault.Should().BeNull();
    }

    [Fact(Timeout = Timeout)]
    public async Task At_depth_1_the_second_request_waits_for_the_first_response()
    {
        var connection = new ScriptedConnection();
        await using var channel = await OpenAsync(connection);

        var first = ExchangeAsync(channel, "1");
        var second = ExchangeAsync(channel, "2");
        (await connection.ServerReceivesAsync()).Should().Be("1");
        var next = connection.ServerReceivesAsync();
        next.IsCompleted.Should().BeFalse();
        await connection.ServerSendsAsync("a1");

        (await first).Should().Be("a1");
        (await next).Should().Be("2");
        await connection.ServerSendsAsync("a2");
        (await second).Should().Be("a2");
    }

    [Theory(Timeout = Timeout)]
    [InlineData(2)]
    [InlineData(7)]
    public async Task At_depth_N_up_to_N_requests_are_outstanding_and_responses_match_in_order(int depth)
    {
        var connection = new ScriptedConnection();
        await using var channel = await OpenAsync(connection, depth);

        var responses = Enumerable.Range(0, 20).Select(i => ExchangeAsync(channel, $"r{i}")).ToList();
        for (var i = 0; i < depth; i++)
        {
            (await connection.ServerReceivesAsync()).Should().Be($"r{i}");
        }

        for (var i = 0; i < responses.Count; i++)
        {
            var next = i + depth < responses.Count ? connection.ServerReceivesAsync() : null;
            next?.IsCompleted.Should().BeFalse();
            await connection.ServerSendsAsync($"a{i}");
            (await responses[i]).Should().Be($"a{i}");
            if (next is not null)
            {
                (await next).Should().Be($"r{i + depth}");
            }
        }

        channel.IsQuiet.Should().BeTrue();
    }

    [Fact(Timeout = Timeout)]
    public async Task Request_above_the_limit_is_refused_and_the_session_remains_usable()
    {
        var connection = new ScriptedConnection();
        await using var channel = await OpenAsync(connection, frames: new EppFrameOptions { MaxOutgoingBytes = 10 });

        await channel.Awaiting(c => ExchangeAsync(c, "1234567")).Should().ThrowAsync<EppValidationException>();

        await AssertGoodAsync(connection, channel);
    }

    [Fact(Timeout = Timeout)]
    public async Task Each_of_many_callers_gets_its_own_response()
    {
        var connection = new ScriptedConnection();
        await using var channel = await OpenAsync(connection, depth: 8);
        var server = EchoAsync(connection);

        var clients = Enumerable.Range(0, 16).Select(client => Task.Run(async () =>
        {
            for (var i = 0; i < 200; i++)
            {
                (await ExchangeAsync(channel, $"{client}/{i}", After(60))).Should().Be($"re {client}/{i}");
            }
        }));
        await Task.WhenAll(clients);

        channel.ExchangeCount.Should().Be(16 * 200);
        channel.IsQuiet.Should().BeTrue();
        await channel.DisposeAsync();
        await server;
    }

    [Theory(Timeout = Timeout)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Cancellations_never_deliver_a_response_to_the_wrong_request(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 60; round++)
        {
            var connection = new ScriptedConnection();
            await using var channel = await OpenAsync(connection, depth: random.Next(1, 6));
            var server = EchoAsync(connection, new Random(seed + round));
            var sources = Enumerable.Range(0, 12).Select(_ => new CancellationTokenSource()).ToList();
            var exchanges = sources.Select((source, i) => Task.Run(() => ExchangeAsync(channel, $"{i}", After(60), source.Token))).ToList();
            foreach (var source in sources.Where(_ => random.Next(4) == 0))
            {
                await YieldAsync(random.Next(100));
                await source.CancelAsync();
            }

            for (var i = 0; i < exchanges.Count; i++)
            {
                try
                {
                    (await exchanges[i]).Should().Be($"re {i}");
                }
                catch (OperationCanceledException exception)
                {
                    exception.CancellationToken.Should().Be(sources[i].Token);
                }
                catch (EppConnectionException)
                {
                    channel.Fault.Should().BeAssignableTo<OperationCanceledException>();
                }
            }

            await channel.DisposeAsync();
            await server;
        }
    }

    [Fact(Timeout = Timeout)]
    public async Task Caller_that_blocks_in_its_continuation_can_send_on_the_same_session()
    {
        var connection = new ScriptedConnection();
        await using var channel = await OpenAsync(connection, depth: 2);
        var otherHasGoneOn = new ManualResetEventSlim();

        // Runs without a synchronization context, which would continue the caller elsewhere.
        var first = Task.Run(BlockAsync);
        (await connection.ServerReceivesAsync()).Should().Be("first");
        var second = ExchangeAsync(channel, "second").ContinueWith(_ => otherHasGoneOn.Set(), TaskScheduler.Default);
        (await connection.ServerReceivesAsync()).Should().Be("second");

        // One read returns both responses: the first caller continues while the second still waits.
        await connection.ServerSendsBothAsync("1", "2");
        var serving = EchoAsync(connection);

        (await first).Should().Be(50);
        await second;
        await channel.DisposeAsync();
        await serving;

        async Task<int> BlockAsync()
        {
            await ExchangeAsync(channel, "first").ConfigureAwait(false);
            otherHasGoneOn.Wait();
            for (var i = 0; i < 50; i++)
            {
#pragma warning disable xUnit1031 // The test needs a blocking caller.
                ExchangeAsync(channel, $"{i}").GetAwaiter().GetResult().Should().Be($"re {i}");
#pragma warning restore xUnit1031
            }

            return 50;
        }
    }

    [Fact(Timeout = Timeout)]
    public async Task Request_of_a_blocking_caller_is_written_although_another_thread_delivered_all_responses()
    {
        var connection = new ScriptedConnection();
        await using var channel = await OpenAsync(connection, depth: 3);
        var othersHaveGoneOn = new CountdownEvent(2);
        var firstHasGoneOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = Task.Run(BlockAsync);
        (await connection.ServerReceivesAsync()).Should().Be("first");
        foreach (var name in (string[])["second", "third"])
        {
            _ = ExchangeAsync(channel, name).ContinueWith(_ => othersHaveGoneOn.Signal(), TaskScheduler.Default);
            (await connection.ServerReceivesAsync()).Should().Be(name);
        }

        // While the first caller blocks the delivering thread, another read returns the third response; its thread also delivers the second one.
        await connection.ServerSendsBothAsync("1", "2");
        await firstHasGoneOn.Task;
        await connection.ServerSendsAsync("3");
        var serving = EchoAsync(connection);

        (await first).Should().Be("re last");
        await channel.DisposeAsync();
        await serving;

        async Task<string> BlockAsync()
        {
            await ExchangeAsync(channel, "first").ConfigureAwait(false);
            firstHasGoneOn.SetResult();
            othersHaveGoneOn.Wait();
#pragma warning disable xUnit1031 // The test needs a blocking caller.
            return ExchangeAsync(channel, "last").GetAwaiter().GetResult();
#pragma warning restore xUnit1031
        }
    }

    [Theory(Timeout = Timeout)]
    [InlineData(4)]
    [InlineData(int.MaxValue)]
    public async Task Frame_of_invalid_length_after_a_response_ends_the_session_but_the_response_is_delivered(int length)
    {
        var connection = new ScriptedConnection();
        await using var channel = await OpenAsync(connection, depth: 2);
        var first = ExchangeAsync(channel, "first");
        var second = ExchangeAsync(channel, "second");
        await connection.ServerReceivesAsync();
        await connection.ServerReceivesAsync();

        var header = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(header, length);
        await connection.ServerSendsWithAsync("1", header);

        (await first).Should().Be("1");
        await FluentActions.Awaiting(() => second).Should().ThrowAsync<EppProtocolException>();
    }

    [Fact(Timeout = Timeout)]
    public async Task Caller_that_blocks_in_its_continuation_does_not_prevent_the_end_of_the_session()
    {
        var connection = new ScriptedConnection();
        var channel = await OpenAsync(connection);
        var closing = Task.Run(BlockAsync);
        await connection.ServerReceivesAsync();

        await connection.ServerSendsAndClosesAsync("last");

        await closing;
        channel.Ended.IsCompleted.Should().BeTrue();
        connection.IsDisposed.Should().BeTrue();

        async Task BlockAsync()
        {
            (await ExchangeAsync(channel, "first").ConfigureAwait(false)).Should().Be("last");
#pragma warning disable xUnit1031 // The test needs a blocking caller.
            channel.DisposeAsync().AsTask().GetAwaiter().GetResult();
#pragma warning restore xUnit1031
        }
    }
}
