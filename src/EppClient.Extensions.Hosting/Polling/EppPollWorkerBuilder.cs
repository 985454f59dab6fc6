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

    /// <summary>The registration of the registry.</summary>
    public EppClientBuilder Client { get; }

    /// <summary>Makes types of messages, for handlers of those types. Several may be added.</summary>
    /// <typeparam name="TEvent">The type, or the base of several.</typeparam>
    /// <param name="map">Reads a message, such as <c>DkPollEvent.From</c>. Null where it is none of its kinds.</param>
    public EppPollWorkerBuilder MapPollEvents<TEvent>(Func<PollMessage, TEvent?> map)
        where TEvent : class
    {
        ArgumentNullException.ThrowIfNull(map);
        _handlers.Maps.Add(map);
        return this;
    }

    /// <summary>Adds a handler, which the container makes for each message. All that fit a message are called, in the order in which they were added.</summary>
    /// <typeparam name="TEvent">The kind of message.</typeparam>
    /// <typeparam name="THandler">The handler.</typeparam>
    public EppPollWorkerBuilder AddPollHandler<TEvent, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>()
        where TEvent : class
        where THandler : class, IEppPollHandler<TEvent>
    {
        Client.Services.TryAddScoped<THandler>();
        return Add<TEvent>((provider, message, delivery, token) => provider.GetRequiredService<THandler>().HandleAsync(message, delivery, token));
    }

    /// <summary>Adds a handler that needs nothing of the container.</summary>
    /// <typeparam name="TEvent">The kind of message.</typeparam>
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
