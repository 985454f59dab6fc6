using Microsoft.Extensions.DependencyInjection;

namespace EppClient.Extensions.Hosting;

/// <summary>Configures the registration of a registry account.</summary>
public sealed class EppClientBuilder
{
    internal EppClientBuilder(IServiceCollection services, ClientRegistration registration) => (Services, Registration) = (services, registration);

    /// <summary>The name of the registration, which is also the key of its services.</summary>
    public string Name => Registration.Name;

    /// <summary>The service collection.</summary>
    public IServiceCollection Services { get; }

    internal ClientRegistration Registration { get; }

    /// <summary>Adds a profile that settings can name. The first profile added to a client is the default of that client.</summary>
    /// <param name="profile">The profile, such as <c>DkProfile.Current</c>.</param>
    public EppClientBuilder AddProfile(EppProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        Registration.OwnProfile ??= profile;
        if (!Services.Any(service => ReferenceEquals(service.ImplementationInstance, profile)))
        {
            Services.AddSingleton(profile);
        }

        return this;
    }

    /// <summary>Adds a check of the options, beside their own: a host whose options fail it does not start.</summary>
    /// <param name="check">Gets the options of the registration; returns the error, which names a member such as <c>EppOptions.SponsorId</c>, or null.</param>
    public EppClientBuilder Validate(Func<EppOptions, string?> check)
    {
        ArgumentNullException.ThrowIfNull(check);
        Registration.Rules.Add(check);
        return this;
    }

    /// <summary>
    /// Shares the account's sessions with other processes, because registries count sessions per account, not per process. The setting
    /// <see cref="EppPoolSettings.SharedMaxSessions"/> is the total; the host does not start without it.
    /// </summary>
    /// <param name="create">
    /// Creates the quota, such as a <c>RedisSessionQuota</c>, from the options, the setting and the container. Called once, when the pool is created. The
    /// caller disposes the objects that the quota uses, after the pool; register them as singletons of the container.
    /// </param>
    /// <example>
    /// <code>
    /// using EppClient;
    /// using EppClient.Redis;
    /// using Microsoft.Extensions.DependencyInjection;
    /// using StackExchange.Redis;
    ///
    /// new ServiceCollection()
    ///     .AddSingleton&lt;IConnectionMultiplexer&gt;(ConnectionMultiplexer.Connect("redis.example:6379,abortConnect=false"))
    ///     .AddEppClient("dk", settings => settings.Pool.SharedMaxSessions = 4)
    ///     .AddSessionQuota((options, sessions, provider) => new RedisSessionQuota(
    ///         provider.GetRequiredService&lt;IConnectionMultiplexer&gt;(), RedisSessionQuotaOptions.For(options, sessions)));
    /// </code>
    /// </example>
    public EppClientBuilder AddSessionQuota(Func<EppOptions, int, IServiceProvider, IEppSessionQuota> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        Registration.Quota = create;
        return this;
    }

    /// <summary>
    /// Sets options that configuration cannot express, such as a journal or a session quota. Called in the order of registration, when the pool is created.
    /// </summary>
    /// <param name="configure">Receives the options built from the settings, and returns the options to use.</param>
    /// <example>
    /// <code>
    /// using Microsoft.Extensions.DependencyInjection;
    ///
    /// new ServiceCollection()
    ///     .AddEppClient("dk", settings => settings.Host = "epp.example")
    ///     .Configure((options, provider) => options with { Recovery = options.Recovery with { Journal = provider.GetRequiredService&lt;IEppCommandJournal&gt;() } });
    /// </code>
    /// </example>
    public EppClientBuilder Configure(Func<EppOptions, IServiceProvider, EppOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        Registration.Configurations.Add(configure);
        return this;
    }
}
