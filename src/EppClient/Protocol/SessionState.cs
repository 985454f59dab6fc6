using EppClient.Sessions;

namespace EppClient.Protocol;

/// <summary>The protocol state of a session: the registry's greeting, and the services announced at login.</summary>
internal sealed record SessionState(EppGreeting Greeting, EppServices Services)
{
    /// <summary>The events about the security of the account that the registry reported at login.</summary>
    public IReadOnlyList<EppLoginEvent> LoginEvents { get; init; } = [];

    /// <summary>Why the response to the last hello was not a greeting; null if it was one, or before the first hello.</summary>
    public EppProtocolException? HelloFailure { get; init; }

    /// <summary>Gets the state of a session that has logged in.</summary>
    public static SessionState Of(SessionChannel channel) => (SessionState)channel.ProtocolState!;
}
