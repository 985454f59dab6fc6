using System.Threading.RateLimiting;

namespace EppClient.Protocol;

/// <summary>A permit of a <see cref="RateWindow"/>, or the refusal of one.</summary>
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
