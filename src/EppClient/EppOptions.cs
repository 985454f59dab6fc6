using System.Net;
using System.Threading.RateLimiting;
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

    /// <summary>The password to log in with, unless <see cref="Credentials"/> has it. Never logged.</summary>
    public string? Password { get; init; }

    /// <summary>
    /// Where each login gets its password from, such as a vault, and where changes of it are stored; instead of <see cref="Password"/>.
    /// Default: null.
    /// </summary>
    public IEppCredentialProvider? Credentials { get; init; }

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

    /// <summary>
    /// Is told when a greeting differs from the profile or from the greetings before it, and when the clocks drift apart: once for each
    /// change, not for each session. Called on a session's thread: be quick. Also logged as a warning. Default: null.
    /// </summary>
    public Action<EppGreetingChange>? GreetingListener { get; init; }

    /// <summary>
    /// How far the registry's clock may be from this machine's before it is reported. Default: 1 minute; from 1 second.
    /// <see cref="Timeout.InfiniteTimeSpan"/> reports none.
    /// </summary>
    public TimeSpan MaxClockSkew { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Further servers of the registry, in the order in which they are tried when <see cref="Host"/> cannot be reached. The one that
    /// answers is used until it cannot be reached either; after <see cref="FailbackInterval"/> the host is tried again. Default: null, those of the profile.
    /// </summary>
    public IReadOnlyList<EppEndpoint>? FallbackEndpoints { get; init; }

    /// <summary>How long a fallback endpoint is used before new sessions try <see cref="Host"/> again. Default: 5 minutes; from 1 second.</summary>
    public TimeSpan FailbackInterval { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// The language of the registry's texts, such as <c>da</c>; sent unchanged. Default: null, English if the greeting offers it in any
    /// form, such as <c>en-US</c>, else the first language that the greeting offers.
    /// </summary>
    public string? Language { get; init; }

    /// <summary>What is particular to the registry. Default: the RFCs.</summary>
    public EppProfile Profile { get; init; } = EppProfiles.Standard;

    /// <summary>TLS: trust, client certificate. Default: the machine's trust store, no client certificate.</summary>
    public EppTlsOptions Tls { get; init; } = new();

    /// <summary>How many sessions, and how long they live.</summary>
    public EppPoolOptions Pool { get; init; } = new();

    /// <summary>Room for sessions that other pools share, also of other processes. Default: null, this pool's maximum alone counts.</summary>
    public IEppSessionQuota? SessionQuota { get; init; }

    /// <summary>How long operations may take.</summary>
    public EppTimeoutOptions Timeouts { get; init; } = new();

    /// <summary>How large messages may be. What is sent is limited by the profile too.</summary>
    public EppFrameOptions Frames { get; init; } = new();

    /// <summary>The address of this machine to connect from, where the registry allows only some. Default: null, the system chooses.</summary>
    public IPAddress? LocalAddress { get; init; }

    /// <summary>The proxy to connect through, where the registry allows only its address. Default: null, none.</summary>
    public EppProxy? Proxy { get; init; }

    /// <summary>
    /// What retries commands. Default: up to two more tries, after 0.2 s and 0.4 s with jitter, of what was not sent or only
    /// reads; a transform that may have reached the registry is never sent again. <see cref="ResiliencePipeline.Empty"/> turns
    /// retries off.
    /// </summary>
    public ResiliencePipeline? RetryPipeline { get; init; }

    /// <summary>
    /// Is asked before each command, login and logout, beside the rates of the profile: for a limit that several processes share. It
    /// gets the verb, and its lease is kept until the answer. Belongs to the caller. Default: null.
    /// </summary>
    public PartitionedRateLimiter<EppVerb>? RateLimiter { get; init; }

    /// <summary>
    /// What happens when a command that changes something gets no answer. Default: <see cref="EppReconciliationMode.Manual"/>, the
    /// caller decides.
    /// </summary>
    public EppReconciliationMode Reconciliation { get; init; }

    /// <summary>
    /// The id under which the registry shows this account as the sponsor of objects (<c>clID</c>), where it is not the one to log in
    /// with: .dk logs in as <c>EPP-123</c> and shows <c>REG-123</c>. Reconciliation compares with it. Default: null,
    /// <see cref="ClientId"/>.
    /// </summary>
    public string? SponsorId { get; init; }

    /// <summary>
    /// Where commands that change something are recorded before they are sent, so that those without an answer can be reconciled
    /// after a crash: <see cref="EppSessionPool.ReconcileJournalAsync"/>. The pool does not dispose it. Default: null, nowhere.
    /// </summary>
    public IEppCommandJournal? Journal { get; init; }

    /// <summary>
    /// Is shown every message that is sent and received, redacted: passwords, tokens and personal data masked. For
    /// tutorials and support, not for machines. Called on the session's thread: be quick. Default: null.
    /// </summary>
    public Action<EppWireMessage>? WireListener { get; init; }

    /// <summary>
    /// Whether every message is logged, redacted as for <see cref="WireListener"/>, with category <c>EppClient.Wire</c> at level Trace. Costs time
    /// and room in the log: for support. Default: false.
    /// </summary>
    public bool EnableWireLogging { get; init; }

    /// <summary>Server and account; never the passwords.</summary>
    public override string ToString() => $"{ClientId} at {Host}:{Port} ({Profile})";

    /// <summary>The pool's options within the limits of the registry.</summary>
    internal EppPoolOptions EffectivePool => Profile.Limits.Restrict(Pool);

    internal EppFrameOptions EffectiveFrames => Profile.Limits.Restrict(Frames);

    internal EppTimeoutOptions EffectiveTimeouts => Profile.Limits.Restrict(Timeouts);

    internal EppTlsOptions EffectiveTls => Tls with { Versions = Tls.Versions ?? Profile.TlsVersions };

    internal IReadOnlyList<EppEndpoint> EffectiveFallbacks => FallbackEndpoints ?? Profile.FallbackEndpoints;

    /// <summary>Checks the options, as a pool does when it is made.</summary>
    /// <exception cref="ArgumentException">An option is wrong; the message names it.</exception>
    public void Validate()
    {
        Require(Host, nameof(Host));
        Require(ClientId, nameof(ClientId));
        ValidateCredentials();
        if (Language is not null)
        {
            Require(Language, nameof(Language));
        }

        UserAgent?.Validate();
        if (Port is < 1 or > 65_535)
        {
            throw new ArgumentOutOfRangeException(nameof(Port), Port, "EppOptions.Port must be 1 to 65535.");
        }

        Tls.Validate();
        Proxy?.Validate();
        Pool.Validate();
        Timeouts.Validate();
        Frames.Validate();
        Profile.Limits.Validate();
        OptionRules.InRange("EppProfile.ReconciliationDelay", Profile.ReconciliationDelay, TimeSpan.Zero, TimeSpan.FromDays(1));
        EppTlsOptions.CheckVersions("EppProfile.TlsVersions", Profile.TlsVersions);
        if (MaxClockSkew != Timeout.InfiniteTimeSpan)
        {
            OptionRules.InRange("EppOptions.MaxClockSkew", MaxClockSkew, TimeSpan.FromSeconds(1), TimeSpan.FromDays(365));
        }

        OptionRules.InRange("EppOptions.FailbackInterval", FailbackInterval, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1));
        foreach (var endpoint in EffectiveFallbacks)
        {
            endpoint.Validate("EppOptions.FallbackEndpoints");
        }
    }

    private void ValidateCredentials()
    {
        if (Credentials is null)
        {
            Require(Password, nameof(Password));
        }
        else if (Password is not null)
        {
            throw new ArgumentException("EppOptions.Password is set although EppOptions.Credentials is; one of them must go.", nameof(Password));
        }

        if (NewPassword is not null && Profile.PasswordPolicy?.Violation(NewPassword) is { } rule)
        {
            throw new ArgumentException($"EppOptions.NewPassword {rule}.", nameof(NewPassword));
        }
    }

    private static void Require(string? value, string name)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            throw new ArgumentException($"EppOptions.{name} must not be empty.", name);
        }
    }

}
