namespace EppClient.Redis;

/// <summary>The times that follow from the length of a lease.</summary>
/// <remarks>
/// A renewal starts at the latest one cadence and one time for an answer after the one before: 0.3 leases. Commands on a connection
/// are carried out in order, so where Redis answers a question put at an instant, the last renewal before that instant was answered
/// too, and the lease holds for at least another 0.7. It is given up after 0.6, on this machine's clock, before Redis gives the room
/// to another.
/// </remarks>
internal readonly record struct LeaseTimes(TimeSpan Lease)
{
    /// <summary>Between two renewals, and between two questions whether Redis still answers.</summary>
    public TimeSpan Cadence => Lease * 0.2;

    /// <summary>What must be left of a lease when it was taken or renewed: an answer that takes longer than the rest is none.</summary>
    public TimeSpan LeftAtLeast => Lease * 0.9;

    /// <summary>For how long others may keep all the room to themselves with a session each, while one waits.</summary>
    public TimeSpan Turn => Lease * 0.5;

    /// <summary>After the last question that Redis has answered.</summary>
    public TimeSpan Timeout => Lease * 0.6;
}
