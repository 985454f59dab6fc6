namespace EppClient.Tests.Sessions;

public sealed class BackOffTests
{
    // The minimum factor after jitter.
    private const double Least = 0.8;

    [Fact]
    public void Pauses_double_up_to_the_maximum_and_restart_after_a_reset()
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
