using EppClient.Diagnostics;
using EppClient.TestSupport.Telemetry;

namespace EppClient.Tests.Sessions;

public sealed class PoolMetricsTests
{
    private static readonly string[] CommonTags = ["epp.client.pool.name", "server.address", "server.port"];

    [Fact(Timeout = 30_000)]
    public async Task Lifetime_of_a_session_is_measured()
    {
        var name = $"pool {Guid.NewGuid()}";
        using var recorder = new MetricRecorder(name);
        await using var harness = new PoolHarness(PoolHarness.Quiet(1), name: name);
        var lease = await harness.RentAsync();
        var waiter = harness.RentAsync(seconds: 5);

        recorder.Observe();
        recorder.Sum(EppTelemetry.SessionCount, "state", "used").Should().Be(1);
        recorder.Sum(EppTelemetry.SessionCount, "state", "idle").Should().Be(0);
        recorder.Sum(EppTelemetry.SessionMax).Should().Be(1);
        recorder.Sum(EppTelemetry.SessionPendingRequests).Should().Be(1);

        harness.Time.Advance(TimeSpan.FromSeconds(5));
        await FluentActions.Awaiting(() => waiter).Should().ThrowAsync<EppTimeoutException>();
        lease.Dispose();

        recorder.Sum(EppTelemetry.SessionTimeouts).Should().Be(1);
        recorder.Sum(EppTelemetry.SessionUseTime).Should().Be(5);
        recorder.Count(EppTelemetry.SessionWaitTime).Should().Be(1);
        recorder.Count(EppTelemetry.SessionCreateTime).Should().Be(1);
        recorder.Sum(EppTelemetry.InputOutput, "direction", "transmit").Should().Be("login".Length + 4);
        recorder.Sum(EppTelemetry.InputOutput, "direction", "receive").Should().Be("greeting".Length + "welcome".Length + 8);
        recorder.Measurements.Should().OnlyContain(measurement => CommonTags.All(tag => measurement.Tags.ContainsKey(tag)));
    }

    [Fact(Timeout = 30_000)]
    public async Task A_session_that_is_not_opened_reports_the_type_of_its_error()
    {
        var name = $"pool {Guid.NewGuid()}";
        using var recorder = new MetricRecorder(name);
        await using var harness = new PoolHarness(PoolHarness.Quiet(1), name: name);
        harness.Registry.Connecting = _ => Task.FromException(new EppConnectionException("down", EppDelivery.NotSent));

        await harness.Awaiting(h => h.RentAsync()).Should().ThrowAsync<EppConnectionException>();

        recorder.Measurements.Should().ContainSingle(measurement => measurement.Name == EppTelemetry.SessionCreateTime)
            .Which.Tags["error.type"].Should().Be("EppClient.EppConnectionException");
    }
}
