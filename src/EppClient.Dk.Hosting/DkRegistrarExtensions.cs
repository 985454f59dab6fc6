using EppClient.Extensions.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EppClient.Dk.Hosting;

/// <summary>Adds a .dk registrar account to a registration.</summary>
public static class DkRegistrarExtensions
{
    /// <summary>
    /// Registers the .dk account as a service: <c>[FromKeyedServices("dk")] IDkRegistrar</c> under the name of the registration, and the first account also
    /// without a key. It is also registered as <see cref="DkRegistrar"/>. The handle of the account is the setting <see cref="EppClientSettings.SponsorId"/>;
    /// the host does not start if it is missing or is not a registrar handle. The profile is <see cref="DkProfile.Current"/> unless the registration has one.
    /// The clock is the container's <see cref="TimeProvider"/>, if one is registered.
    /// </summary>
    /// <param name="builder">The registration.</param>
    /// <returns>The same builder, for chaining.</returns>
    /// <exception cref="InvalidOperationException">The registration already has a .dk account.</exception>
    /// <example>
    /// <code>
    /// using EppClient.Dk;
    /// using EppClient.Dk.Hosting;
    /// using Microsoft.Extensions.DependencyInjection;
    ///
    /// var services = new ServiceCollection();
    /// services.AddEppClient("dk", settings => (settings.Host, settings.ClientId, settings.SponsorId) = ("epp.example", "EPP-123", "REG-100001"))
    ///     .AddDkRegistrar();
    /// var provider = services.BuildServiceProvider();
    /// await provider.GetRequiredService&lt;IDkRegistrar&gt;().Domain("eksempel.dk").RenewAsync();
    /// </code>
    /// </example>
    public static EppClientBuilder AddDkRegistrar(this EppClientBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var (name, services) = (builder.Name, builder.Services);
        if (services.Any(service => service.ServiceType == typeof(DkRegistrar) && Equals(service.ServiceKey, name)))
        {
            throw new InvalidOperationException($"'{name}' already has a .dk account.");
        }

        builder.AddProfile(DkProfile.Current).Validate(options => DkHandling.Of(options.SponsorId) == DkHandlingModel.RegistrarManaged
            ? null
            : $"EppOptions.{nameof(EppOptions.SponsorId)} is '{options.SponsorId}'. It must be the handle of the .dk registrar account: REG- and digits, such as REG-100001.");
        services.AddKeyedSingleton(name, (provider, _) => Create(name, provider));
        services.AddKeyedSingleton<IDkRegistrar>(name, (provider, _) => provider.GetRequiredKeyedService<DkRegistrar>(name));
        services.TryAddSingleton(provider => provider.GetRequiredKeyedService<DkRegistrar>(name));
        services.TryAddSingleton<IDkRegistrar>(provider => provider.GetRequiredKeyedService<DkRegistrar>(name));
        return builder;
    }

    private static DkRegistrar Create(string name, IServiceProvider provider)
    {
        var pool = provider.GetRequiredKeyedService<EppSessionPool>(name);
        return new DkRegistrar(pool, pool.Options.SponsorId!, new DkRegistrarOptions { TimeProvider = provider.GetService<TimeProvider>() ?? TimeProvider.System });
    }
}
