using EppClient.Polling;

namespace EppClient.Extensions.Hosting;

/// <summary>Handles messages of one type. An instance is created for each message, in its own scope.</summary>
/// <typeparam name="TEvent">
/// The type: <see cref="EppClient.Commands.PollMessage"/> for all messages, or a type that <see cref="EppPollWorkerBuilder.MapPollEvents"/> produces, such as
/// <c>DkDomainDeleted</c>. A base type matches all types derived from it.
/// </typeparam>
public interface IEppPollHandler<in TEvent>
    where TEvent : class
{
    /// <summary>
    /// Handles a message. The message is committed and acknowledged after all matching handlers have returned. An exception is a failed try;
    /// <see cref="EppDeadLetterException"/> makes the message a dead letter immediately.
    /// </summary>
    /// <param name="message">The typed message.</param>
    /// <param name="delivery">The delivery, with the original message and the transaction to write through.</param>
    /// <param name="cancellationToken">The token to cancel the operation. It is cancelled when the host stops or this process loses the leadership.</param>
    Task HandleAsync(TEvent message, EppPollDelivery delivery, CancellationToken cancellationToken);
}
