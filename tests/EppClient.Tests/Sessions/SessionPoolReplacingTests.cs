using EppClient.Sessions;

namespace EppClient.Tests.Sessions;

/// <summary>Replacement of a session that the registry no longer treats as logged in.</summary>
public sealed class SessionPoolReplacingTests
{
    private const int Timeout = 30_000;

    private static readonly LeaseKind Shared = new(EppPriority.Interactive, IsShared: true);

    [Fact(Timeout = Timeout)]
    public async Task Replacement_goes_to_the_caller_that_asked_for_it_when_others_wait()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(1));
        var lease = await harness.RentSharedAsync();
        var waiter = harness.RentAsync();

        var replacing = harness.Pool.ReplaceAsync(lease, Shared, Deadline.None, CancellationToken.None).AsTask();

        (await Task.WhenAny(replacing, waiter)).Should().BeSameAs(replacing);
        harness.Check(used: 1, waiting: 1);
        (await replacing).Dispose();
        (await waiter).Dispose();
        harness.Registry.Connects.Should().Be(2);
    }

    [Fact(Timeout = Timeout)]
    public async Task Capacity_of_a_replaced_session_goes_to_the_next_caller_when_its_caller_has_left()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(1));
        harness.Registry.IsSilent = true;
        using var cancellation = new CancellationTokenSource();
        var lease = await harness.RentSharedAsync();
        var replacing = harness.Pool.ReplaceAsync(lease, Shared, Deadline.None, cancellation.Token).AsTask();
        await PoolHarness.UntilAsync(() => harness.Registry.Logouts == 1);
        var waiter = harness.RentAsync();

        await cancellation.CancelAsync();

        await FluentActions.Awaiting(() => replacing).Should().ThrowAsync<OperationCanceledException>();
        harness.Check(closing: 1, waiting: 1);
        harness.Registry.IsSilent = false;
        await harness.Registry.Open[0].ServerClosesAsync();
        (await waiter).Dispose();
        harness.Check(idle: 1);
    }
}
