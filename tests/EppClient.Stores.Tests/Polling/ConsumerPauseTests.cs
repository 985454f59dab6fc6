using EppClient.Polling;

namespace EppClient.Stores.Tests.Polling;

/// <summary>The delay of the consumer before it requests the next message.</summary>
public sealed class ConsumerPauseTests : PollQueueTestBase
{
    private readonly List<string> _handled = [];

    [Fact(Timeout = 60_000)]
    public async Task Pauses_double_while_the_queue_is_empty_and_are_reset_after_a_message()
    {
        var time = new AcceleratedTimeProvider();
        using var stop = new CancellationTokenSource();
        var options = Options with { EmptyDelay = TimeSpan.FromSeconds(1), MaxEmptyDelay = TimeSpan.FromMinutes(10), TimeProvider = time };
        var run = new EppPollConsumer(Pool, new EppMemoryPollInbox(), options).RunAsync(HandleAsync, stop.Token);
        await Eventually.HoldsAsync(() => time.Pauses.Count >= 4);
        Service.Enqueue("1");
        await Service.WhenAcknowledgedAsync(1);
        var before = time.Pauses.Count;
        await Eventually.HoldsAsync(() => time.Pauses.Count > before);
        await stop.CancelAsync();

        await run.Invoking(task => task).Should().ThrowAsync<OperationCanceledException>();
        time.Pauses.Take(4).Select((pause, index) => pause.TotalSeconds / Math.Pow(2, index)).Should().OnlyContain(pause => pause >= 0.8 && pause <= 1);
        time.Pauses.Skip(4).Should().Contain(pause => pause <= TimeSpan.FromSeconds(1));
    }

    [Fact(Timeout = 60_000)]
    public async Task Message_after_a_dead_letter_is_requested_immediately()
    {
        Service.Enqueue("1", "2");
        var time = new AcceleratedTimeProvider();

        await new EppPollConsumer(Pool, new EppMemoryPollInbox(), Options with { RetryDelay = TimeSpan.FromSeconds(1), MaxRetryDelay = TimeSpan.FromSeconds(1), TimeProvider = time }).DrainAsync((delivery, token) =>
            delivery.Message.Id == "1" ? throw new EppDeadLetterException("This kind is unknown.") : HandleAsync(delivery, token));

        _handled.Should().Equal("2");
        time.Pauses.Should().BeEmpty();
    }

    private Task HandleAsync(EppPollDelivery delivery, CancellationToken cancellationToken)
    {
        _handled.Add(delivery.Message.Id);
        return Task.CompletedTask;
    }
}
