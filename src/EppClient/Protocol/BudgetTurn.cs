using System.Threading.RateLimiting;

namespace EppClient.Protocol;

/// <summary>The permits of one command. Disposed when its outcome is known; the registry's windows are counted from then.</summary>
internal sealed class BudgetTurn(long taken, IReadOnlyList<RateLimitLease> leases) : IDisposable
{
    public static BudgetTurn Free { get; } = new(long.MaxValue, []);

    /// <summary>When the permits were there.</summary>
    public long Taken => taken;

    public void Dispose()
    {
        foreach (var lease in leases)
        {
            lease.Dispose();
        }
    }
}
