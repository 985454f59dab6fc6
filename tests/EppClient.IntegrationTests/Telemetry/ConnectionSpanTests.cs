using System.Collections.Concurrent;
using System.Diagnostics;
using EppClient.Commands;
using EppClient.Diagnostics;
using EppClient.IntegrationTests.HostileServers;

namespace EppClient.IntegrationTests.Telemetry;

/// <summary>What traces tell of a connection: names and tags are promises, so they are written out here.</summary>
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
    public async Task Connection_is_a_span_with_its_steps_below_that_of_the_command()
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
        connect.Events.Select(step => step.Name).Should().Equal("tcp.connected", "tls.established", "epp.greeting", "epp.login.answered");
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
    public async Task Connection_that_fails_reports_how_far_it_got_and_the_type_of_the_error()
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
    public async Task Span_of_the_caller_gets_no_events_of_ours()
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
