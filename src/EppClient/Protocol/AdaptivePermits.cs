namespace EppClient.Protocol;

/// <summary>The permits of a rate: all of them, or fewer for a while after the registry complained. Used under the owner's lock.</summary>
/// <remarks>Each window without another complaint brings an eighth of the whole back.</remarks>
internal sealed class AdaptivePermits(EppRateLimit limit, TimeProvider time)
{
    private const int Steps = 8;

    private int _left = limit.Permits;
    private long _shrunkAt = long.MinValue;

    public int Current => _left == limit.Permits ? _left : (int)Math.Min(limit.Permits, _left + (StepsSince * Step));

    /// <summary>The time until there are more, or null where there are all.</summary>
    public TimeSpan? UntilMore => Current == limit.Permits ? null : ((StepsSince + 1) * limit.Window) - time.GetElapsedTime(_shrunkAt);

    private int Step => Math.Max(1, limit.Permits / Steps);

    private long StepsSince => (long)(time.GetElapsedTime(_shrunkAt) / limit.Window);

    /// <summary>Halves what there is, unless the complaint is about what was sent before the last halving.</summary>
    public int? Shrink(long taken)
    {
        if (taken < _shrunkAt || Current == 1)
        {
            return null;
        }

        _left = Math.Max(1, Current / 2);
        _shrunkAt = time.GetTimestamp();
        return _left;
    }
}
