using System.Threading.RateLimiting;

namespace EppClient;

/// <summary>How to reach one registry, with one account.</summary>
/// <remarks>Immutable. Checked when a pool is created from it.</remarks>
public sealed record EppOptions
{
    /// <summary>The name of the registry's EPP server.</summary>
    public required string Host { get; init; }

    /// <summary>The TCP port. Default: 700 (RFC 5734, section 3).</summary>
    public int Port { get; init; } = 700;

    /// <summary>The client id (user name) to log in with.</summary>
    public required string ClientId { get; init; }

    /// <summary>The password to log in with, unless <see cref="Credentials"/> provides it. Never logged.</summary>
    public string? Password { get; init; }

    /// <summary>
    /// Provides the password for each login, for example from a vault, and stores changes of it; in place of <see cref="Password"/>.
    /// Default: null.
    /// </summary>
    public IEppCredentialProvider? Credentials { get; init; }

    /// <summary>
    /// The id under which the registry shows this account as the sponsor of objects (<c>clID</c>), if it differs from the login:
    /// .dk logs in as <c>EPP-123</c> and shows <c>REG-123</c>. Reconciliation compares with it. Default: null,
    /// <see cref="ClientId"/>.
    /// </summary>
    public string? SponsorId { get; init; }

    /// <summary>What is particular to the registry. Default: the RFCs.</summary>
    public EppProfile Profile { get; init; } = EppProfiles.Standard;

    /// <summary>Login: change of password, login security, language.</summary>
    public EppLoginOptions Login { get; init; } = new();

    /// <summary>Connection: fallback servers, source address, proxy.</summary>
    public EppConnectionOptions Connection { get; init; } = new();

    /// <summary>TLS: trust, client certificate. Default: the machine's trust store, no client certificate.</summary>
    public EppTlsOptions Tls { get; init; } = new();

    /// <summary>Sessions: how many, how long they live, what other pools share.</summary>
    public EppPoolOptions Pool { get; init; } = new();

    /// <summary>How long operations may take.</summary>
    public EppTimeoutOptions Timeouts { get; init; } = new();

    /// <summary>How large messages may be. The profile limits the messages that are sent too.</summary>
    public EppFrameOptions Frames { get; init; } = new();

    /// <summary>Recovery: retries, reconciliation, journal.</summary>
    public EppRecoveryOptions Recovery { get; init; } = new();

    /// <summary>
    /// A rate limit in addition to those of the profile, such as one that several processes share. It is acquired before each command, login and logout
    /// with the verb, and its lease is held until the response. The pool does not dispose it. Default: null.
    /// </summary>
    public PartitionedRateLimiter<EppVerb>? RateLimiter { get; init; }

    /// <summary>Observability: listeners and the wire log.</summary>
    public EppObservabilityOptions Observability { get; init; } = new();

    /// <summary>The account and the server, such as <c>REG-1@epp.example:700</c>: the key of the account in journals, inboxes and shared quotas.</summary>
    public string Account => FormattableString.Invariant($"{ClientId}@{Host}:{Port}");

    /// <summary>Server and account; never the passwords.</summary>
    public override string ToString() => $"{ClientId} at {Host}:{Port} ({Profile})";

    /// <summary>The pool's options within the limits of the registry.</summary>
    internal EppPoolOptions EffectivePool => Profile.Limits.Restrict(Pool);

    internal EppFrameOptions EffectiveFrames => Profile.Limits.Restrict(Frames);

    internal EppTimeoutOptions EffectiveTimeouts => Profile.Limits.Restrict(Timeouts);

    internal EppTlsOptions EffectiveTls => Tls with { Versions = Tls.Versions ?? Profile.TlsVersions };

    internal IReadOnlyList<EppEndpoint> EffectiveFallbacks => Connection.FallbackEndpoints ?? Profile.FallbackEndpoints;

    /// <summary>Checks the options, as a pool does when it is created.</summary>
    /// <exception cref="EppOptionsException">One or more options are invalid; the message names each.</exception>
    public void Validate()
    {
        var faults = new OptionFaults();
        HostName.Require(faults, Host, "EppOptions.Host");
        faults.Require(ClientId, "EppOptions.ClientId");
        faults.InRange("EppOptions.Port", Port, 1, 65_535, "(a TCP port)");
        ValidateCredentials(faults);
        Login.Validate(faults);
        Connection.Validate(faults);
        Tls.Validate(faults);
        Pool.Validate(faults);
        Timeouts.Validate(faults);
        Frames.Validate(faults);
        Recovery.Validate(faults);
        Observability.Validate(faults);
        Profile.Limits.Validate(faults);
        faults.InRange("EppProfile.ReconciliationDelay", Profile.ReconciliationDelay, TimeSpan.Zero, TimeSpan.FromDays(1));
        EppTlsOptions.CheckVersions(faults, "EppProfile.TlsVersions", Profile.TlsVersions);
        foreach (var endpoint in EffectiveFallbacks)
        {
            endpoint.Validate(faults, "EppConnectionOptions.FallbackEndpoints");
        }

        faults.ThrowIfAny();
    }

    private void ValidateCredentials(OptionFaults faults)
    {
        if (Credentials is null)
        {
            faults.Require(Password, "EppOptions.Password");
        }
        else if (Password is not null)
        {
            faults.Add("EppOptions.Password is set although EppOptions.Credentials is; one of them must go.", "EppOptions.Password");
        }

        if (Login.NewPassword is not null && Profile.PasswordPolicy?.Violation(Login.NewPassword) is { } rule)
        {
            faults.Add($"EppLoginOptions.NewPassword {rule}.", "EppLoginOptions.NewPassword");
        }
    }
}
