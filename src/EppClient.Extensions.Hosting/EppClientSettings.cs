namespace EppClient.Extensions.Hosting;

/// <summary>
/// One registry and account, as a configuration writes it, such as <c>Epp:Dk:Host</c>. What cannot be written there is added with
/// <see cref="EppClientBuilder.Configure"/>. Checked when the host starts.
/// </summary>
/// <remarks>Where a value is not set, the default is that of <see cref="EppOptions"/> and its parts. Names that are not listed here are errors.</remarks>
public sealed class EppClientSettings
{
    /// <summary>The name of the registry's EPP server. Required.</summary>
    public string? Host { get; set; }

    /// <summary>The TCP port. Default: 700.</summary>
    public int? Port { get; set; }

    /// <summary>The client id (user name) to log in with. Required.</summary>
    public string? ClientId { get; set; }

    /// <summary>
    /// The password. It may come from any provider of configuration, such as an environment variable, a file per key or a vault. Required unless an
    /// <see cref="IEppCredentialProvider"/> is registered. Never logged.
    /// </summary>
    public string? Password { get; set; }

    /// <summary>
    /// The name of the profile: <c>standard</c>, or one that was added with <see cref="EppClientBuilder.AddProfile"/>. Default: the first that was added
    /// to this client, else <c>standard</c>.
    /// </summary>
    public string? Profile { get; set; }

    /// <summary>The id that the registry shows as sponsor, where it is not <see cref="ClientId"/>; see <see cref="EppOptions.SponsorId"/>.</summary>
    public string? SponsorId { get; set; }

    /// <summary>Whether messages are logged, redacted; see <see cref="EppOptions.EnableWireLogging"/>. Default: no.</summary>
    public bool? EnableWireLogging { get; set; }

    /// <summary>What happens at start. Default: <see cref="EppWarmUp.Try"/>.</summary>
    public EppWarmUp WarmUp { get; set; } = EppWarmUp.Try;

    /// <summary>
    /// Whether the host, before it has started, asks the registry what became of the commands in <see cref="EppOptions.Journal"/> that an earlier process got
    /// no answer to. What is found out is logged. Without a journal nothing is asked. Default: true.
    /// </summary>
    public bool ReconcileAtStart { get; set; } = true;

    /// <summary>Whom to trust, and who this client is.</summary>
    public EppTlsSettings Tls { get; set; } = new();

    /// <summary>How many sessions.</summary>
    public EppPoolSettings Pool { get; set; } = new();

    /// <summary>How long things may take.</summary>
    public EppTimeoutSettings Timeouts { get; set; } = new();
}

/// <summary>TLS, as a configuration writes it.</summary>
public sealed class EppTlsSettings
{
    /// <summary>A file of PEM with the authorities to trust instead of the system's. Default: null, the system's.</summary>
    public string? TrustedRootsFile { get; set; }

    /// <summary>The name in the server's certificate, where it is not the host's. Default: null.</summary>
    public string? ServerName { get; set; }

    /// <summary>Pins of public keys (RFC 7469), one of which must be in the chain; see <see cref="EppTlsOptions.PublicKeyPins"/>. Default: none.</summary>
    public IList<string> PublicKeyPins { get; } = [];

    /// <summary>A file with the client's certificate: PEM, or PKCS#12 where it ends in <c>.pfx</c> or <c>.p12</c>. Default: null, none.</summary>
    public string? ClientCertificateFile { get; set; }

    /// <summary>A file of PEM with its key, where that is not in the same file. Default: null.</summary>
    public string? ClientKeyFile { get; set; }

    /// <summary>The password of the file that has the key. Default: null. Never logged.</summary>
    public string? ClientKeyPassword { get; set; }
}

/// <summary>The sessions, as a configuration writes them.</summary>
public sealed class EppPoolSettings
{
    /// <summary>The most sessions; see <see cref="EppPoolOptions.MaxSessions"/>.</summary>
    public int? MaxSessions { get; set; }

    /// <summary>
    /// The most sessions of all processes together that use the account; this process has at most <see cref="MaxSessions"/> of them. From 1 to 10,000. Needs
    /// <see cref="EppClientBuilder.AddSessionQuota"/>, which says where they are counted. Default: null, this process counts its own alone.
    /// </summary>
    public int? SharedMaxSessions { get; set; }

    /// <summary>How many sessions are kept open; see <see cref="EppPoolOptions.MinSessions"/>.</summary>
    public int? MinSessions { get; set; }

    /// <summary>How many commands a session has on their way; see <see cref="EppPoolOptions.PipelineDepth"/>.</summary>
    public int? PipelineDepth { get; set; }

    /// <summary>After how much silence a session says hello; see <see cref="EppPoolOptions.KeepAliveInterval"/>.</summary>
    public TimeSpan? KeepAliveInterval { get; set; }

    /// <summary>How long a session that nobody needs stays open; see <see cref="EppPoolOptions.IdleLifetime"/>.</summary>
    public TimeSpan? IdleLifetime { get; set; }
}

/// <summary>Times, as a configuration writes them.</summary>
public sealed class EppTimeoutSettings
{
    /// <summary>A command, from the call to its outcome; see <see cref="EppTimeoutOptions.Command"/>.</summary>
    public TimeSpan? Command { get; set; }

    /// <summary>Opening a session; see <see cref="EppTimeoutOptions.Open"/>.</summary>
    public TimeSpan? Open { get; set; }

    /// <summary>Connecting; see <see cref="EppTimeoutOptions.Connect"/>.</summary>
    public TimeSpan? Connect { get; set; }

    /// <summary>Logging out; see <see cref="EppTimeoutOptions.Logout"/>.</summary>
    public TimeSpan? Logout { get; set; }
}

/// <summary>What happens when the host starts.</summary>
public enum EppWarmUp
{
    /// <summary>Nothing: sessions are opened when they are needed.</summary>
    None,

    /// <summary>Sessions are opened before the host has started. Where that fails it is logged, and the pool goes on trying.</summary>
    Try,

    /// <summary>Sessions are opened, and where that fails the host does not start.</summary>
    Require,
}
