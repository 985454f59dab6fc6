namespace EppClient.Redis;

/// <summary>The intervals that are derived from the length of a lease.</summary>
/// <remarks>
/// A renewal starts at most one cadence plus one response time after the previous one: 0.3 leases. Redis executes the commands of a connection in order, so if
/// it responds to a query sent at some instant, it has also responded to the last renewal before that instant, and the lease is valid for at least another 0.7.
/// The lease counts as lost after 0.6, by this machine's clock, before Redis grants the permit to another process.
/// </remarks>
internal readonly record struct LeaseTimes(TimeSpan Lease)
{
    /// <summary>The interval between two renewals, and between two queries whether Redis still responds.</summary>
    public TimeSpan Cadence => Lease * 0.2;

    /// <summary>The minimum remainder of a lease after it was acquired or renewed. A response that leaves less counts as a failure.</summary>
    public TimeSpan LeftAtLeast => Lease * 0.9;

    /// <summary>How long a process waits before it gets a permit of processes that have only one each.</summary>
    public TimeSpan Turn => Lease * 0.5;

    /// <summary>How long a lease is used after the last query to which Redis has responded.</summary>
    public TimeSpan Timeout => Lease * 0.6;
}
