using EppClient.Commands;

namespace EppClient.Dk;

/// <summary>The options of a <see cref="DkPendingActionTracker"/>.</summary>
public sealed record DkPendingActionTrackerOptions
{
    /// <summary>
    /// How long the decision on a command may take before it is overdue. Default: 7 days for applications, 35 for deletions and other changes of
    /// domains, 5 for contacts, 21 for hosts. The registry publishes few of its time limits; the defaults include a margin.
    /// </summary>
    public Func<IEppCommand, TimeSpan> DecisionTimeout { get; init; } = static command => command switch
    {
        DomainCreate => TimeSpan.FromDays(7),
        DomainDelete or DomainUpdate => TimeSpan.FromDays(35),
        ContactUpdate => TimeSpan.FromDays(5),
        _ => TimeSpan.FromDays(21),
    };

    /// <summary>The clock. Default: the system clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
