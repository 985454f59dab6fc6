using EppClient;
using EppClient.Extensions.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers EPP clients in a container.</summary>
public static class EppClientServiceCollectionExtensions
{
    /// <summary>
    /// Registers one account at one registry from a configuration section. Its pool is a singleton with the name as key
    /// (<c>[FromKeyedServices("dk")] IEppClient</c>); the pool of the first registration is also registered without a key. The settings are validated when the
    /// host starts. Disposing the container logs out and closes the sessions.
    /// </summary>
    /// <param name="services">The service collection.</param>
    /// <param name="name">The name of the registration in this program.</param>
    /// <param name="section">The section with the settings, such as <c>Epp:Dk</c>.</param>
    /// <returns>A builder that configures the registration.</returns>
    /// <exception cref="ArgumentException">The name is already in use.</exception>
    public static EppClientBuilder AddEppClient(this IServiceCollection services, string name, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(section);
        var builder = Add(services, new ClientRegistration(name, section.Path));
        services.AddOptions<EppClientSettings>(name).Bind(section, options => options.ErrorOnUnknownConfiguration = true);
        return builder;
    }

    /// <param name="services">The service collection.</param>
    /// <param name="name">The name of the registration in this program.</param>
    /// <param name="configure">Sets the settings.</param>
    /// <inheritdoc cref="AddEppClient(IServiceCollection, string, IConfigurationSection)" path="/*[not(self::param)]"/>
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
            throw new ArgumentException($"A registry named '{name}' is already registered. Give each account at each registry its own name.", nameof(registration));
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

        // Starts after the sessions are opened and before the workers, which are registered later: hosted services start in order of registration.
        services.AddSingleton<IHostedService>(provider => new StartupReconciliationService(name, provider));
        return new EppClientBuilder(services, registration);
    }
}
