namespace EppClient;

/// <summary>The steps of an operation that can take time.</summary>
public enum EppPhase
{
    /// <summary>All sessions of the pool were in use.</summary>
    WaitingForSession,

    /// <summary>Resolving the name, and the TCP connection.</summary>
    Connecting,

    /// <summary>Asking the proxy for a way to the registry.</summary>
    OpeningTunnel,

    /// <summary>The TLS handshake.</summary>
    Handshaking,

    /// <summary>Waiting for the registry's greeting.</summary>
    WaitingForGreeting,

    /// <summary>The login.</summary>
    LoggingIn,

    /// <summary>Writing the command.</summary>
    Writing,

    /// <summary>Waiting for the response.</summary>
    WaitingForResponse,

    /// <summary>The registry's rates, or <see cref="EppOptions.RateLimiter"/>, allowed no further command yet.</summary>
    WaitingForBudget,
}
