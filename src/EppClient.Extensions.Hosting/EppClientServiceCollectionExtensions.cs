using EppClient;
using EppClient.Extensions.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers registries with a container.</summary>
public static class EppClientServiceCollectionExtensions
{
    /// <summary>
    /// Registers a registry and account from a section of the configuration. Its pool is a singleton with the name as key
    /// (<c>[FromKeyedServices("dk")] IEppClient</c>); that of the first registration has none too. The settings are checked when the host
    /// starts, and the container logs out and closes the sessions when it is disposed.
    /// </summary>
    /// <param name="services">The container.</param>
    /// <param name="name">The name by which this program knows it.</param>
    /// <param name="section">Where its settings are, such as <c>Epp:Dk</c>.</param>
    /// <returns>What adds to the registration.</returns>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public static EppClientBuilder AddEppClient(this IServiceCollection services, string name, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(section);
        var builder = Add(services, new ClientRegistration(name, section.Path));
        services.AddOptions<EppClientSettings>(name).Bind(section, options => options.ErrorOnUnknownConfiguration = true);
        return builder;
    }

    /// <param name="services">The container.</param>
    /// <param name="name">The name by which this program knows it.</param>
    /// <param name="configure">Sets the settings.</param>
    /// <inheritdoc cref="AddEppClient(IServiceCollection, string, IConfigurationSection)"/>
    public static EppClientBuilder AddEppClient(this IServiceCollection services, string name, Action<EppClientSettings> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        var builder = Add(services, new ClientRegistration(name, $"EppClientSettings of '{name}'"));
        services.Configure(name, configure);
        return builder;
    }

    private static EppClientBuilder Add(IServiceCollection services, ClientRegistration registration)
    {
        var name = registration.Name;
        if (services.Any(service => service.ServiceType == typeof(ClientRegistration) && Equals(service.ServiceKey, name)))
        {
            throw new ArgumentException($"There is a registry named '{name}' already. Give each account at each registry a name of its own.", nameof(registration));
        }

        services.AddKeyedSingleton(name, registration);
        services.AddOptions<EppClientSettings>(name).ValidateOnStart();
        services.AddSingleton<IValidateOptions<EppClientSettings>>(provider => new SettingsValidator(registration, provider));
        services.AddKeyedSingleton(name, (provider, _) => new EppSessionPool(
            registration.PoolOptionsFor(provider.GetRequiredService<IOptionsMonitor<EppClientSettings>>().Get(name), provider),
            provider.GetService<ILoggerFactory>(),
            provider.GetService<TimeProvider>()));
        services.AddKeyedSingleton<IEppClient>(name, (provider, _) => provider.GetRequiredKeyedService<EppSessionPool>(name));
        services.TryAddSingleton(provider => provider.GetRequiredKeyedService<EppSessionPool>(name));
        services.TryAddSingleton<IEppClient>(provider => provider.GetRequiredKeyedService<EppSessionPool>(name));
        services.AddSingleton<IHostedService>(provider => new WarmUpService(name, provider));

        // After the sessions, and before the workers, which are added later: hosted services start one after the other.
        services.AddSingleton<IHostedService>(provider => new StartupReconciliationService(name, provider));
        return new EppClientBuilder(services, registration);
    }
}
