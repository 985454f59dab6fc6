namespace EppClient;

/// <summary>The steps of an operation that can take time.</summary>
public enum EppPhase
{
    /// <summary>All sessions of the pool were in use.</summary>
    WaitingForSession,

    /// <summary>TCP connect and TLS handshake.</summary>
    Connecting,

    /// <summary>Greeting and login.</summary>
    LoggingIn,

    /// <summary>Writing the command.</summary>
    Writing,

    /// <summary>Waiting for the response.</summary>
    WaitingForResponse,

    /// <summary>The registry's rates, or <see cref="EppOptions.RateLimiter"/>, allowed no further command yet.</summary>
    WaitingForBudget,
}
