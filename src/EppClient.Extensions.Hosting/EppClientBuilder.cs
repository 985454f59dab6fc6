using Microsoft.Extensions.DependencyInjection;

namespace EppClient.Extensions.Hosting;

/// <summary>Adds to the registration of a registry.</summary>
public sealed class EppClientBuilder
{
    internal EppClientBuilder(IServiceCollection services, ClientRegistration registration) => (Services, Registration) = (services, registration);

    /// <summary>The name of the registration: the key of its services.</summary>
    public string Name => Registration.Name;

    /// <summary>The container.</summary>
    public IServiceCollection Services { get; }

    internal ClientRegistration Registration { get; }

    /// <summary>Lets settings name a profile. The first of a client is its own where its settings name none.</summary>
    /// <param name="profile">The profile, such as <c>DkProfile.Current</c>.</param>
    public EppClientBuilder AddProfile(EppProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        Registration.OwnProfile ??= profile;
        Services.AddSingleton(profile);
        return this;
    }

    /// <summary>
    /// Shares the account's sessions with other processes: registries count sessions by account, not by process. How many there are in all is the setting
    /// <see cref="EppPoolSettings.SharedMaxSessions"/>, without which the host does not start.
    /// </summary>
    /// <param name="create">
    /// Makes the quota when the pool is made, of its options, the setting and the container; such as a <c>RedisSessionQuota</c>. The caller disposes what it needs,
    /// after the pool: a singleton of the container will do.
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

    /// <summary>Sets what no configuration can write, such as a journal or a quota of sessions. Called in the order of registration, when the pool is made.</summary>
    /// <param name="configure">Gets the options that the settings have made, and gives back those to use.</param>
    /// <example>
    /// <code>
    /// using Microsoft.Extensions.DependencyInjection;
    ///
    /// new ServiceCollection()
    ///     .AddEppClient("dk", settings => settings.Host = "epp.example")
    ///     .Configure((options, provider) => options with { Journal = provider.GetRequiredService&lt;IEppCommandJournal&gt;() });
    /// </code>
    /// </example>
    public EppClientBuilder Configure(Func<EppOptions, IServiceProvider, EppOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        Registration.Configurations.Add(configure);
        return this;
    }
}
