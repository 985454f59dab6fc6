using System.Net;
using EppClient.Protocol;
using Polly;

namespace EppClient;

/// <summary>How to reach one registry, with one account.</summary>
/// <remarks>Immutable. Checked when a pool is made of it.</remarks>
public sealed record EppOptions
{
    /// <summary>The name of the registry's EPP server.</summary>
    public required string Host { get; init; }

    /// <summary>The TCP port. Default: 700 (RFC 5734, section 3).</summary>
    public int Port { get; init; } = 700;

    /// <summary>The client id (user name) to log in with.</summary>
    public required string ClientId { get; init; }

    /// <summary>The password to log in with. Never logged.</summary>
    public required string Password { get; init; }

    /// <summary>
    /// A new password: the first login changes the registry's record to it (RFC 5730, section 2.9.1.1), later logins of this
    /// pool use it. Store it before the pool is made. Default: null, no change. Never logged.
    /// </summary>
    public string? NewPassword { get; init; }

    /// <summary>
    /// When to log in by RFC 8807: passwords of more than 16 characters, and warnings. Default: wherever the greeting offers it. A
    /// password of more than 16 characters is never cut: where the registry does not take it, the login fails before it is sent.
    /// </summary>
    public EppLoginSecurity LoginSecurity { get; init; }

    /// <summary>What registries that speak RFC 8807 are told about this client. Default: library, .NET, kind of operating system. Null switches it off.</summary>
    public EppUserAgent? UserAgent { get; init; } = EppUserAgent.Default;

    /// <summary>
    /// Is told of what the registry says at login about the security of the account: a password or certificate that expires, a weak
    /// cipher, failed logins. Called for each session, on its thread: be quick. Also logged as a warning. Default: null.
    /// </summary>
    public Action<EppLoginEvent>? LoginEventListener { get; init; }

    /// <summary>The language of the registry's texts. Default: en.</summary>
    public string Language { get; init; } = "en";

    /// <summary>What is particular to the registry. Default: the RFCs.</summary>
    public EppProfile Profile { get; init; } = EppProfiles.Standard;

    /// <summary>TLS: trust, client certificate. Default: the machine's trust store, no client certificate.</summary>
    public EppTlsOptions Tls { get; init; } = new();

    /// <summary>How many sessions, and how long they live.</summary>
    public EppPoolOptions Pool { get; init; } = new();

    /// <summary>How long operations may take.</summary>
    public EppTimeoutOptions Timeouts { get; init; } = new();

    /// <summary>How large messages may be. What is sent is limited by the profile too.</summary>
    public EppFrameOptions Frames { get; init; } = new();

    /// <summary>The address of this machine to connect from, where the registry allows only some. Default: null, the system chooses.</summary>
    public IPAddress? LocalAddress { get; init; }

    /// <summary>
    /// What retries commands. Default: up to two more tries, after 0.2 s and 0.4 s with jitter, of what was not sent or only
    /// reads; a transform that may have reached the registry is never sent again. <see cref="ResiliencePipeline.Empty"/> turns
    /// retries off.
    /// </summary>
    public ResiliencePipeline? RetryPipeline { get; init; }

    /// <summary>
    /// Is shown every message that is sent and received, redacted: passwords, tokens and personal data masked. For
    /// tutorials and support, not for machines. Called on the session's thread: be quick. Default: null.
    /// </summary>
    public Action<EppWireMessage>? WireLog { get; init; }

    /// <summary>
    /// Whether every message is logged, redacted as for <see cref="WireLog"/>, with category <c>EppClient.Wire</c> at level Trace. Costs time
    /// and room in the log: for support. Default: false.
    /// </summary>
    public bool LogWire { get; init; }

    /// <summary>Server and account; never the passwords.</summary>
    public override string ToString() => $"{ClientId} at {Host}:{Port} ({Profile})";

    /// <summary>The pool's options within the limits of the registry: a session is to end here before it ends there.</summary>
    internal EppPoolOptions EffectivePool => Pool with
    {
        MaxSessionAge = AtMost(Pool.MaxSessionAge, Profile.SessionLifetime * 0.95),
        KeepAliveInterval = AtMost(Pool.KeepAliveInterval, Profile.IdleLimit * 0.6),
    };

    internal EppFrameOptions EffectiveFrames => Frames with { MaxOutgoingBytes = Math.Min(Frames.MaxOutgoingBytes, Profile.MaxFrameLength) };

    internal void Validate()
    {
        Require(Host, nameof(Host));
        Require(ClientId, nameof(ClientId));
        Require(Password, nameof(Password));
        Require(Language, nameof(Language));
        UserAgent?.Validate();
        if (Port is < 1 or > 65_535)
        {
            throw new ArgumentOutOfRangeException(nameof(Port), Port, "EppOptions.Port must be 1 to 65535.");
        }

        Tls.Validate();
        Pool.Validate();
        Timeouts.Validate();
        Frames.Validate();
    }

    private static TimeSpan AtMost(TimeSpan value, TimeSpan limit) => value == Timeout.InfiniteTimeSpan || value > limit ? limit : value;

    private static void Require(string value, string name)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            throw new ArgumentException($"EppOptions.{name} must not be empty.", name);
        }
    }

}
