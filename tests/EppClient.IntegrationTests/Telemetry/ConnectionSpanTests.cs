using System.Collections.Concurrent;
using System.Diagnostics;
using EppClient.Commands;
using EppClient.Diagnostics;
using EppClient.IntegrationTests.HostileServers;

namespace EppClient.IntegrationTests.Telemetry;

/// <summary>Traces of connections. Names and tags are part of the public contract, so the tests contain them as literals.</summary>
public sealed class ConnectionSpanTests : IDisposable
{
    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly ActivityListener _listener;
    private readonly EppProfile _profile = EppProfiles.Standard with { Name = $"pool {Guid.NewGuid()}" };

    public ConnectionSpanTests()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == EppTelemetry.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = _spans.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose() => _listener.Dispose();

    [Fact(Timeout = 30_000)]
    public async Task Connection_span_with_steps_is_a_child_of_the_command_span()
    {
        await using var server = HostileServer.Start(connection => connection.ServeAsync());
        await using (var pool = Client.For(server, options => options with { Profile = _profile }))
        {
            await pool.CheckAsync("a.example");
            await pool.CheckAsync("b.example");
        }

        var connect = Spans("connect").Should().ContainSingle("both commands share a session").Subject;
        connect.Kind.Should().Be(ActivityKind.Client);
        connect.Status.Should().NotBe(ActivityStatusCode.Error);
        connect.Events.Select(step => step.Name).Should().Equal("tcp.connected", "tls.established", "epp.greeting", "epp.login.completed");
        connect.TagObjects.Select(tag => tag.Key).Should().BeEquivalentTo(
            "epp.client.session.id", "epp.client.pool.name", "server.address", "server.port", "tls.protocol.version", "network.peer.address");
        connect.GetTagItem("server.port").Should().Be(server.Port);
        connect.GetTagItem("server.address").Should().Be("localhost");
        var commands = Spans("check domain");
        commands.Should().HaveCount(2);
        commands.Should().ContainSingle(command => command.SpanId == connect.ParentSpanId);
        commands[0].TagObjects.Select(tag => tag.Key).Should().BeEquivalentTo(
            "epp.command", "epp.object", "epp.client.pool.name", "server.address", "server.port", "epp.result_code", "epp.cltrid", "epp.svtrid");
    }

    [Fact(Timeout = 30_000)]
    public async Task Failed_connection_span_has_completed_steps_and_error_type()
    {
        await using var server = HostileServer.Start(_ => Task.CompletedTask);
        await using (var pool = Client.For(server, options => options with { Profile = _profile }))
        {
            await pool.Awaiting(client => client.SendAsync(new DomainCheck("a.example"))).Should().ThrowAsync<EppConnectionException>();
        }

        var connect = Spans("connect").Should().ContainSingle().Subject;
        connect.Status.Should().Be(ActivityStatusCode.Error);
        connect.GetTagItem("error.type").Should().Be("EppClient.EppConnectionException");
        connect.Events.Select(step => step.Name).Should().Equal("tcp.connected", "tls.established");
    }

    [Fact(Timeout = 30_000)]
    public async Task Span_of_the_caller_gets_no_events()
    {
        using var callers = new ActivitySource("caller of EppClient");
        using var ears = new ActivityListener
        {
            ShouldListenTo = source => source == callers,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        };
        ActivitySource.AddActivityListener(ears);
        await using var server = HostileServer.Start(connection => connection.ServeAsync());
        await using var pool = Client.For(server, options => options with { Profile = _profile });

        using var span = callers.StartActivity("connect");
        await pool.CheckAsync("a.example");

        span!.Events.Should().BeEmpty();
        Activity.Current.Should().BeSameAs(span);
    }

    private IReadOnlyList<Activity> Spans(string name) =>
        [.. _spans.Where(span => span.OperationName == name && Equals(span.GetTagItem("epp.client.pool.name"), _profile.Name))];
}
