namespace EppClient;

/// <summary>The deadline of an operation passed.</summary>
public sealed class EppTimeoutException : EppException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="phase">What the operation was waiting for.</param>
    /// <param name="timeout">The time that the whole operation had.</param>
    /// <param name="delivery">Whether the command can have reached the registry.</param>
    /// <param name="innerException">The cause, where there is one.</param>
    public EppTimeoutException(EppPhase phase, TimeSpan timeout, EppDelivery delivery, Exception? innerException = null)
        : this(phase, timeout, delivery, null, innerException)
    {
    }

    internal EppTimeoutException(EppPhase phase, TimeSpan timeout, EppDelivery delivery, string? detail, Exception? innerException)
        : base(detail is null ? Describe(phase, timeout, delivery) : $"{Describe(phase, timeout, delivery)} {detail}", innerException)
    {
        Phase = phase;
        Timeout = timeout;
        Delivery = delivery;
    }

    /// <summary>What the operation was waiting for when its time ran out.</summary>
    public EppPhase Phase { get; }

    /// <summary>The time that the whole operation had.</summary>
    public TimeSpan Timeout { get; }

    /// <inheritdoc/>
    public override bool IsTransient => true;

    /// <inheritdoc/>
    public override EppDelivery Delivery { get; }

    private static string Describe(EppPhase phase, TimeSpan timeout, EppDelivery delivery)
    {
        var waitedFor = phase switch
        {
            EppPhase.WaitingForSession => "a free session; raise EppPoolOptions.MaxSessions or EppTimeoutOptions.Command",
            EppPhase.Connecting => "the TCP connection; check EppOptions.Host, EppOptions.Port and the registry's list of allowed addresses",
            EppPhase.OpeningTunnel => "the proxy to open a tunnel; check EppOptions.Proxy and whether the proxy reaches the registry",
            EppPhase.Handshaking => "the TLS handshake; check that EppOptions.Port is the registry's TLS port, and its list of allowed addresses",
            EppPhase.WaitingForGreeting => "the registry's greeting; it may keep connections waiting when its limit of sessions is reached, or when it does not know this address; some registries send a greeting only after a hello, see EppProfile.HelloFirst",
            EppPhase.LoggingIn => "the answer to login; raise EppTimeoutOptions.Open where the registry is slow",
            EppPhase.WaitingForBudget => "the registry's limit of commands to allow another; send fewer, or see EppRegistryLimits.Rates of the profile",
            EppPhase.Writing => "the registry to take the command's bytes",
            _ => "the registry's answer",
        };
        var fate = delivery == EppDelivery.NotSent ? "The command was not sent." : "The command was sent and its outcome is unknown.";
        return FormattableString.Invariant($"No success within {timeout.TotalSeconds:0.###} s: the time ran out while waiting for {waitedFor}. {fate}");
    }
}
