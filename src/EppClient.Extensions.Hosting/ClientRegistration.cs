using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;

namespace EppClient.Extensions.Hosting;

/// <summary>The registration of one registry account in a container, and how its options are built.</summary>
/// <param name="name">The name of the registration.</param>
/// <param name="path">The path of its settings, for messages.</param>
internal sealed class ClientRegistration(string name, string path)
{
    public string Name { get; } = string.IsNullOrWhiteSpace(name) ? throw new ArgumentException("A registry needs a name.", nameof(name)) : name;

    /// <summary>The names of its settings, for messages.</summary>
    public SettingNames SettingNames { get; } = new(path);

    /// <summary>The profile that is used if the settings name none.</summary>
    public EppProfile? OwnProfile { get; set; }

    public List<Func<EppOptions, IServiceProvider, EppOptions>> Configurations { get; } = [];

    /// <summary>Additional rules for the options. Each returns an error that names a member of <see cref="EppOptions"/>, or null.</summary>
    public List<Func<EppOptions, string?>> Rules { get; } = [];

    /// <summary>Creates the session quota that is shared with other processes; null for none.</summary>
    public Func<EppOptions, int, IServiceProvider, IEppSessionQuota>? Quota { get; set; }

    public EppProfile? ProfileOf(EppClientSettings settings, IServiceProvider provider) => settings.Profile is { } wanted
        ? Profiles(provider).FirstOrDefault(profile => string.Equals(profile.Name, wanted, StringComparison.OrdinalIgnoreCase))
        : OwnProfile ?? EppProfiles.Standard;

    public static IEnumerable<EppProfile> Profiles(IServiceProvider provider) => provider.GetServices<EppProfile>().Prepend(EppProfiles.Standard).DistinctBy(profile => profile.Name);

    /// <summary>The credential provider registered under the name of this registration, or else the one registered without a key.</summary>
    public IEppCredentialProvider? Credentials(IServiceProvider provider) => Service<IEppCredentialProvider>(provider);

    public T? Service<T>(IServiceProvider provider)
        where T : class => provider.GetKeyedService<T>(Name) ?? provider.GetService<T>();

    /// <summary>Builds the options of the pool, including the session quota, which is created here. Called once.</summary>
    public EppOptions PoolOptionsFor(EppClientSettings settings, IServiceProvider provider)
    {
        var options = OptionsFor(settings, provider);
        return Quota is { } quota && settings.Pool.SharedMaxSessions is { } sessions ? options with { Pool = options.Pool with { Quota = quota(options, sessions, provider) } } : options;
    }

    /// <exception cref="ArgumentException">A setting is wrong.</exception>
    /// <exception cref="IOException">A file named in the settings cannot be read.</exception>
    public EppOptions OptionsFor(EppClientSettings settings, IServiceProvider provider) => OptionsFor(settings, TlsOf(settings.Tls), provider);

    /// <summary>Builds the options with given TLS options, which need not be those of the settings.</summary>
    public EppOptions OptionsFor(EppClientSettings settings, EppTlsOptions tls, IServiceProvider provider)
    {
        var credentials = settings.Password is null ? Credentials(provider) : null;
        var options = new EppOptions
        {
            Host = settings.Host ?? string.Empty,
            ClientId = settings.ClientId ?? string.Empty,
            Password = settings.Password,
            Credentials = credentials,
            Profile = ProfileOf(settings, provider) ?? EppProfiles.Standard,
            SponsorId = settings.SponsorId,
            Tls = tls,
        };
        options = options with
        {
            Port = settings.Port ?? options.Port,
            Observability = options.Observability with { EnableWireLogging = settings.EnableWireLogging ?? options.Observability.EnableWireLogging },
            Pool = options.Pool with
            {
                MaxSessions = settings.Pool.MaxSessions ?? options.Pool.MaxSessions,
                MinSessions = settings.Pool.MinSessions ?? options.Pool.MinSessions,
                PipelineDepth = settings.Pool.PipelineDepth ?? options.Pool.PipelineDepth,
                KeepAliveInterval = settings.Pool.KeepAliveInterval ?? options.Pool.KeepAliveInterval,
                IdleLifetime = settings.Pool.IdleLifetime ?? options.Pool.IdleLifetime,
            },
            Timeouts = options.Timeouts with
            {
                Command = settings.Timeouts.Command ?? options.Timeouts.Command,
                Open = settings.Timeouts.Open ?? options.Timeouts.Open,
                Connect = settings.Timeouts.Connect ?? options.Timeouts.Connect,
                Logout = settings.Timeouts.Logout ?? options.Timeouts.Logout,
            },
        };
        return Configurations.Aggregate(options, (current, configure) => configure(current, provider));
    }

    /// <summary>Loads the trusted roots; null if the settings name no file.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<X509Certificate2>? RootsOf(EppTlsSettings settings) => settings.TrustedRootsFile is { } roots ? EppTlsOptions.LoadTrustedRoots(roots) : null;

    /// <summary>Loads the client certificate; null if the settings name no file.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static EppClientCertificate? CertificateOf(EppTlsSettings settings) =>
        settings.ClientCertificateFile is not { } file ? null
        : System.IO.Path.GetExtension(file).ToUpperInvariant() is ".PFX" or ".P12"
            ? EppClientCertificate.FromPfxFile(file, settings.ClientKeyPassword)
            : EppClientCertificate.FromPemFiles(file, settings.ClientKeyFile ?? file, settings.ClientKeyPassword);

    /// <summary>Builds the TLS options without the certificates in files.</summary>
    public static EppTlsOptions TlsWithoutFiles(EppTlsSettings settings) => new() { ServerName = settings.ServerName, PublicKeyPins = [.. settings.PublicKeyPins] };

    private static EppTlsOptions TlsOf(EppTlsSettings settings) => TlsWithoutFiles(settings) with { TrustedRoots = RootsOf(settings), ClientCertificate = CertificateOf(settings) };
}
