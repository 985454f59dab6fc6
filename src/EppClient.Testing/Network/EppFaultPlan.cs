namespace EppClient.Testing.Network;

/// <summary>The faults of a connection through an <see cref="EppFaultProxy"/>.</summary>
public sealed record EppFaultPlan
{
    /// <summary>No faults: all bytes pass unchanged and undelayed.</summary>
    public static EppFaultPlan None { get; } = new();

    /// <summary>The faults from the client to the server. Default: none.</summary>
    public EppStreamFaults ToServer { get; init; } = new();

    /// <summary>The faults from the server to the client. Default: none.</summary>
    public EppStreamFaults ToClient { get; init; } = new();

    /// <summary>Creates a plan with the same faults in both directions.</summary>
    /// <param name="faults">The faults of each direction. A disconnect counts the bytes of each direction separately; the first one ends the connection.</param>
    /// <returns>The plan.</returns>
    public static EppFaultPlan Both(EppStreamFaults faults) => new() { ToServer = faults, ToClient = faults };

    internal void Check()
    {
        ToServer.Check();
        ToClient.Check();
    }
}
