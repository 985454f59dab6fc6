namespace EppClient;

/// <summary>The deadline of an operation passed.</summary>
public sealed class EppTimeoutException : EppException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="phase">What the operation was waiting for.</param>
    /// <param name="timeout">The time limit of the whole operation.</param>
    /// <param name="delivery">Whether the command may have reached the registry.</param>
    /// <param name="innerException">The cause, if any.</param>
    public EppTimeoutException(EppTimeoutPhase phase, TimeSpan timeout, EppDelivery delivery, Exception? innerException = null)
        : this(phase, timeout, delivery, null, innerException)
    {
    }

    internal EppTimeoutException(EppTimeoutPhase phase, TimeSpan timeout, EppDelivery delivery, string? detail, Exception? innerException)
        : base(detail is null ? Describe(phase, timeout, delivery) : $"{Describe(phase, timeout, delivery)} {detail}", innerException)
    {
        Phase = phase;
        Timeout = timeout;
        Delivery = delivery;
    }

    /// <summary>What the operation was waiting for when the deadline passed.</summary>
    public EppTimeoutPhase Phase { get; }

    /// <summary>The time limit of the whole operation.</summary>
    public TimeSpan Timeout { get; }

    /// <inheritdoc/>
    public override bool IsTransient => true;

    /// <inheritdoc/>
    public override EppDelivery Delivery { get; }

    private static string Describe(EppTimeoutPhase phase, TimeSpan timeout, EppDelivery delivery)
    {
        var waitedFor = phase switch
        {
            EppTimeoutPhase.WaitingForSession => "a free session",
            EppTimeoutPhase.Connecting => "the TCP connection; check EppOptions.Host, EppOptions.Port and the registry's list of allowed addresses",
            EppTimeoutPhase.OpeningTunnel => "the proxy to open a tunnel; check EppConnectionOptions.Proxy and whether the proxy reaches the registry",
            EppTimeoutPhase.Handshaking => "the TLS handshake; check that EppOptions.Port is the registry's TLS port, and its list of allowed addresses",
            EppTimeoutPhase.WaitingForGreeting => "the registry's greeting; it may keep connections waiting when its limit of sessions is reached, or when it does not know this address; some registries send a greeting only after a hello, see EppProfile.HelloFirst",
            EppTimeoutPhase.LoggingIn => "the response to login; raise EppTimeoutOptions.Open if the registry is slow",
            EppTimeoutPhase.WaitingForRateLimit => "the rate limit of the registry; send fewer commands, or see EppRegistryLimits.Rates of the profile",
            EppTimeoutPhase.Writing => "the registry to receive the command",
            _ => "the registry's response",
        };
        var fate = delivery == EppDelivery.NotSent ? "The command was not sent." : "The command was sent.";
        return FormattableString.Invariant($"The operation did not complete within {timeout.TotalSeconds:0.###} s: the time ran out while waiting for {waitedFor}. {fate}");
    }
}

/// <summary>The steps of an operation that can take time.</summary>
public enum EppTimeoutPhase
{
    /// <summary>Waiting for a free session of the pool.</summary>
    WaitingForSession,

    /// <summary>Name resolution and the TCP connection.</summary>
    Connecting,

    /// <summary>Opening a tunnel through the proxy.</summary>
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

    /// <summary>The rate limits of the registry, or <see cref="EppOptions.RateLimiter"/>, did not allow another command yet.</summary>
    WaitingForRateLimit,
}
