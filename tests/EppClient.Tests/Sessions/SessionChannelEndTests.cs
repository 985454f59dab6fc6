using EppClient.Sessions;

namespace EppClient.Tests.Sessions;

/// <summary>The events that end a session, and the exception of each exchange on it.</summary>
public sealed class SessionChannelEndTests : SessionChannelTestBase
{
    [Fact(Timeout = Timeout)]
    public async Task Login_without_a_response_counts_as_not_sent()
    {
        var connection = new ScriptedConnection();
        await connection.ServerSendsAsync("greeting");
        await using var channel = Channel(connection);
        await TextAsync(channel.ReceiveAsync(Deadline.None, default));

        var login = ExchangeAsync(channel, "login");
        await connection.ServerReceivesAsync();
        await connection.ServerClosesAsync();

        await AssertFailsAsync<EppConnectionException>(login, EppDelivery.NotSent);
    }

    [Fact(Timeout = Timeout)]
    public async Task Closed_before_the_greeting_reports_the_usual_reasons()
    {
        var connection = new ScriptedConnection();
        await connection.ServerClosesAsync();
        await using var channel = Channel(connection);

        await AssertFailsAsync<EppConnectionException>(
            TextAsync(channel.ReceiveAsync(Deadline.None, default)), EppDelivery.NotSent, "*before its greeting*allowed addresses*session limit*client certificate*");
    }

    [Fact(Timeout = Timeout)]
    public async Task When_the_peer_closes_each_exchange_reports_its_delivery_status()
    {
        var connection = new ScriptedConnection();
        await using var channel = await OpenAsync(connection, depth: 2);
        var exchanges = Enumerable.Range(0, 4).Select(i => ExchangeAsync(channel, $"{i}")).ToList();
        await connection.ServerReceivesAsync();
        await connection.ServerReceivesAsync();

        await connection.ServerClosesAsync();

        await AssertFailsAsync<EppConnectionException>(exchanges[0], EppDelivery.MaybeSent, "*registry closed*");
        await AssertFailsAsync<EppConnectionException>(exchanges[1], EppDelivery.MaybeSent);
        await AssertFailsAsync<EppConnectionException>(exchanges[2], EppDelivery.NotSent);
        await AssertFailsAsync<EppConnectionException>(exchanges[3], EppDelivery.NotSent);
    }

    [Fact(Timeout = Timeout)]
    public async Task When_the_peer_closes_inside_a_frame_the_counts_are_reported()
    {
        var connection = new ScriptedConnection();
        await using var channel = await OpenAsync(connection);
        var exchange = ExchangeAsync(channel, "1");
        await connection.ServerReceivesAsync();

        await connection.RawToClient.WriteAsync(new byte[] { 0, 0, 0, 20, 1, 2, 3 });
        await connection.ServerClosesAsync();

        await AssertFailsAsync<EppConnectionException>(exchange, EppDelivery.MaybeSent, "*7 of 20 bytes*");
    }

    [Fact(Timeout = Timeout)]
    public async Task Read_failure_keeps_its_cause()
    {
        var connection = new ScriptedConnection();
        await using var channel = await OpenAsync(connection);
        var exchange = ExchangeAsync(channel, "1");
        await connection.ServerReceivesAsync();

        await connection.ServerClosesAsync(new IOException("reset by peer"));

        var failure = await AssertFailsAsync<EppConnectionException>(exchange, EppDelivery.MaybeSent, "*lost: reset by peer*");
        failure.InnerException!.InnerException.Should().BeOfType<IOException>();
    }

    [Fact(Timeout = Timeout)]
    public async Task A_broken_frame_is_a_protocol_error_for_each_exchange()
    {
        var connection = new ScriptedConnection();
        await using var channel = await OpenAsync(connection, depth: 2);
        var first = ExchangeAsync(channel, "1");
        var second = ExchangeAsync(channel, "2");
        var third = ExchangeAsync(channel, "3");
        await connection.ServerReceivesAsync();
        await connection.ServerReceivesAsync();

        await connection.RawToClient.WriteAsync(new byte[] { 0, 0, 0, 3 });

        await AssertFailsAsync<EppProtocolException>(first, EppDelivery.MaybeSent, "*3 bytes*");
        await AssertFailsAsync<EppProtocolException>(second, EppDelivery.MaybeSent, "*3 bytes*");
        await AssertFailsAsync<EppProtocolException>(third, EppDelivery.NotSent, "*3 bytes*");
    }

    [Fact(Timeout = Timeout)]
    public async Task Unsolicited_message_ends_the_session()
    {
        var connection = new ScriptedConnection();
        await using var channel = await OpenAsync(connection);

        await connection.ServerSendsAsync("surprise");
        await channel.Ended;

        channel.Fault.Should().BeOfType<EppProtocolException>().Which.Message.Should().Contain("no response was owed");
        connection.IsAborted.Should().BeTrue();
    }

    [Fact(Timeout = Timeout)]
    public async Task An_idle_session_notices_that_the_registry_closed_it()
    {
        var connection = new ScriptedConnection();
        await using var channel = await OpenAsync(connection);

        await connection.ServerClosesAsync();
        await channel.Ended;

        channel.Fault.Should().BeOfType<EppConnectionException>();
        await AssertFailsAsync<EppConnectionException>(ExchangeAsync(channel, "1"), EppDelivery.NotSent);
    }

    [Fact(Timeout = Timeout)]
    public async Task DisposeAsync_completes_pending_exchanges_and_frees_the_connection()
    {
        var connection = new ScriptedConnection(serverBuffersBytes: 16);
        var channel = await OpenAsync(connection, depth: 2);
        var stalled = ExchangeAsync(channel, new string('x', 100));
        var queued = ExchangeAsync(channel, "2");

        await channel.DisposeAsync();
        await channel.DisposeAsync();

        await AssertFailsAsync<EppConnectionException>(stalled, EppDelivery.MaybeSent);
        await AssertFailsAsync<EppConnectionException>(queued, EppDelivery.NotSent);
        connection.IsDisposed.Should().BeTrue();
    }
}
