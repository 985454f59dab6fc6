using EppClient.Polling;

namespace EppClient.Extensions.Hosting;

/// <summary>Does what messages of one kind ask for. Made afresh for each message, in a scope of its own.</summary>
/// <typeparam name="TEvent">
/// The kind: <see cref="EppClient.Commands.PollMessage"/> for all messages, or a type that <see cref="EppPollWorkerBuilder.MapPollEvents"/> makes of them, such
/// as <c>DkDomainDeleted</c>; a base type stands for all that derive from it.
/// </typeparam>
public interface IEppPollHandler<in TEvent>
    where TEvent : class
{
    /// <summary>
    /// Handles a message. It is committed and acknowledged when this has returned, of all handlers that fit; what it throws is a failed try, and
    /// <see cref="EppDeadLetterException"/> parks the message at once.
    /// </summary>
    /// <param name="message">The message as its kind.</param>
    /// <param name="delivery">The message itself, and the transaction through which to write.</param>
    /// <param name="cancellationToken">The host stops, or another machine takes over.</param>
    Task HandleAsync(TEvent message, EppPollDelivery delivery, CancellationToken cancellationToken);
}
