using EppClient.Tests.Sessions;
using EppClient.Transport;
using Microsoft.Extensions.Time.Testing;

namespace EppClient.Tests.Transport;

public sealed class FailoverConnectorTests
{
    private static readonly TimeSpan Return = TimeSpan.FromMinutes(5);

    private readonly FakeTimeProvider _time = new();
    private readonly RecordingLogger _log = new();
    private readonly List<string> _tried = [];
    private readonly HashSet<string> _down = [];

    [Fact(Timeout = 30_000)]
    public async Task First_server_is_used_while_it_can_be_reached()
    {
        var connector = Connector("a", "b");

        await connector.ConnectAsync(new ConnectTimings(_time), CancellationToken.None);
        await connector.ConnectAsync(new ConnectTimings(_time), CancellationToken.None);

        _tried.Should().Equal("a", "a");
        _log.Entries.Should().BeEmpty();
    }

    [Fact(Timeout = 30_000)]
    public async Task Next_server_is_tried_and_kept_and_the_first_is_retried_later()
    {
        var connector = Connector("a", "b", "c");
        _down.UnionWith(["a", "b"]);
        await connector.ConnectAsync(new ConnectTimings(_time), CancellationToken.None);
        connector.Current.Should().Be("c");
        _down.Clear();

        _time.Advance(Return - TimeSpan.FromSeconds(1));
        await connector.ConnectAsync(new ConnectTimings(_time), CancellationToken.None);
        _time.Advance(TimeSpan.FromSeconds(1));
        await connector.ConnectAsync(new ConnectTimings(_time), CancellationToken.None);
        await connector.ConnectAsync(new ConnectTimings(_time), CancellationToken.None);

        _tried.Should().Equal("a", "b", "c", "c", "a", "a");
        _log.Entries.Select(entry => entry.Id.Name).Should().Equal("EndpointFailed", "EndpointFailed", "EndpointRestored");
    }

    [Fact(Timeout = 30_000)]
    public async Task First_server_that_is_still_down_is_not_retried_immediately()
    {
        var connector = Connector("a", "b");
        _down.Add("a");
        await connector.ConnectAsync(new ConnectTimings(_time), CancellationToken.None);
        _time.Advance(Return);
        await connector.ConnectAsync(new ConnectTimings(_time), CancellationToken.None);

        await connector.ConnectAsync(new ConnectTimings(_time), CancellationToken.None);

        _tried.Should().Equal("a", "b", "a", "b", "b");
    }

    [Fact(Timeout = 30_000)]
    public async Task First_server_is_tried_if_the_fallback_server_fails()
    {
        var connector = Connector("a", "b");
        _down.Add("a");
        await connector.ConnectAsync(new ConnectTimings(_time), CancellationToken.None);
        _down.Clear();
        _down.Add("b");

        await connector.ConnectAsync(new ConnectTimings(_time), CancellationToken.None);

        _tried.Should().Equal("a", "b", "b", "a");
        connector.Current.Should().Be("a");
    }

    [Fact(Timeout = 30_000)]
    public async Task All_reasons_are_reported_if_no_server_can_be_reached()
    {
        var connector = Connector("a", "b");
        _down.UnionWith(["a", "b"]);

        var failure = await FluentActions.Awaiting(() => connector.ConnectAsync(new ConnectTimings(_time), CancellationToken.None).AsTask()).Should().ThrowAsync<EppConnectionException>();

        failure.Which.Message.Should().ContainAll("None of the 2 servers", "a is down", "b is down");
        failure.Which.Delivery.Should().Be(EppDelivery.NotSent);
    }

    [Fact(Timeout = 30_000)]
    public async Task Silent_server_leaves_time_for_the_next()
    {
        var silent = new FakeConnector(async token =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
            throw new InvalidOperationException();
        });
        var connector = New([new("silent", silent, Greets: false), new("b", Up("b"), Greets: false)]);

        var connecting = connector.ConnectAsync(new ConnectTimings(_time), CancellationToken.None).AsTask();
        connecting.IsCompleted.Should().BeFalse();
        _time.Advance(TimeSpan.FromSeconds(5));

        await connecting;
        _log.Entries.Should().ContainSingle().Which.Message.Should().ContainAll("silent within 5 s", "EppTimeoutOptions.Connect");
    }

    [Fact(Timeout = 30_000)]
    public async Task Cancelled_caller_does_not_count_as_a_failing_server()
    {
        using var cancellation = new CancellationTokenSource();
        var connector = New([new("a", new FakeConnector(async token =>
        {
            await cancellation.CancelAsync();
            token.ThrowIfCancellationRequested();
            throw new InvalidOperationException();
        }), Greets: false), new("b", Up("b"), Greets: false)]);

        await FluentActions.Awaiting(() => connector.ConnectAsync(new ConnectTimings(_time), cancellation.Token).AsTask()).Should().ThrowAsync<OperationCanceledException>();

        _tried.Should().BeEmpty();
    }

    private FailoverConnector Connector(params string[] names) => New([.. names.Select(name => new FailoverConnector.Server(name, Up(name), Greets: false))]);

    private FailoverConnector New(IReadOnlyList<FailoverConnector.Server> servers) => new(servers, TimeSpan.FromSeconds(10), Return, _time, _log);

    private FakeConnector Up(string name) => new(_ =>
    {
        _tried.Add(name);
        return _down.Contains(name)
            ? throw new EppConnectionException($"{name} is down.", EppDelivery.NotSent)
            : Task.FromResult<EppConnection>(new ScriptedConnection());
    });

    private sealed class FakeConnector(Func<CancellationToken, Task<EppConnection>> connect) : IConnector
    {
        public async ValueTask<EppConnection> ConnectAsync(ConnectTimings steps, CancellationToken cancellationToken) => await connect(cancellationToken);
    }
}
