using EppClient.Commands;

namespace EppClient.Dk;

/// <summary>How a <see cref="DkPendingActionTracker"/> works.</summary>
public sealed record DkPendingActionTrackerOptions
{
    /// <summary>
    /// How long the decision about a command may take before it counts as unanswered. Default: 7 days for applications, 35 for deletions and
    /// other changes of domains, 5 for contacts, 21 for hosts. The registry publishes few of its terms; these leave room.
    /// </summary>
    public Func<IEppCommand, TimeSpan> DecisionTimeout { get; init; } = static command => command switch
    {
        DomainCreate => TimeSpan.FromDays(7),
        DomainDelete or DomainUpdate => TimeSpan.FromDays(35),
        ContactUpdate => TimeSpan.FromDays(5),
        _ => TimeSpan.FromDays(21),
    };

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
