using EppClient.Commands;
using EppClient.Polling;
using EppClient.Testing.Server;

namespace EppClient.Stores.Tests.Polling;

/// <summary>Tests the consumer against a real server, with an in-memory inbox. Pauses take a few milliseconds.</summary>
public sealed class ConsumerTests : PollQueueTestBase
{
    private readonly EppMemoryPollInbox _inbox = new();
    private readonly List<string> _handled = [];

    [Fact(Timeout = 60_000)]
    public async Task Messages_are_handled_and_acknowledged_in_order()
    {
        Service.Enqueue("1", "2", "3");

        var count = await Consumer().DrainAsync(HandleAsync);

        count.Should().Be(3);
        _handled.Should().Equal("1", "2", "3");
        Service.Acknowledged.Should().Equal("1", "2", "3");
    }

    [Fact(Timeout = 60_000)]
    public async Task Message_is_acknowledged_only_after_its_commit()
    {
        Service.Enqueue("1");
        var acknowledgedBefore = -1;

        await Consumer(Options with { Committed = (_, _) => Note(() => acknowledgedBefore = Service.Acknowledged.Count) }).DrainAsync(async (delivery, token) =>
        {
            await HandleAsync(delivery, token);
            Service.Acknowledged.Should().BeEmpty();
        });

        acknowledgedBefore.Should().Be(0);
        Service.Acknowledged.Should().Equal("1");
    }

    [Fact(Timeout = 60_000)]
    public async Task Protocol_failure_of_the_committed_callback_does_not_count_as_an_unreadable_queue()
    {
        Service.Enqueue("1");
        var calls = 0;
        var options = Options with { Committed = (_, _) => ++calls <= Options.MaxTries + 2 ? throw new EppProtocolException("another registry's response") : Task.CompletedTask };

        await Consumer(options).DrainAsync(HandleAsync);

        calls.Should().Be(Options.MaxTries + 3);
        Service.Acknowledged.Should().Equal("1");
    }

    [Fact(Timeout = 60_000)]
    public async Task Redelivered_message_is_acknowledged_without_being_handled_again()
    {
        Service.Enqueue("1", "2");
        List<string> committed = [];
        var options = Options with { Committed = (message, _) => Note(() => committed.Add(message.Id)) };
        await Consumer(options).DrainAsync(async (delivery, token) =>
        {
            // The acknowledgement is the next message, and never arrives.
            if (delivery.Message.Id == "1")
            {
                Server.InjectFault(EppServerFault.LoseCommand);
            }

            await HandleAsync(delivery, token);
        });

        _handled.Should().Equal("1", "2");
        committed.Should().Equal("1", "1", "2");
        Service.Acknowledged.Should().Equal("1", "2");
    }

    [Fact(Timeout = 60_000)]
    public async Task Lost_acknowledgement_response_loses_no_message()
    {
        Service.Enqueue("1", "2");

        await Consumer().DrainAsync(async (delivery, token) =>
        {
            Server.InjectFault(EppServerFault.LoseResponse);
            await HandleAsync(delivery, token);
        });

        _handled.Should().Equal("1", "2");
        Service.Acknowledged.Should().Equal("1", "2");
    }

    [Fact(Timeout = 60_000)]
    public async Task Handler_is_retried_and_the_message_is_finally_dead_lettered_in_full()
    {
        Service.Enqueue("1", "2", "3");
        List<int> tries = [];
        var consumer = Consumer();

        var count = await consumer.DrainAsync((delivery, token) =>
        {
            if (delivery.Message.Id != "2")
            {
                return HandleAsync(delivery, token);
            }

            tries.Add(delivery.Tries);
            throw new FormatException("What is this?");
        });

        count.Should().Be(2);
        tries.Should().Equal(1, 2, 3, 4, 5);
        _handled.Should().Equal("1", "3");
        Service.Acknowledged.Should().Equal("1", "2", "3");
        var deadLetter = (await consumer.ReadDeadLettersAsync()).Should().ContainSingle().Subject;
        deadLetter.Key.MessageId.Should().Be("2");
        deadLetter.Reason.Should().Contain("FormatException").And.Contain("What is this?");
        PollMessage.Read(deadLetter.Document, Pool.Options.Profile).Text.ToString().Should().Contain("Message 2");
    }

    [Fact(Timeout = 60_000)]
    public async Task Handler_can_dead_letter_its_message_immediately()
    {
        Service.Enqueue("1");
        var consumer = Consumer();

        await consumer.DrainAsync((_, _) => throw new EppDeadLetterException("This kind is unknown."));

        var deadLetter = (await consumer.ReadDeadLettersAsync()).Should().ContainSingle().Subject;
        (deadLetter.Tries, deadLetter.Reason).Should().Be((1, "This kind is unknown."));
    }

    [Fact(Timeout = 60_000)]
    public async Task Dead_letter_is_handled_when_its_cause_is_fixed()
    {
        var consumer = Consumer();
        var key = await DeadLetterAsync(consumer);

        var stillFails = () => consumer.RetryDeadLetterAsync(key, (_, _) => throw new FormatException());
        await stillFails.Should().ThrowAsync<FormatException>();
        (await consumer.ReadDeadLettersAsync()).Should().ContainSingle();

        var tries = 0;
        (await consumer.RetryDeadLetterAsync(key, (delivery, token) =>
        {
            tries = delivery.Tries;
            return HandleAsync(delivery, token);
        })).Should().BeTrue();

        tries.Should().Be(Options.MaxTries + 1);
        _handled.Should().Equal("1");
        (await consumer.ReadDeadLettersAsync()).Should().BeEmpty();
        (await consumer.RetryDeadLetterAsync(key, HandleAsync)).Should().BeFalse("it is no longer a dead letter");
    }

    [Fact(Timeout = 60_000)]
    public async Task Dead_letter_can_be_dropped()
    {
        var consumer = Consumer();
        var key = await DeadLetterAsync(consumer);

        (await consumer.DeleteDeadLetterAsync(key)).Should().BeTrue();
        (await consumer.DeleteDeadLetterAsync(key)).Should().BeFalse();

        (await consumer.ReadDeadLettersAsync()).Should().BeEmpty();
    }

    [Fact(Timeout = 60_000)]
    public async Task Message_that_crashes_the_process_at_each_attempt_is_dead_lettered()
    {
        Service.Enqueue("1");
        for (var process = 0; process < 5; process++)
        {
            // Simulates a process that crashed in its handler: the attempt was counted, and nothing else happened.
            var entry = await _inbox.ReceiveAsync(new EppPollKey(Options.Account, "1", Service.QueuedAt), Service.QueuedAt, default);
            entry.Tries.Should().Be(process + 1);
        }

        var consumer = Consumer();
        await consumer.DrainAsync(HandleAsync);

        _handled.Should().BeEmpty();
        (await consumer.ReadDeadLettersAsync()).Should().ContainSingle().Which.Tries.Should().Be(5);
        Service.Acknowledged.Should().Equal("1");
    }

    [Fact(Timeout = 60_000)]
    public async Task Transient_failure_does_not_count_as_an_attempt()
    {
        Service.Enqueue("1");
        var calls = 0;

        await Consumer().DrainAsync((delivery, token) =>
            ++calls < 12 ? throw new EppConnectionException("The registry is unavailable.", EppDelivery.NotSent) : HandleAsync(delivery, token));

        calls.Should().Be(12);
        _handled.Should().Equal("1");
        (await _inbox.ReadDeadLettersAsync(Options.Account, default)).Should().BeEmpty();
    }

    [Fact(Timeout = 60_000)]
    public async Task Canceled_handler_does_not_count_as_failed()
    {
        Service.Enqueue("1");
        using var stop = new CancellationTokenSource();
        var run = Consumer().RunAsync(async (_, token) =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, token);
        }, stop.Token);

        await run.Invoking(task => task).Should().ThrowAsync<OperationCanceledException>();

        Service.Acknowledged.Should().BeEmpty();
        await Consumer().DrainAsync((delivery, token) =>
        {
            delivery.Tries.Should().Be(1);
            return HandleAsync(delivery, token);
        });
        _handled.Should().Equal("1");
    }

    [Fact(Timeout = 60_000)]
    public async Task Polling_continues_after_connection_failures()
    {
        Service.Enqueue("1");
        await Consumer().DrainAsync(HandleAsync);
        Service.Enqueue("2");

        // More than the number of retries of the pool.
        for (var fault = 0; fault < 4; fault++)
        {
            Server.InjectFault(EppServerFault.LoseCommand);
        }

        await Consumer().DrainAsync(HandleAsync);

        _handled.Should().Equal("1", "2");
    }

    [Fact(Timeout = 60_000)]
    public async Task Message_stays_unacknowledged_while_the_inbox_fails()
    {
        Service.Enqueue("1");
        var inbox = new FailingInbox(_inbox) { Failures = 7 };

        await new EppPollConsumer(Pool, inbox, Options).DrainAsync(HandleAsync);

        inbox.Failures.Should().Be(0);
        _handled.Should().Equal("1");
        Service.Acknowledged.Should().Equal("1");
    }

    [Fact(Timeout = 60_000)]
    public async Task Inbox_deletes_handled_messages_once_after_their_retention_period()
    {
        Service.Enqueue("1", "2");
        var inbox = new FailingInbox(_inbox);
        var before = TimeProvider.System.GetUtcNow();

        await new EppPollConsumer(Pool, inbox, Options with { KeepHandled = TimeSpan.FromDays(2) }).DrainAsync(HandleAsync);
        await new EppPollConsumer(Pool, inbox, Options with { KeepHandled = Timeout.InfiniteTimeSpan }).DrainAsync(HandleAsync);

        var (account, handledBefore) = inbox.Pruned.Should().ContainSingle().Subject;
        account.Should().Be(Options.Account);
        (handledBefore + TimeSpan.FromDays(2)).Should().BeOnOrAfter(before).And.BeOnOrBefore(TimeProvider.System.GetUtcNow());
    }

    [Fact(Timeout = 60_000)]
    public async Task Status_has_the_last_failure_until_a_message_is_handled_or_the_queue_is_empty()
    {
        Service.Enqueue("1", "2");
        var consumer = Consumer();
        List<Exception?> failures = [];
        var failure = new FormatException();

        await consumer.DrainAsync((delivery, _) =>
        {
            failures.Add(consumer.Status!.Failure);
            return failures.Count == 1 ? throw failure : Task.CompletedTask;
        });

        failures.Should().Equal(null, failure, null);
    }

    [Fact(Timeout = 60_000)]
    public async Task Status_has_no_failure_after_the_queue_was_empty()
    {
        using var stop = new CancellationTokenSource();
        var consumer = new EppPollConsumer(Pool, new FailingInbox(_inbox) { Failures = 1 }, Options);
        var run = consumer.RunAsync(HandleAsync, stop.Token);

        await Service.WhenRequestedAsync(2);
        consumer.Status!.Failure.Should().BeNull();
        await stop.CancelAsync();

        await run.Invoking(task => task).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact(Timeout = 60_000)]
    public async Task Empty_queue_is_polled_again()
    {
        using var stop = new CancellationTokenSource();
        var run = Consumer().RunAsync(HandleAsync, stop.Token);
        await Service.WhenRequestedAsync(3);
        Service.Enqueue("1");
        await Service.WhenAcknowledgedAsync(1);
        await stop.CancelAsync();

        await run.Invoking(task => task).Should().ThrowAsync<OperationCanceledException>();
        _handled.Should().Equal("1");
    }

    [Fact(Timeout = 60_000)]
    public async Task Messages_are_read_without_a_handler()
    {
        Service.Enqueue("1", "2");

        await foreach (var delivery in Consumer().ReadAllAsync())
        {
            await HandleAsync(delivery, default);
            await delivery.CompleteAsync();
            var twice = delivery.CompleteAsync;
            await twice.Should().ThrowAsync<InvalidOperationException>();
            if (Service.Acknowledged.Count == 2)
            {
                break;
            }
        }

        _handled.Should().Equal("1", "2");
    }

    [Fact(Timeout = 60_000)]
    public async Task Message_that_the_loop_does_not_complete_is_redelivered_and_finally_dead_lettered()
    {
        Service.Enqueue("1", "2");
        var consumer = Consumer();
        List<string> seen = [];

        await foreach (var delivery in consumer.ReadAllAsync())
        {
            seen.Add(delivery.Message.Id);
            if (delivery.Message.Id == "2")
            {
                await delivery.CompleteAsync();
                break;
            }
        }

        seen.Should().Equal("1", "1", "1", "1", "1", "2");
        (await consumer.ReadDeadLettersAsync()).Should().ContainSingle().Which.Reason.Should().Contain("without completing the message");
    }

    [Fact(Timeout = 60_000)]
    public async Task Consumer_can_be_restarted_only_after_its_loop_has_ended()
    {
        Service.Enqueue("1");
        var consumer = Consumer();
        consumer.Status.Should().BeNull();

        await foreach (var delivery in consumer.ReadAllAsync())
        {
            var second = () => consumer.DrainAsync(HandleAsync);
            await second.Should().ThrowAsync<InvalidOperationException>();
            consumer.Status!.Waiting.Should().Be(1);
            consumer.Status.IsBlocked.Should().BeFalse();
            consumer.Status.OldestQueuedAt.Should().Be(Service.QueuedAt);
            break;
        }

        consumer.Status.Should().BeNull();
        (await consumer.DrainAsync(HandleAsync)).Should().Be(1);
    }

    [Fact]
    public void Option_out_of_range_is_rejected_by_name()
    {
        var make = () => Consumer(Options with { MaxTries = 0 });

        make.Should().Throw<ArgumentException>().WithMessage("*EppPollConsumerOptions.MaxTries*");
    }

    private EppPollConsumer Consumer(EppPollConsumerOptions? options = null) => new(Pool, _inbox, options ?? Options);

    private Task HandleAsync(EppPollDelivery delivery, CancellationToken cancellationToken) => Note(() => _handled.Add(delivery.Message.Id));

    private async Task<EppPollKey> DeadLetterAsync(EppPollConsumer consumer)
    {
        Service.Enqueue("1");
        await consumer.DrainAsync((_, _) => throw new FormatException());
        return (await consumer.ReadDeadLettersAsync())[0].Key;
    }

    private static Task Note(Action note)
    {
        note();
        return Task.CompletedTask;
    }
}
