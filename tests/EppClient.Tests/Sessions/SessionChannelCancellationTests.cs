using EppClient.Sessions;

namespace EppClient.Tests.Sessions;

/// <summary>Cancellation and deadlines: before the first byte the session remains usable, after it the session ends.</summary>
[Trait("Failure", "1")]
public sealed class SessionChannelCancellationTests : SessionChannelTestBase
{
    [Fact(Timeout = Timeout)]
    public async Task Cancellation_before_the_call_writes_nothing_and_the_session_remains_usable()
    {
        var connection = new ScriptedConnection();
        await using var channel = await OpenAsync(connection);
        var token = new CancellationToken(canceled: true);

        (await channel.Awaiting(c => ExchangeAsync(c, "x", cancellationToken: token)).Should().ThrowAsync<OperationCanceledException>())
            .Which.CancellationToken.Should().Be(token);

        await AssertGoodAsync(connection, channel);
    }

    [Fact(Timeout = Timeout)]
    public async Task Cancellation_while_queued_writes_nothing_and_the_session_remains_usable()
    {
        var connection = new ScriptedConnection();
        await using var channel = await OpenAsync(connection);
        using var cancellation = new CancellationTokenSource();
        var first = ExchangeAsync(channel, "1");
        var second = ExchangeAsync(channel, "2", cancellationToken: cancellation.Token);
        var third = ExchangeAsync(channel, "3");

        await cancellation.CancelAsync();
        (await FluentActions.Awaiting(() => second).Should().ThrowAsync<OperationCanceledException>())
            .WithMessage("*before it was sent*").Which.CancellationToken.Should().Be(cancellation.Token);

        (await connection.ServerReceivesAsync()).Should().Be("1");
        await connection.ServerSendsAsync("a1");
        (await first).Should().Be("a1");
        (await connection.ServerReceivesAsync()).Should().Be("3");
        await connection.ServerSendsAsync("a3");
        (await third).Should().Be("a3");
        channel.Fault.Should().BeNull();
        channel.IsQuiet.Should().BeTrue();
    }

    [Fact(Timeout = Timeout)]
    public async Task Cancellation_after_writing_ends_the_session_and_the_late_response_is_not_delivered()
    {
        var connection = new ScriptedConnection();
        await using var channel = await OpenAsync(connection, depth: 2);
        using var cancellation = new CancellationTokenSource();
        var cancelled = ExchangeAsync(channel, "1", cancellationToken: cancellation.Token);
        var onTheWire = ExchangeAsync(channel, "2");
        var queued = ExchangeAsync(channel, "3");
        await connection.ServerReceivesAsync();
        await connection.ServerReceivesAsync();

        await cancellation.CancelAsync();

        (await FluentActions.Awaiting(() => cancelled).Should().ThrowAsync<OperationCanceledException>())
            .WithMessage("*outcome is unknown*").Which.CancellationToken.Should().Be(cancellation.Token);
        await AssertFailsAsync<EppConnectionException>(onTheWire, EppDelivery.MaybeSent, "*another command*cancelled*");
        await AssertFailsAsync<EppConnectionException>(queued, EppDelivery.NotSent, "*another command*cancelled*");
        await AssertFailsAsync<EppConnectionException>(ExchangeAsync(channel, "4"), EppDelivery.NotSent);
        connection.IsFinished.Should().BeTrue();
        await channel.Ended;
    }

    [Fact(Timeout = Timeout)]
    public async Task Deadline_while_queued_leaves_the_session_usable()
    {
        var connection = new ScriptedConnection();
        await using var channel = await OpenAsync(connection);
        var first = ExchangeAsync(channel, "1", After(60));
        var second = ExchangeAsync(channel, "2", After(10));
        await connection.ServerReceivesAsync();

        Time.Advance(TimeSpan.FromSeconds(10));

        (await AssertFailsAsync<EppTimeoutException>(second, EppDelivery.NotSent)).Phase.Should().Be(EppTimeoutPhase.Writing);
        await connection.ServerSendsAsync("a1");
        (await first).Should().Be("a1");
        await AssertGoodAsync(connection, channel);
    }

    [Fact(Timeout = Timeout)]
    public async Task Deadline_after_writing_ends_the_session_and_only_the_late_request_times_out()
    {
        var connection = new ScriptedConnection();
        await using var channel = await OpenAsync(connection, depth: 2);
        var patient = ExchangeAsync(channel, "1", After(60));
        var late = ExchangeAsync(channel, "2", After(10));
        var queued = ExchangeAsync(channel, "3", After(60));
        await connection.ServerReceivesAsync();
        await connection.ServerReceivesAsync();

        Time.Advance(TimeSpan.FromSeconds(9.9));
        late.IsCompleted.Should().BeFalse();
        Time.Advance(TimeSpan.FromSeconds(0.1));

        var timeout = await AssertFailsAsync<EppTimeoutException>(late, EppDelivery.MaybeSent);
        timeout.Phase.Should().Be(EppTimeoutPhase.WaitingForResponse);
        timeout.Timeout.Should().Be(TimeSpan.FromSeconds(10));
        await AssertFailsAsync<EppConnectionException>(patient, EppDelivery.MaybeSent, "*another command*in time*");
        await AssertFailsAsync<EppConnectionException>(queued, EppDelivery.NotSent, "*another command*in time*");
        connection.IsFinished.Should().BeTrue();
    }

    [Fact(Timeout = Timeout)]
    public async Task Later_deadline_is_observed_after_an_earlier_exchange_completes()
    {
        var connection = new ScriptedConnection();
        await using var channel = await OpenAsync(connection);
        var first = ExchangeAsync(channel, "1", After(10));
        await connection.ServerReceivesAsync();
        await connection.ServerSendsAsync("a1");
        await first;
        var second = ExchangeAsync(channel, "2", After(25));

        Time.Advance(TimeSpan.FromSeconds(10));
        second.IsCompleted.Should().BeFalse();
        Time.Advance(TimeSpan.FromSeconds(15));

        await AssertFailsAsync<EppTimeoutException>(second, EppDelivery.MaybeSent);
    }

    [Fact(Timeout = Timeout)]
    public async Task A_deadline_that_has_passed_sends_nothing()
    {
        var connection = new ScriptedConnection();
        await using var channel = await OpenAsync(connection);
        var deadline = After(1);
        Time.Advance(TimeSpan.FromSeconds(1));

        await AssertFailsAsync<EppTimeoutException>(ExchangeAsync(channel, "1", deadline), EppDelivery.NotSent);
        await AssertGoodAsync(connection, channel);
    }

    [Fact(Timeout = Timeout)]
    public async Task Write_to_a_peer_that_does_not_read_ends_at_the_deadline()
    {
        var connection = new ScriptedConnection(serverBuffersBytes: 16);
        await using var channel = await OpenAsync(connection, depth: 4);
        var stalled = ExchangeAsync(channel, new string('x', 100), After(10));
        var behind = ExchangeAsync(channel, "2", After(60));

        Time.Advance(TimeSpan.FromSeconds(10));

        (await AssertFailsAsync<EppTimeoutException>(stalled, EppDelivery.MaybeSent)).Phase.Should().Be(EppTimeoutPhase.Writing);
        await AssertFailsAsync<EppConnectionException>(behind, EppDelivery.NotSent);
        await channel.Ended;
    }

    [Fact(Timeout = Timeout)]
    public async Task Request_queued_behind_a_stalled_write_times_out_alone()
    {
        var connection = new ScriptedConnection(serverBuffersBytes: 16);
        await using var channel = await OpenAsync(connection, depth: 4);
        var stalled = ExchangeAsync(channel, new string('x', 100), After(60));
        var behind = ExchangeAsync(channel, "2", After(10));

        Time.Advance(TimeSpan.FromSeconds(10));

        await AssertFailsAsync<EppTimeoutException>(behind, EppDelivery.NotSent);
        (await connection.ServerReceivesAsync()).Should().HaveLength(100);
        await connection.ServerSendsAsync("a1");
        (await stalled).Should().Be("a1");
        await AssertGoodAsync(connection, channel);
    }

    [Fact(Timeout = Timeout)]
    public async Task Deadline_before_the_session_is_open_reports_LoggingIn_and_NotSent()
    {
        var connection = new ScriptedConnection();
        await using var channel = Channel(connection);

        var greeting = TextAsync(channel.ReceiveAsync(After(10), default));
        Time.Advance(TimeSpan.FromSeconds(10));

        (await AssertFailsAsync<EppTimeoutException>(greeting, EppDelivery.NotSent)).Phase.Should().Be(EppTimeoutPhase.LoggingIn);
    }

    [Fact(Timeout = Timeout)]
    public async Task Cancellation_while_waiting_for_the_greeting_ends_the_session()
    {
        var connection = new ScriptedConnection();
        await using var channel = Channel(connection);
        using var cancellation = new CancellationTokenSource();
        var greeting = TextAsync(channel.ReceiveAsync(Deadline.None, cancellation.Token));

        await cancellation.CancelAsync();

        await FluentActions.Awaiting(() => greeting).Should().ThrowAsync<OperationCanceledException>();
        channel.Fault.Should().NotBeNull();
    }

    [Fact(Timeout = Timeout)]
    public async Task Deadline_longer_than_timers_allow_is_observed_and_the_request_is_written_once()
    {
        var connection = new ScriptedConnection();
        await using var channel = await OpenAsync(connection);
        var first = ExchangeAsync(channel, "1", Deadline.After(Time, TimeSpan.FromDays(60)));
        (await connection.ServerReceivesAsync()).Should().Be("1");

        Time.Advance(TimeSpan.FromDays(55));
        first.IsCompleted.Should().BeFalse();
        Time.Advance(TimeSpan.FromDays(5));

        (await AssertFailsAsync<EppTimeoutException>(first, EppDelivery.MaybeSent)).Timeout.Should().Be(TimeSpan.FromDays(60));
        (await connection.ServerReceivesAsync()).Should().BeNull("nothing follows");
    }

    [Fact(Timeout = Timeout)]
    public async Task Longest_possible_timeout_does_not_expire_immediately()
    {
        var connection = new ScriptedConnection();
        await using var channel = await OpenAsync(connection);
        var first = ExchangeAsync(channel, "1", Deadline.After(Time, TimeSpan.MaxValue));
        (await connection.ServerReceivesAsync()).Should().Be("1");

        Time.Advance(TimeSpan.FromDays(1000));
        await connection.ServerSendsAsync("a1");

        (await first).Should().Be("a1");
        await AssertGoodAsync(connection, channel);
    }

    [Fact(Timeout = Timeout)]
    public async Task Out_of_memory_while_writing_a_request_fails_that_request()
    {
        var connection = new ScriptedConnection { OutputFails = true };
        await using var channel = await OpenAsync(connection, depth: 4);

        var first = ExchangeAsync(channel, "1");

        await AssertFailsAsync<EppConnectionException>(first, EppDelivery.NotSent);
    }
}
