using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EppClient.Dk.AspNetCore;

/// <summary>Configures fast-track transfers. Returned by <c>AddDkFastTrack</c>.</summary>
public sealed class DkFastTrackBuilder
{
    internal DkFastTrackBuilder(IServiceCollection services) => Services = services;

    /// <summary>The service collection.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Stores sessions in a database: SQLite for one machine, PostgreSQL for several.</summary>
    /// <param name="source">Returns the data source, such as <c>EppSqliteDatabase.Source</c> or <c>EppPostgresDatabase.Source</c>. The caller disposes it.</param>
    /// <returns>The same builder, for chaining.</returns>
    public DkFastTrackBuilder UseDatabase(Func<IServiceProvider, DbDataSource> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Services.Replace(ServiceDescriptor.Singleton<IDkTransferSessionStore>(provider => new DkTransferSessionDatabase(source(provider))));
        return this;
    }

    /// <summary>Stores sessions in a store of your own.</summary>
    /// <param name="store">Returns the store. Called once.</param>
    /// <returns>The same builder, for chaining.</returns>
    public DkFastTrackBuilder UseStore(Func<IServiceProvider, IDkTransferSessionStore> store)
    {
        ArgumentNullException.ThrowIfNull(store);
        Services.Replace(ServiceDescriptor.Singleton(store));
        return this;
    }

    /// <summary>Sets the account to which domains are transferred. By default the first account that was registered with <c>AddDkRegistrar</c>.</summary>
    /// <param name="name">The name of its registration.</param>
    /// <returns>The same builder, for chaining.</returns>
    public DkFastTrackBuilder UseRegistrar(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return UseRegistrar(provider => provider.GetRequiredKeyedService<IDkRegistrar>(name));
    }

    /// <summary>Replaces the decisions of the default policy.</summary>
    /// <typeparam name="TPolicy">The policy, which the container creates once.</typeparam>
    /// <returns>The same builder, for chaining.</returns>
    public DkFastTrackBuilder UsePolicy<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TPolicy>()
        where TPolicy : DkFastTrackPolicy
    {
        Services.Replace(ServiceDescriptor.Singleton<DkFastTrackPolicy, TPolicy>());
        return this;
    }

    /// <summary>Adds a handler of events. Handlers are called in the order in which they were added.</summary>
    /// <typeparam name="THandler">The handler, which the container creates once.</typeparam>
    /// <returns>The same builder, for chaining.</returns>
    public DkFastTrackBuilder AddHandler<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>()
        where THandler : class, IDkTransferHandler
    {
        Services.AddSingleton<IDkTransferHandler, THandler>();
        return this;
    }

    internal DkFastTrackBuilder UseRegistrar(Func<IServiceProvider, IDkRegistrar> registrar)
    {
        Services.Replace(ServiceDescriptor.Singleton(provider => new TransferAccount(registrar(provider))));
        return this;
    }
}

/// <summary>The account to which domains are transferred.</summary>
internal sealed record TransferAccount(IDkRegistrar Registrar);
