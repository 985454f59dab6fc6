using EppClient.Sessions;

namespace EppClient.Protocol;

/// <summary>What the protocol keeps with a session: what the registry said of itself, and what was agreed at login.</summary>
internal sealed record SessionState(EppGreeting Greeting, EppServices Services)
{
    /// <summary>What the registry said at login about the security of the account.</summary>
    public IReadOnlyList<EppLoginEvent> LoginEvents { get; init; } = [];

    /// <summary>Why the last hello got no greeting although it got an answer; null where it got one, and before the first.</summary>
    public EppProtocolException? HelloFailure { get; init; }

    /// <summary>The state of a session that has logged in.</summary>
    public static SessionState Of(SessionChannel channel) => (SessionState)channel.ProtocolState!;
}
