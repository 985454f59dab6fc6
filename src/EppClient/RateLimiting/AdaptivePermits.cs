using System.Threading.RateLimiting;

namespace EppClient.RateLimiting;

/// <summary>The permits of a rate limit, temporarily reduced after the registry has reported too many commands. Used under the owner's lock.</summary>
/// <remarks>Each window without another report restores an eighth of the full number.</remarks>
internal sealed class AdaptivePermits(EppRateLimit limit, TimeProvider time)
{
    private const int Steps = 8;

    private int _permits = limit.Permits;
    private long _shrunkAt = long.MinValue;

    public int Current => _permits == limit.Permits ? _permits : (int)Math.Min(limit.Permits, _permits + (StepsSince * Step));

    /// <summary>The time until the number increases; null if it is not reduced.</summary>
    public TimeSpan? UntilMore => Current == limit.Permits ? null : ((StepsSince + 1) * limit.Window) - time.GetElapsedTime(_shrunkAt);

    private int Step => Math.Max(1, limit.Permits / Steps);

    private long StepsSince => (long)(time.GetElapsedTime(_shrunkAt) / limit.Window);

    /// <summary>Halves the permits, unless the reported command acquired its permit before the last reduction.</summary>
    public int? Shrink(long taken)
    {
        if (taken < _shrunkAt || Current == 1)
        {
            return null;
        }

        _permits = Math.Max(1, Current / 2);
        _shrunkAt = time.GetTimestamp();
        return _permits;
    }
}

/// <summary>A permit of a <see cref="RateWindow"/>, or a refused one.</summary>
internal sealed class RatePermit(RateWindow? window) : RateLimitLease
{
    private int _isEnded;

    public static RatePermit Refused { get; } = new(null);

    public override bool IsAcquired => window is not null;

    public override IEnumerable<string> MetadataNames => [];

    public override bool TryGetMetadata(string metadataName, out object? metadata)
    {
        metadata = null;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (Interlocked.Exchange(ref _isEnded, 1) == 0)
        {
            window?.End();
        }
    }
}
