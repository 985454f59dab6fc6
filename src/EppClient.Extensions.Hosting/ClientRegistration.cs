using Microsoft.Extensions.DependencyInjection;

namespace EppClient.Extensions.Hosting;

/// <summary>One registry in a container: how its options come about.</summary>
/// <param name="name">Its name.</param>
/// <param name="path">Where its settings are, for messages.</param>
internal sealed class ClientRegistration(string name, string path)
{
    public string Name { get; } = string.IsNullOrWhiteSpace(name) ? throw new ArgumentException("A registry needs a name.", nameof(name)) : name;

    public string Path => path;

    /// <summary>The profile of settings that name none.</summary>
    public EppProfile? OwnProfile { get; set; }

    public List<Func<EppOptions, IServiceProvider, EppOptions>> Configurations { get; } = [];

    /// <summary>What the options must fulfil beyond their own rules: each gives the error, which names a member of <see cref="EppOptions"/>, or null.</summary>
    public List<Func<EppOptions, string?>> Rules { get; } = [];

    /// <summary>Makes the quota that other processes share, where there is one.</summary>
    public Func<EppOptions, int, IServiceProvider, IEppSessionQuota>? Quota { get; set; }

    public EppProfile? ProfileOf(EppClientSettings settings, IServiceProvider provider) => settings.Profile is { } wanted
        ? Profiles(provider).FirstOrDefault(profile => string.Equals(profile.Name, wanted, StringComparison.OrdinalIgnoreCase))
        : OwnProfile ?? EppProfiles.Standard;

    public static IEnumerable<EppProfile> Profiles(IServiceProvider provider) => provider.GetServices<EppProfile>().Prepend(EppProfiles.Standard).DistinctBy(profile => profile.Name);

    /// <summary>Its own, or one for all.</summary>
    public IEppCredentialProvider? Credentials(IServiceProvider provider) => Service<IEppCredentialProvider>(provider);

    public T? Service<T>(IServiceProvider provider)
        where T : class => provider.GetKeyedService<T>(Name) ?? provider.GetService<T>();

    /// <summary>For the pool: with the quota, which is made once.</summary>
    public EppOptions PoolOptionsFor(EppClientSettings settings, IServiceProvider provider)
    {
        var options = OptionsFor(settings, provider);
        return Quota is { } quota && settings.Pool.SharedMaxSessions is { } sessions ? options with { SessionQuota = quota(options, sessions, provider) } : options;
    }

    /// <exception cref="ArgumentException">A setting is wrong.</exception>
    /// <exception cref="IOException">A file that the settings name cannot be read.</exception>
    public EppOptions OptionsFor(EppClientSettings settings, IServiceProvider provider)
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
            Tls = TlsOf(settings.Tls),
        };
        options = options with
        {
            Port = settings.Port ?? options.Port,
            EnableWireLogging = settings.EnableWireLogging ?? options.EnableWireLogging,
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

    private static EppTlsOptions TlsOf(EppTlsSettings settings) => new()
    {
        TrustedRoots = settings.TrustedRootsFile is { } roots ? EppTlsOptions.LoadTrustedRoots(roots) : null,
        ServerName = settings.ServerName,
        PublicKeyPins = [.. settings.PublicKeyPins],
        ClientCertificate = settings.ClientCertificateFile is { } certificate ? CertificateOf(certificate, settings) : null,
    };

    private static EppClientCertificate CertificateOf(string file, EppTlsSettings settings) => System.IO.Path.GetExtension(file).ToUpperInvariant() is ".PFX" or ".P12"
        ? EppClientCertificate.FromPfxFile(file, settings.ClientKeyPassword)
        : EppClientCertificate.FromPemFiles(file, settings.ClientKeyFile ?? file, settings.ClientKeyPassword);
}
