namespace EppClient.Testing.Network;

/// <summary>What happens to a connection through an <see cref="EppFaultProxy"/>.</summary>
public sealed record EppFaultPlan
{
    /// <summary>Nothing: all octets pass as they come.</summary>
    public static EppFaultPlan None { get; } = new();

    /// <summary>What happens to what the client sends. Default: nothing.</summary>
    public EppStreamFaults ToServer { get; init; } = new();

    /// <summary>What happens to what the server sends. Default: nothing.</summary>
    public EppStreamFaults ToClient { get; init; } = new();

    /// <summary>The same for both directions.</summary>
    /// <param name="faults">What happens to each; a cut counts each direction by itself, and the first to come ends the connection.</param>
    /// <returns>The plan.</returns>
    public static EppFaultPlan Both(EppStreamFaults faults) => new() { ToServer = faults, ToClient = faults };

    internal void Check()
    {
        ToServer.Check();
        ToClient.Check();
    }
}
