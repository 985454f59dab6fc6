using Microsoft.Extensions.Options;

namespace EppClient.Dk.AspNetCore;

/// <summary>The times of the worker.</summary>
internal sealed class WorkerTimes(IOptions<DkFastTrackOptions> options, TimeProvider time)
{
    private static readonly TimeSpan MaxRetryDelay = TimeSpan.FromMinutes(10);

    public TimeSpan Lease => options.Value.Lease;

    public TimeSpan ReconciliationDelay => options.Value.ReconciliationDelay;

    public DateTimeOffset LeaseEnd => time.GetUtcNow() + Lease;

    /// <summary>Cancels a command before the lease ends, so that its outcome is recorded while the session belongs to this process.</summary>
    public CancellationTokenSource CreateCommandLimit() => new(Lease * 2 / 3, time);

    /// <summary>The delay after a failure: doubled after each.</summary>
    public TimeSpan RetryAfter(int failures)
    {
        var delay = options.Value.RetryDelay * Math.Pow(2, Math.Min(failures, 20));
        return delay < MaxRetryDelay ? delay : MaxRetryDelay;
    }
}
