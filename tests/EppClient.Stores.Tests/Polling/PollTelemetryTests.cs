using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using EppClient.Diagnostics;
using EppClient.Polling;
using EppClient.TestSupport.Telemetry;
using Microsoft.Extensions.Time.Testing;

namespace EppClient.Stores.Tests.Polling;

/// <summary>The metrics, traces and logs of polling match docs/guide/telemetry.md and docs/guide/operations.md.</summary>
public sealed class PollTelemetryTests : PollQueueTestBase
{
    private static readonly string[] CommonTags = ["epp.client.pool.name", "server.address", "server.port"];

    private readonly string _name = $"poll {Guid.NewGuid()}";

    private protected override EppProfile Profile => EppProfiles.Standard with { Name = _name };

    private protected override EppPollConsumerOptions Options => base.Options with { MaxTries = 2 };

    [Fact(Timeout = 60_000)]
    public async Task Age_of_the_oldest_message_and_number_of_pending_messages_are_measured_during_processing()
    {
        Service.Enqueue("1", "2", "3");
        using var recorder = new MetricRecorder(_name);
        var clock = new FakeTimeProvider(Service.QueuedAt + TimeSpan.FromHours(2));
        recorder.Observe();
        recorder.Count(EppTelemetry.PollLag).Should().Be(0, "no consumer is running");

        await Consumer(Options with { TimeProvider = clock }).DrainAsync((delivery, _) =>
        {
            if (delivery.Message.Id == "1")
            {
                recorder.Observe();
            }

            return Task.CompletedTask;
        });
        recorder.Observe();

        recorder.Sum(EppTelemetry.PollLag).Should().Be(7200);
        recorder.Sum(EppTelemetry.PollWaiting).Should().Be(3);
        recorder.Count(EppTelemetry.PollLag).Should().Be(1, "the consumer has ended");
        recorder.Measurements.Should().OnlyContain(measurement => CommonTags.All(tag => measurement.Tags.ContainsKey(tag)));
    }

    [Fact(Timeout = 60_000)]
    public async Task Messages_are_counted_by_result_and_handlers_are_timed()
    {
        Service.Enqueue("handled", "failed", "dead_lettered", "conflict", "repeated");
        using var recorder = new MetricRecorder(_name);
        var isAway = true;
        var options = Options with { Committed = (message, _) => message.Id == "repeated" && isAway && !(isAway = false) ? throw new IOException("away") : Task.CompletedTask };

        await Consumer(options).DrainAsync((delivery, _) => (delivery.Message.Id, delivery.Tries) switch
        {
            ("failed", 1) => throw new FormatException("once"),
            ("dead_lettered", _) => throw new EppDeadLetterException("This kind is unknown."),
            ("conflict", 1) => throw new EppPollConflictException(delivery.Key),
            _ => Task.CompletedTask,
        });

        (Outcome("handled"), Outcome("failed"), Outcome("dead_lettered"), Outcome("conflict"), Outcome("repeated")).Should().Be((4, 1, 1, 1, 1));
        recorder.Count(EppTelemetry.PollHandlerTime).Should().Be(7);
        recorder.Measurements.Where(measurement => measurement.Name == EppTelemetry.PollHandlerTime).Select(measurement => measurement.Tags.GetValueOrDefault("error.type"))
            .Should().BeEquivalentTo([null, null, null, null, typeof(FormatException).FullName, typeof(EppDeadLetterException).FullName, typeof(EppPollConflictException).FullName]);
        recorder.Measurements.Should().OnlyContain(measurement => CommonTags.All(tag => measurement.Tags.ContainsKey(tag)));

        double Outcome(string outcome) => recorder.Sum(EppTelemetry.PollMessages, "outcome", outcome);
    }

    [Fact(Timeout = 60_000)]
    public async Task Each_message_has_a_span_that_contains_the_commands_of_its_handler()
    {
        Service.Enqueue("1", "2");
        ConcurrentBag<Activity> spans = [];
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == EppTelemetry.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Add,
        };
        ActivitySource.AddActivityListener(listener);

        await Consumer(Options).DrainAsync(async (delivery, token) =>
        {
            await Pool.PollAsync(token);
            if (delivery.Message.Id == "2" && delivery.Tries == 1)
            {
                throw new FormatException("once");
            }
        });

        var handled = spans.Where(span => span.OperationName == "handle poll message" && Equals(span.GetTagItem("epp.client.pool.name"), _name)).ToList();
        handled.Select(span => (span.Kind, span.GetTagItem("epp.poll.message_id"), span.GetTagItem("epp.poll.tries"), span.GetTagItem("error.type"))).Should().BeEquivalentTo(new (ActivityKind, object?, object?, object?)[]
        {
            (ActivityKind.Consumer, "1", 1, null), (ActivityKind.Consumer, "2", 1, typeof(FormatException).FullName), (ActivityKind.Consumer, "2", 2, null),
        });
        handled.Should().OnlyContain(span => spans.Any(command => command.Kind == ActivityKind.Client && command.ParentSpanId == span.SpanId));
    }

    [Fact(Timeout = 60_000)]
    public async Task Each_event_of_the_table_is_logged()
    {
        using var log = new EventLog();
        Service.Enqueue("handled", "failed", "forgiven", "dead_lettered", "conflict", "late", "rollback", "repeated");
        var inbox = new FailingInbox(new BadlyEndingInbox(new EppMemoryPollInbox(), "rollback")) { Failures = 1 };
        var isAway = true;
        var options = Options with { Committed = (message, _) => message.Id == "repeated" && isAway && !(isAway = false) ? throw new IOException("away") : Task.CompletedTask };

        await new EppPollConsumer(Pool, inbox, options, log).DrainAsync(async (delivery, _) =>
        {
            switch (delivery.Message.Id, delivery.Tries)
            {
                case ("failed", 1):
                    throw new FormatException("once");
                case ("forgiven", 1) when log.Count(6003) == 0:
                    throw new PassingFailure();
                case ("dead_lettered", _):
                    throw new EppDeadLetterException("This kind is unknown.");
                case ("conflict", 1):
                    throw new EppPollConflictException(delivery.Key);
                case ("late", _):
                    await delivery.CompleteAsync();
                    throw new FormatException("late");
            }
        });

        // 6005 is the inbox that was unavailable at first; all messages except the dead-lettered one are handled.
        Enumerable.Range(6000, 10).Select(id => (id, log.Count(id))).Should().Equal(
            (6000, 7), (6001, 1), (6002, 1), (6003, 1), (6004, 1), (6005, 1), (6006, 1), (6007, 1), (6008, 1), (6009, 1));
        log.Categories.Should().Equal("EppClient.Polling");
    }

    private EppPollConsumer Consumer(EppPollConsumerOptions options) => new(Pool, new EppMemoryPollInbox(), options);

    private sealed class PassingFailure() : DbException("The database is unavailable.")
    {
        public override bool IsTransient => true;
    }
}
