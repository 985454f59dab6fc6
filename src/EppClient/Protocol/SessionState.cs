using EppClient.Sessions;

namespace EppClient.Protocol;

/// <summary>What the protocol keeps with a session: what the registry said of itself, and what was agreed at login.</summary>
internal sealed record SessionState(EppGreeting Greeting, EppServices Services)
{
    /// <summary>What the registry said at login about the security of the account.</summary>
    public IReadOnlyList<EppLoginEvent> LoginEvents { get; init; } = [];

    /// <summary>Why the response to the last hello was not a greeting; null if it was, and before the first hello.</summary>
    public EppProtocolException? HelloFailure { get; init; }

    /// <summary>The state of a session that has logged in.</summary>
    public static SessionState Of(SessionChannel channel) => (SessionState)channel.ProtocolState!;
}
