using EppClient.Extensions.Hosting.Diagnostics;
using EppClient.Polling;
using Medallion.Threading;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace EppClient.Extensions.Hosting;

/// <summary>Adds a poll worker to a registration.</summary>
public static class EppPollWorkerExtensions
{
    /// <summary>
    /// Adds a worker that processes the registry's message queue while the host runs. An <see cref="IEppPollInbox"/> must be registered, with the client's name
    /// as key or without a key. If several machines run the program, register an <see cref="IDistributedLockProvider"/>: one of them is the leader, and another
    /// takes over when it fails.
    /// </summary>
    /// <param name="builder">The registration.</param>
    /// <param name="configure">Configures the worker. Default: null.</param>
    /// <returns>A builder that adds handlers.</returns>
    /// <exception cref="InvalidOperationException">The registration already has a poll worker.</exception>
    public static EppPollWorkerBuilder AddPollWorker(this EppClientBuilder builder, Action<EppPollWorkerOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var name = builder.Name;
        if (builder.Services.Any(service => service.ServiceType == typeof(EppPollWorker) && Equals(service.ServiceKey, name)))
        {
            throw new InvalidOperationException($"'{name}' already has a poll worker. A queue has one worker.");
        }

        var handlers = new PollHandlers();
        builder.Services.AddKeyedSingleton(name, (provider, _) => Create(builder.Registration, handlers, configure, provider));
        builder.Services.AddSingleton<IHostedService>(provider => provider.GetRequiredKeyedService<EppPollWorker>(name));
        return new EppPollWorkerBuilder(builder, handlers);
    }

    private static EppPollWorker Create(ClientRegistration registration, PollHandlers handlers, Action<EppPollWorkerOptions>? configure, IServiceProvider provider)
    {
        var options = new EppPollWorkerOptions();
        configure?.Invoke(options);
        options.Validate();
        var inbox = registration.Service<IEppPollInbox>(provider) ?? throw new InvalidOperationException(
            $"The poll worker of '{registration.Name}' needs an IEppPollInbox: register an EppSqlitePollInbox, an EppPostgresPollInbox, or for tests an EppMemoryPollInbox.");
        var pool = provider.GetRequiredKeyedService<EppSessionPool>(registration.Name);
        var consumer = EppPollConsumerOptions.For(pool);
        consumer = options.Consumer?.Invoke(consumer) ?? consumer;
        var loggers = provider.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance;
        var @lock = options.Lock ?? registration.Service<IDistributedLockProvider>(provider)?.CreateLock($"epp-poll:{consumer.Account}");
        return new EppPollWorker(
            registration.Name,
            new EppPollConsumer(pool, inbox, consumer, loggers),
            options,
            @lock,
            handlers,
            provider.GetRequiredService<IServiceScopeFactory>(),
            consumer.TimeProvider,
            loggers.CreateLogger(HostingLog.Category));
    }
}
