namespace EppClient.Extensions.Hosting;

/// <summary>
/// The settings of one account at one registry, as written in configuration, such as <c>Epp:Dk:Host</c>. Use <see cref="EppClientBuilder.Configure"/> for
/// options that configuration cannot express. Validated when the host starts.
/// </summary>
/// <remarks>A value that is not set has the default of <see cref="EppOptions"/> and its parts. Unknown names are errors.</remarks>
public sealed class EppClientSettings
{
    /// <summary>The host name of the registry's EPP server. Required.</summary>
    public string? Host { get; set; }

    /// <summary>The TCP port. Default: 700.</summary>
    public int? Port { get; set; }

    /// <summary>The client id (user name) for the login. Required.</summary>
    public string? ClientId { get; set; }

    /// <summary>
    /// The password. It can come from any configuration provider, such as an environment variable, a key-per-file directory or a vault. Required unless an
    /// <see cref="IEppCredentialProvider"/> is registered. Never logged.
    /// </summary>
    public string? Password { get; set; }

    /// <summary>
    /// The name of the profile: <c>standard</c>, or a profile added with <see cref="EppClientBuilder.AddProfile"/>. Default: the first profile added to this
    /// client, or else <c>standard</c>.
    /// </summary>
    public string? Profile { get; set; }

    /// <summary>
    /// The sponsor id that the registry uses for this account, if it differs from <see cref="ClientId"/>; see <see cref="EppOptions.SponsorId"/>.
    /// </summary>
    public string? SponsorId { get; set; }

    /// <summary>Whether messages are logged, with sensitive data redacted; see <see cref="EppObservabilityOptions.EnableWireLogging"/>. Default: false.</summary>
    public bool? EnableWireLogging { get; set; }

    /// <summary>Whether sessions are opened when the host starts. Default: <see cref="EppWarmUp.Try"/>.</summary>
    public EppWarmUp WarmUp { get; set; } = EppWarmUp.Try;

    /// <summary>
    /// Whether the host, while it starts, queries the registry for the outcome of commands in <see cref="EppRecoveryOptions.Journal"/> for which an earlier process
    /// received no response. The results are logged. Has no effect without a journal. Default: true.
    /// </summary>
    public bool ReconcileAtStart { get; set; } = true;

    /// <summary>The TLS settings.</summary>
    public EppTlsSettings Tls { get; set; } = new();

    /// <summary>The settings of the session pool.</summary>
    public EppPoolSettings Pool { get; set; } = new();

    /// <summary>The timeouts.</summary>
    public EppTimeoutSettings Timeouts { get; set; } = new();
}

/// <summary>TLS settings, as written in configuration.</summary>
public sealed class EppTlsSettings
{
    /// <summary>A PEM file with the certificate authorities to trust instead of the system's. Default: null, the system's authorities.</summary>
    public string? TrustedRootsFile { get; set; }

    /// <summary>The name in the server's certificate, if it differs from the host. Default: null.</summary>
    public string? ServerName { get; set; }

    /// <summary>Public key pins (RFC 7469), one of which must match the chain; see <see cref="EppTlsOptions.PublicKeyPins"/>. Default: none.</summary>
    public IList<string> PublicKeyPins { get; } = [];

    /// <summary>The file with the client certificate: PKCS#12 if the name ends in <c>.pfx</c> or <c>.p12</c>, otherwise PEM. Default: null, none.</summary>
    public string? ClientCertificateFile { get; set; }

    /// <summary>A PEM file with the private key, if it is not in the certificate file. Default: null.</summary>
    public string? ClientKeyFile { get; set; }

    /// <summary>The password of the file with the private key. Default: null. Never logged.</summary>
    public string? ClientKeyPassword { get; set; }
}

/// <summary>Session pool settings, as written in configuration.</summary>
public sealed class EppPoolSettings
{
    /// <summary>The maximum number of sessions; see <see cref="EppPoolOptions.MaxSessions"/>.</summary>
    public int? MaxSessions { get; set; }

    /// <summary>
    /// The maximum number of sessions of all processes that use the account; this process uses at most <see cref="MaxSessions"/> of them. From 1 to 10,000.
    /// Requires <see cref="EppClientBuilder.AddSessionQuota"/>, which provides the shared count. Default: null, sessions are counted in this process only.
    /// </summary>
    public int? SharedMaxSessions { get; set; }

    /// <summary>The number of sessions that are kept open; see <see cref="EppPoolOptions.MinSessions"/>.</summary>
    public int? MinSessions { get; set; }

    /// <summary>The maximum number of commands in flight per session; see <see cref="EppPoolOptions.PipelineDepth"/>.</summary>
    public int? PipelineDepth { get; set; }

    /// <summary>How long a session is silent before a hello is sent; see <see cref="EppPoolOptions.KeepAliveInterval"/>.</summary>
    public TimeSpan? KeepAliveInterval { get; set; }

    /// <summary>How long an unused session stays open; see <see cref="EppPoolOptions.IdleLifetime"/>.</summary>
    public TimeSpan? IdleLifetime { get; set; }
}

/// <summary>Timeouts, as written in configuration.</summary>
public sealed class EppTimeoutSettings
{
    /// <summary>The timeout of a command, from the call to its outcome; see <see cref="EppTimeoutOptions.Command"/>.</summary>
    public TimeSpan? Command { get; set; }

    /// <summary>The timeout for opening a session; see <see cref="EppTimeoutOptions.Open"/>.</summary>
    public TimeSpan? Open { get; set; }

    /// <summary>The timeout for connecting; see <see cref="EppTimeoutOptions.Connect"/>.</summary>
    public TimeSpan? Connect { get; set; }

    /// <summary>The timeout for logging out; see <see cref="EppTimeoutOptions.Logout"/>.</summary>
    public TimeSpan? Logout { get; set; }
}

/// <summary>Whether sessions are opened when the host starts.</summary>
public enum EppWarmUp
{
    /// <summary>Sessions are not opened at startup, but when they are needed.</summary>
    None,

    /// <summary>Sessions are opened while the host starts. A failure is logged, and the pool keeps trying.</summary>
    Try,

    /// <summary>Sessions are opened while the host starts. The host does not start if this fails.</summary>
    Require,
}
