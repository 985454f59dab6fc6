namespace EppClient;

/// <summary>What a pool reports, beside its logs and metrics. Listeners are called on a session's thread: they must return quickly.</summary>
public sealed record EppObservabilityOptions
{
    /// <summary>
    /// Called with each security event that the registry reports at login: a password or certificate that expires, a weak
    /// cipher, failed logins. Called for each session. The events are also logged as warnings. Default: null.
    /// </summary>
    public Action<EppLoginEvent>? LoginEventListener { get; init; }

    /// <summary>
    /// Called when a greeting differs from the profile or from the greetings before it, and when the clocks drift apart: once for each
    /// change, not for each session. The changes are also logged as warnings. Default: null.
    /// </summary>
    public Action<EppGreetingChange>? GreetingListener { get; init; }

    /// <summary>
    /// How far the registry's clock may be from this machine's before the difference is reported. Default: 1 minute; from 1 second to 365 days.
    /// <see cref="Timeout.InfiniteTimeSpan"/> reports none.
    /// </summary>
    public TimeSpan MaxClockSkew { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Called with every message that is sent and received, redacted: passwords, tokens and personal data masked. For
    /// tutorials and support; do not parse it. Default: null.
    /// </summary>
    public Action<EppWireMessage>? WireListener { get; init; }

    /// <summary>
    /// Whether every message is logged, redacted as for <see cref="WireListener"/>, with category <c>EppClient.Wire</c> at level Trace. Costs time
    /// and space in the log: for support. Default: false.
    /// </summary>
    public bool EnableWireLogging { get; init; }

    internal void Validate(OptionFaults faults)
    {
        if (MaxClockSkew != Timeout.InfiniteTimeSpan)
        {
            faults.InRange("EppObservabilityOptions.MaxClockSkew", MaxClockSkew, TimeSpan.FromSeconds(1), TimeSpan.FromDays(365));
        }
    }
}
