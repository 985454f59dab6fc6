using EppClient.Polling;

namespace EppClient.Tests.Polling;

public sealed class BackOffTests
{
    // As much as jitter takes away.
    private const double Least = 0.8;

    [Fact]
    public void Pauses_double_up_to_the_longest_and_begin_again_after_a_reset()
    {
        var pauses = new BackOff(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10));

        for (var round = 0; round < 2; round++)
        {
            foreach (var full in new[] { 1, 2, 4, 8, 10, 10 })
            {
                pauses.Next().TotalSeconds.Should().BeInRange(Least * full, full);
            }

            pauses.Reset();
        }
    }
}
