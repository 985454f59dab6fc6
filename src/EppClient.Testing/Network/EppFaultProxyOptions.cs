namespace EppClient.Testing.Network;

/// <summary>The options of an <see cref="EppFaultProxy"/>.</summary>
public sealed record EppFaultProxyOptions
{
    /// <summary>The initial plan. Default: no faults.</summary>
    public EppFaultPlan Plan { get; init; } = EppFaultPlan.None;

    /// <summary>
    /// Chooses the plan of each connection. Called before the first byte of the connection passes, for one connection at a time. Default: null, all connections
    /// have the proxy's plan. If it returns null, the connection has the proxy's plan too. If it throws, the connection ends and the exception is thrown when
    /// the proxy is disposed.
    /// </summary>
    public Func<EppFaultConnection, EppFaultPlan?>? PlanFor { get; init; }

    /// <summary>The seed of the random numbers. Each connection and direction has its own sequence. Default: 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The clock for latency and speed. Default: the system clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
