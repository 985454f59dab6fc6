using EppClient.Dk;

namespace EppClient.Tests.Dk;

public class DkOrderConfirmationTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-30 * 24 * 60, true)]
    [InlineData((-30 * 24 * 60) - 1, false)]
    [InlineData(24 * 60, true)]
    [InlineData((24 * 60) + 1, false)]
    [InlineData(0, true)]
    public void Acceptance_lies_between_30_days_ago_and_24_hours_ahead(int minutes, bool isFine)
    {
        var refusal = DkOrderConfirmation.Check(Now.AddMinutes(minutes).ToOffset(TimeSpan.FromHours(1)), new StoppedClock());

        (refusal is null).Should().Be(isFine);
        if (refusal is not null)
        {
            (refusal.Reason, refusal.IsLocal).Should().Be((DkRefusalReason.OrderConfirmation, true));
        }
    }

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
