using EppClient.Commands;

namespace EppClient.IntegrationTests.HostileServers;

/// <summary>Servers that drop the connection after each possible byte of the exchange.</summary>
public sealed class DisconnectTests
{
    private static readonly byte[] Greeting = HostileConnection.Frame(Wire.Greeting);

    // Transaction IDs have a fixed length, so responses also have a fixed length.
    private static readonly int ResponseLength = HostileConnection.Frame(Wire.Response(1000, new string('x', 32))).Length;

    [Theory(Timeout = 120_000)]
    [InlineData(false)]
    [InlineData(true)]
    public Task Connection_lost_within_the_greeting_fails_before_anything_is_sent(bool isReset) =>
        CutEverywhereAsync(Greeting.Length, EppDelivery.NotSent, position => async connection =>
        {
            await connection.SendRawAsync(Greeting.AsMemory(0, position));
            await LeaveAsync(connection, isReset);
        });

    [Theory(Timeout = 120_000)]
    [InlineData(false)]
    [InlineData(true)]
    public Task Connection_lost_within_the_login_response_fails_before_anything_is_sent(bool isReset) =>
        CutEverywhereAsync(ResponseLength, EppDelivery.NotSent, position => async connection =>
        {
            await connection.SendAsync(Wire.Greeting);
            await SendPartAsync(connection, position);
            await LeaveAsync(connection, isReset);
        });

    [Theory(Timeout = 120_000)]
    [InlineData(false)]
    [InlineData(true)]
    public Task Connection_lost_within_a_response_leaves_the_outcome_unknown(bool isReset) =>
        CutEverywhereAsync(ResponseLength, EppDelivery.MaybeSent, position => async connection =>
        {
            await connection.OpenAsync();
            await SendPartAsync(connection, position);
            await LeaveAsync(connection, isReset);
        });

    [Fact(Timeout = 30_000)]
    public async Task Connection_closed_after_the_login_never_yields_a_response()
    {
        await using var server = HostileServer.Start(c => c.OpenAsync(), c => c.ServeAsync());
        await using var pool = Client.For(server);

        // Whether the command is sent before the close is detected depends on timing; both exceptions are correct.
        (await Client.FailureOf(() => pool.SendAsync(new PollAcknowledge("1")))).Should().Match(e => e is EppConnectionException || e is EppOutcomeUnknownException);
        await pool.CheckAsync("a.example");
    }

    [Fact(Timeout = 30_000)]
    public async Task Messages_received_byte_by_byte_are_read()
    {
        await using var server = HostileServer.Start(async connection =>
        {
            await connection.DripAsync(Greeting);
            while (true)
            {
                await connection.DripAsync(HostileConnection.Frame(Wire.ResponseTo(await connection.ReceiveAsync())));
            }
        });
        await using var pool = Client.For(server);

        await pool.CheckAsync("a.example");
        await pool.CheckAsync("b.example");
    }

    /// <summary>Uses one pool for all positions, one connection for each; the pool works normally afterwards.</summary>
    private static async Task CutEverywhereAsync(int length, EppDelivery delivery, Func<int, Func<HostileConnection, Task>> cutAt)
    {
        await using var server = HostileServer.Start([.. Enumerable.Range(0, length).Select(cutAt), c => c.ServeAsync()]);
        await using var pool = Client.For(server);

        for (var position = 0; position < length; position++)
        {
            var failure = (EppException)await Client.FailureOf(() => pool.SendAsync(new PollAcknowledge("1")));
            failure.Delivery.Should().Be(delivery, "the cut was at {0}: {1}", position, failure.Message);
            (failure is EppOutcomeUnknownException ? failure.InnerException : failure).Should().BeOfType<EppConnectionException>();
        }

        await pool.CheckAsync("a.example");
        server.Connections.Should().Be(length + 1);
    }

    private static async Task SendPartAsync(HostileConnection connection, int bytes) =>
        await connection.SendRawAsync(HostileConnection.Frame(Wire.Success(await connection.ReceiveAsync())).AsMemory(0, bytes));

    private static Task LeaveAsync(HostileConnection connection, bool isReset)
    {
        if (isReset)
        {
            connection.Reset();
        }

        return Task.CompletedTask;
    }
}
