using EppClient.Sessions;

namespace EppClient.Tests.Sessions;

/// <summary>A response arrives at the instant at which its caller is cancelled: the caller gets one of the two, and the session state matches it.</summary>
[Trait("Failure", "1")]
public sealed class SessionChannelInstantTests : SessionChannelTestBase
{
    private const int LongTimeout = 120_000;

    [Theory(Timeout = LongTimeout)]
    [InlineData(InstantOrder.FirstThenSecond)]
    [InlineData(InstantOrder.SecondThenFirst)]
    [InlineData(InstantOrder.Together)]
    public async Task Response_to_a_cancelled_caller_is_either_delivered_or_ends_the_session(InstantOrder order)
    {
        using var instant = new Instant(order);
        for (var round = 0; round < instant.Rounds; round++)
        {
            var connection = new ScriptedConnection();
            await using var channel = await OpenAsync(connection);
            using var cancellation = new CancellationTokenSource();
            var exchange = ExchangeAsync(channel, "1", cancellationToken: cancellation.Token);
            await connection.ServerReceivesAsync();
            var sending = Task.CompletedTask;

            await instant.PerformAsync(() => sending = connection.ServerSendsAsync("a1"), cancellation.Cancel);

            await sending;
            try
            {
                (await exchange).Should().Be("a1");
                order.Should().NotBe(InstantOrder.SecondThenFirst, "the caller was cancelled before");
                await AssertGoodAsync(connection, channel);
            }
            catch (OperationCanceledException exception)
            {
                exception.Message.Should().Contain("outcome is unknown");
                exception.CancellationToken.Should().Be(cancellation.Token);
                await AssertFailsAsync<EppConnectionException>(ExchangeAsync(channel, "2"), EppDelivery.NotSent);
                connection.IsFinished.Should().BeTrue();
                await channel.Ended;
            }
        }
    }

    [Fact(Timeout = Timeout)]
    public async Task Response_is_returned_if_the_caller_is_cancelled_after_it_arrived()
    {
        var connection = new ScriptedConnection();
        await using var channel = await OpenAsync(connection, depth: 2);
        using var cancellation = new CancellationTokenSource();

        // Both responses are read before the first caller continues, and the second continues after it.
        var first = Task.Run(async () =>
        {
            using var frame = await channel.ExchangeAsync("1"u8.ToArray(), Deadline.None, default).ConfigureAwait(false);
            cancellation.Cancel();
        });
        (await connection.ServerReceivesAsync()).Should().Be("1");
        var second = ExchangeAsync(channel, "2", cancellationToken: cancellation.Token);
        (await connection.ServerReceivesAsync()).Should().Be("2");
        await connection.ServerSendsBothAsync("a1", "a2");

        await first;
        (await second).Should().Be("a2");
        await AssertGoodAsync(connection, channel);
    }
}
