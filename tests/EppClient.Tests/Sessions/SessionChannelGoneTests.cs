namespace EppClient.Tests.Sessions;

/// <summary>When a session that the client has ended is gone, so that the registry can no longer execute its commands.</summary>
public sealed class SessionChannelGoneTests : SessionChannelTestBase
{
    private static readonly TimeSpan Leaving = TimeSpan.FromSeconds(5);

    [Fact(Timeout = Timeout)]
    public async Task Aborted_session_is_gone_when_the_server_has_read_everything_and_closed()
    {
        var connection = new ScriptedConnection();
        await using var channel = await OpenAsync(connection, leaving: Leaving);
        var exchange = ExchangeAsync(channel, "1");

        channel.Abort(new InvalidOperationException("by test"));
        await AssertFailsAsync<EppConnectionException>(exchange, EppDelivery.MaybeSent);
        channel.Gone.IsCompleted.Should().BeFalse();
        (await connection.ServerReceivesAsync()).Should().Be("1", "data written before still arrives");
        (await connection.ServerReceivesAsync()).Should().BeNull("the end of the stream follows");
        connection.IsAborted.Should().BeFalse();
        channel.Gone.IsCompleted.Should().BeFalse();
        Time.Advance(TimeSpan.FromSeconds(2));
        await connection.ServerSendsAsync("a response that no caller waits for");
        await connection.ServerClosesAsync();

        (await channel.Gone).Should().Be(Time.GetTimestamp());
    }

    [Fact(Timeout = Timeout)]
    public async Task Server_that_does_not_close_is_reset_after_the_limit()
    {
        var connection = new ScriptedConnection();
        await using var channel = await OpenAsync(connection, leaving: Leaving);
        _ = ExchangeAsync(channel, "1").ContinueWith(_ => { }, TaskScheduler.Default);
        channel.Abort(new InvalidOperationException("by test"));
        var aborted = Time.GetTimestamp();

        Time.Advance(Leaving - TimeSpan.FromMilliseconds(1));
        channel.Gone.IsCompleted.Should().BeFalse();
        connection.IsAborted.Should().BeFalse();
        Time.Advance(TimeSpan.FromMilliseconds(1));

        Time.GetElapsedTime(aborted, await channel.Gone).Should().Be(Leaving);
        connection.IsAborted.Should().BeTrue();
    }

    [Fact(Timeout = Timeout)]
    public async Task Limit_is_counted_from_the_abort_and_not_from_disposal_of_the_channel()
    {
        var connection = new ScriptedConnection();
        var channel = await OpenAsync(connection, leaving: Leaving);
        _ = ExchangeAsync(channel, "1").ContinueWith(_ => { }, TaskScheduler.Default);
        channel.Abort(new InvalidOperationException("by test"));
        await channel.Ended;
        Time.Advance(Leaving);
        await channel.Gone;

        await channel.DisposeAsync();

        connection.IsDisposed.Should().BeTrue();
    }

    [Fact(Timeout = Timeout)]
    public async Task Connection_without_a_login_is_gone_immediately()
    {
        var connection = new ScriptedConnection();
        await using var channel = await OpenAsync(connection, leaving: Leaving);

        channel.Abort(new InvalidOperationException("by test"));

        await channel.Gone;
        connection.IsAborted.Should().BeTrue();
    }

    [Fact(Timeout = Timeout)]
    public async Task Refused_login_is_gone_immediately()
    {
        var connection = new ScriptedConnection();
        await using var channel = await OpenAsync(connection, leaving: Leaving);
        var login = ExchangeAsync(channel, "login");
        await connection.ServerReceivesAsync();
        await connection.ServerSendsAsync("no");
        await login;

        channel.IsRefused = true;
        channel.Abort(new InvalidOperationException("by test"));

        await channel.Gone;
    }

    [Fact(Timeout = Timeout)]
    public async Task Pending_write_does_not_delay_the_end()
    {
        var connection = new ScriptedConnection(serverBuffersBytes: 16);
        await using var channel = await OpenAsync(connection, leaving: Leaving);
        var stalled = ExchangeAsync(channel, new string('x', 100));

        channel.Abort(new InvalidOperationException("by test"));
        await AssertFailsAsync<EppConnectionException>(stalled, EppDelivery.MaybeSent);
        await connection.ServerClosesAsync();

        await channel.Gone;
    }

    [Fact(Timeout = Timeout)]
    public async Task All_calls_of_DisposeAsync_wait_for_the_same_end()
    {
        var connection = new ScriptedConnection();
        var channel = await OpenAsync(connection, leaving: Leaving);
        _ = ExchangeAsync(channel, "1").ContinueWith(_ => { }, TaskScheduler.Default);

        var first = channel.DisposeAsync().AsTask();
        var second = channel.DisposeAsync().AsTask();

        first.IsCompleted.Should().BeFalse();
        second.IsCompleted.Should().BeFalse();
        await connection.ServerClosesAsync();
        await Task.WhenAll(first, second);
        connection.IsDisposed.Should().BeTrue();
    }
}
