namespace EppClient;

/// <summary>Delays that double with each failure, with jitter so that several callers do not retry at the same time.</summary>
/// <param name="first">The first delay.</param>
/// <param name="longest">The longest delay.</param>
/// <param name="jitter">The largest part by which a delay is shortened at random.</param>
internal sealed class BackOff(TimeSpan first, TimeSpan longest, double jitter = BackOff.DefaultJitter)
{
    private const double DefaultJitter = 0.2;

    private int _doublings;

    public TimeSpan Next()
    {
        var pause = first * Math.Pow(2, _doublings);
        if (pause < longest)
        {
            _doublings++;
        }

        return Jitter.Shorten(pause < longest ? pause : longest, jitter);
    }

    public void Reset() => _doublings = 0;
}
