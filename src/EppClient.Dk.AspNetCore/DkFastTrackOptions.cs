namespace EppClient.Dk.AspNetCore;

/// <summary>The options of fast-track transfers. Validated when the host starts.</summary>
/// <remarks>
/// <see cref="IsEnabled"/>, <see cref="ApiKeys"/>, <see cref="SessionUrl"/>, the limits of a request and the settings of transferred domains take effect when
/// the configuration is reloaded; all other options when the host starts.
/// </remarks>
public sealed class DkFastTrackOptions
{
    /// <summary>Whether the endpoint accepts requests. If false, it responds with 404; transfers that were accepted continue. Default: true.</summary>
    public bool IsEnabled { get; set; } = true;

    /// <summary>
    /// The keys that the endpoint accepts in the header <c>X-API-KEY</c>: one, or two while a key is replaced. At least 16 characters each. Secrets: set them
    /// in a provider of configuration for secrets. Default: none, so the host does not start.
    /// </summary>
    public IList<string> ApiKeys { get; } = [];

    /// <summary>
    /// The address of the registrar's page that opens a session, such as <c>https://registrar.example/transfer</c>. The secret of the link is appended as the
    /// last segment. HTTPS, except on loopback. Default: null, so the host does not start.
    /// </summary>
    public Uri? SessionUrl { get; set; }

    /// <summary>The maximum length of a request, in bytes. Default: 65,536.</summary>
    public int MaxRequestBytes { get; set; } = 64 * 1024;

    /// <summary>The maximum number of domains of a request. Default: 100.</summary>
    public int MaxDomains { get; set; } = 100;

    /// <summary>
    /// The time limit of a request, from its headers to its response; longer requests get 408. Default: 5 seconds. Kestrel has limits of its own for slow headers
    /// and slow bodies.
    /// </summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The maximum number of requests per minute with a valid key, and separately of those without; more get 503. Default: 120.</summary>
    public int RequestsPerMinute { get; set; } = 120;

    /// <summary>Whether domains renew automatically after their transfer. Default: null, the default of the account at the registry.</summary>
    public bool? AutoRenew { get; set; }

    /// <summary>
    /// The name servers of domains after their transfer: two to seven, or none to keep the present ones. <b>A change removes the DS records.</b> Default: none.
    /// <see cref="DkFastTrackPolicy.GetSettingsAsync"/> can decide for each domain.
    /// </summary>
    public IList<string> NameServers { get; } = [];

    /// <summary>The maximum number of sessions whose domains are transferred at the same time. Default: 4.</summary>
    public int MaxConcurrentSessions { get; set; } = 4;

    /// <summary>How often the worker looks for sessions that another process has changed, or left. Default: 2 seconds.</summary>
    public TimeSpan PollingInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How long a process keeps a session for itself without a sign of life; then another process continues. A command of the worker is cancelled after two thirds
    /// of it. Default: 30 seconds.
    /// </summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The first delay before a failed command or event handler is retried; doubled after each failure, up to 10 minutes. Default: 2 seconds.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How long after a transfer without a response the registry may still carry it out. If the domain is not in the portfolio then, the transfer is sent again.
    /// Default: 20 seconds, as <see cref="EppProfile.ReconciliationDelay"/>.
    /// </summary>
    public TimeSpan ReconciliationDelay { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// How long a session is kept after it was received, with the registrant's consent and contact data, encrypted. Choose it by how long you have to prove the
    /// consent. Default: 365 days.
    /// </summary>
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(365);
}
