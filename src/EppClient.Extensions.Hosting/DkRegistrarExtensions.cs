using EppClient.Dk;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EppClient.Extensions.Hosting;

/// <summary>Adds an account at the .dk registry to the registration of its pool.</summary>
public static class DkRegistrarExtensions
{
    /// <summary>
    /// Registers the account at the .dk registry as a service: <c>[FromKeyedServices("dk")] IDkRegistrar</c> under the name of the registration, and the first one
    /// without a key too; also as <see cref="DkRegistrar"/>. The handle of the account is the setting <see cref="EppClientSettings.SponsorId"/>, so that it is written
    /// once; the host does not start where it is missing or no registrar's handle. The profile is <see cref="DkProfile.Current"/> unless the registration has one, the
    /// clock is the container's <see cref="TimeProvider"/>, where there is one.
    /// </summary>
    /// <param name="builder">The registration.</param>
    /// <returns>The same, to add to.</returns>
    /// <exception cref="InvalidOperationException">The registration has the account already.</exception>
    /// <example>
    /// <code>
    /// using EppClient.Dk;
    /// using EppClient.Extensions.Hosting;
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
            throw new InvalidOperationException($"'{name}' has its .dk account already.");
        }

        if (builder.Registration.OwnProfile is null)
        {
            builder.AddProfile(DkProfile.Current);
        }

        builder.Registration.Rules.Add(options => DkHandling.Of(options.SponsorId) == DkHandlingModel.RegistrarManaged
            ? null
            : $"EppOptions.{nameof(EppOptions.SponsorId)} is '{options.SponsorId}', and must be the handle of the account at the .dk registry: REG- and digits, such as REG-100001.");
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
