namespace EppClient.Testing.Network;

/// <summary>Settings of an <see cref="EppFaultProxy"/>.</summary>
public sealed record EppFaultProxyOptions
{
    /// <summary>The plan at the start. Default: nothing happens.</summary>
    public EppFaultPlan Plan { get; init; } = EppFaultPlan.None;

    /// <summary>
    /// Chooses the plan of each connection, called with it before its first octet passes, for one connection after the other. Default: null,
    /// all have the proxy's. Where it returns null this connection has the proxy's too. What it throws ends the connection and surfaces when the proxy is disposed.
    /// </summary>
    public Func<EppFaultConnection, EppFaultPlan?>? PlanFor { get; init; }

    /// <summary>With what chance begins. Connection and direction have each their own sequence of it. Default: 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The clock of latency and speed. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
