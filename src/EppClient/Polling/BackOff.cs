namespace EppClient.Polling;

/// <summary>Exponential delays, with jitter so that several processes do not retry at the same time.</summary>
internal sealed class BackOff(TimeSpan first, TimeSpan longest)
{
    private const double Jitter = 0.2;

    private int _doublings;

    public TimeSpan Next()
    {
        var pause = first * Math.Pow(2, _doublings);
        if (pause < longest)
        {
            _doublings++;
        }

        return (pause < longest ? pause : longest) * (1 - (Jitter * Random.Shared.NextDouble()));
    }

    public void Reset() => _doublings = 0;
}
