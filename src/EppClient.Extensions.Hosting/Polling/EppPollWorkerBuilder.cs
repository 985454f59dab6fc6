using System.Diagnostics.CodeAnalysis;
using EppClient.Commands;
using EppClient.Polling;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EppClient.Extensions.Hosting;

/// <summary>Adds handlers to a poll worker.</summary>
public sealed class EppPollWorkerBuilder
{
    private readonly PollHandlers _handlers;

    internal EppPollWorkerBuilder(EppClientBuilder client, PollHandlers handlers) => (Client, _handlers) = (client, handlers);

    /// <summary>The registration of the registry account.</summary>
    public EppClientBuilder Client { get; }

    /// <summary>Maps messages to typed events, for handlers of those types. Several mappings can be added.</summary>
    /// <typeparam name="TEvent">The event type, or a base type of several.</typeparam>
    /// <param name="map">Reads a message, such as <c>DkPollEvent.From</c>. Returns null for other messages.</param>
    public EppPollWorkerBuilder MapPollEvents<TEvent>(Func<PollMessage, TEvent?> map)
        where TEvent : class
    {
        ArgumentNullException.ThrowIfNull(map);
        _handlers.Maps.Add(map);
        return this;
    }

    /// <summary>
    /// Adds a handler, which the container creates for each message. All matching handlers are called, in the order in which they were added.
    /// </summary>
    /// <typeparam name="TEvent">The type of message.</typeparam>
    /// <typeparam name="THandler">The type of the handler.</typeparam>
    public EppPollWorkerBuilder AddPollHandler<TEvent, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>()
        where TEvent : class
        where THandler : class, IEppPollHandler<TEvent>
    {
        Client.Services.TryAddScoped<THandler>();
        return Add<TEvent>((provider, message, delivery, token) => provider.GetRequiredService<THandler>().HandleAsync(message, delivery, token));
    }

    /// <summary>Adds a handler that needs no services from the container.</summary>
    /// <typeparam name="TEvent">The type of message.</typeparam>
    /// <param name="handler">The handler; see <see cref="IEppPollHandler{TEvent}.HandleAsync"/>.</param>
    public EppPollWorkerBuilder AddPollHandler<TEvent>(Func<TEvent, EppPollDelivery, CancellationToken, Task> handler)
        where TEvent : class
    {
        ArgumentNullException.ThrowIfNull(handler);
        return Add<TEvent>((_, message, delivery, token) => handler(message, delivery, token));
    }

    private EppPollWorkerBuilder Add<TEvent>(Func<IServiceProvider, TEvent, EppPollDelivery, CancellationToken, Task> handler)
        where TEvent : class
    {
        _handlers.All.Add((provider, message, delivery, token) => message is TEvent fitting ? handler(provider, fitting, delivery, token) : null);
        return this;
    }
}
