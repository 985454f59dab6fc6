using EppClient.Dk;
using EppClient.Dk.AspNetCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers fast-track transfers of .dk domains.</summary>
public static class DkFastTrackServiceCollectionExtensions
{
    /// <summary>
    /// Registers fast-track transfers: <see cref="DkTransferSessions"/> for the registrar's pages, and a worker that transfers accepted domains. Requires an account
    /// (<c>AddDkRegistrar</c>) and a store (<see cref="DkFastTrackBuilder.UseDatabase"/>). Map the endpoint with <c>MapDkFastTrack</c>.
    /// </summary>
    /// <param name="services">The service collection.</param>
    /// <param name="configure">Sets the options. They are validated when the host starts.</param>
    /// <returns>A builder that configures fast-track transfers.</returns>
    /// <remarks>
    /// Sessions are encrypted with ASP.NET Core Data Protection. Configure its keys so that they survive a restart and are shared by all machines; without its key
    /// a session cannot be continued.
    /// </remarks>
    public static DkFastTrackBuilder AddDkFastTrack(this IServiceCollection services, Action<DkFastTrackOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.Configure(configure);
        return Add(services);
    }

    /// <param name="services">The service collection.</param>
    /// <param name="section">The section with the options, such as <c>FastTrack</c>. An unknown setting is an error.</param>
    /// <inheritdoc cref="AddDkFastTrack(IServiceCollection, Action{DkFastTrackOptions})" path="/*[not(self::param)]"/>
    public static DkFastTrackBuilder AddDkFastTrack(this IServiceCollection services, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(section);
        services.AddOptions<DkFastTrackOptions>().Bind(section, options => options.ErrorOnUnknownConfiguration = true);
        return Add(services);
    }

    private static DkFastTrackBuilder Add(IServiceCollection services)
    {
        services.AddOptions<DkFastTrackOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DkFastTrackOptions>, OptionsValidator>());
        services.AddDataProtection();

        // For an OpenAPI description; the endpoint itself does not depend on these options.
        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Add(FastTrackJson.Default));
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<DkFastTrackPolicy>();
        services.TryAddSingleton<IDkTransferSessionStore>(_ => throw new InvalidOperationException(
            "Fast-track transfers have no store: call AddDkFastTrack(...).UseDatabase(...), with EppSqliteDatabase.Source or EppPostgresDatabase.Source."));
        services.TryAddSingleton<SessionSignal>();
        services.TryAddSingleton<EventStream>();
        services.TryAddSingleton<FastTrackMetrics>();
        services.TryAddSingleton<WorkerTimes>();
        services.TryAddSingleton<SessionRecords>();
        services.TryAddSingleton<SessionOffers>();
        services.TryAddSingleton<FastTrackEndpoint>();
        services.TryAddSingleton<TransferStep>();
        services.TryAddSingleton<SettingsStep>();
        services.TryAddSingleton<EventDelivery>();
        services.TryAddSingleton<SessionProcessor>();
        services.TryAddSingleton(provider => new DkTransferSessions(
            provider.GetRequiredService<SessionRecords>(),
            provider.GetRequiredService<DkFastTrackPolicy>(),
            provider.GetRequiredService<SessionSignal>(),
            provider.GetRequiredService<EventStream>(),
            provider.GetRequiredService<IOptions<DkFastTrackOptions>>(),
            provider.GetRequiredService<TimeProvider>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, TransferWorker>());
        var builder = new DkFastTrackBuilder(services);
        return services.Any(service => service.ServiceType == typeof(TransferAccount))
            ? builder
            : builder.UseRegistrar(provider => provider.GetService<IDkRegistrar>() ?? throw new InvalidOperationException(
                "Fast-track transfers have no account: register one with AddEppClient(...).AddDkRegistrar()."));
    }
}
