using System.Diagnostics;
using EppClient.Commands;

namespace EppClient.Polling;

/// <summary>A message that is to be handled.</summary>
/// <remarks>Not thread-safe.</remarks>
public sealed class EppPollDelivery
{
    private readonly Func<EppPollDelivery, Task> _complete;

    internal EppPollDelivery(EppPollKey key, PollMessage message, int tries, IEppPollTransaction transaction, Func<EppPollDelivery, Task> complete)
    {
        (Key, Message, Tries, Transaction, _complete) = (key, message, tries, transaction, complete);
    }

    /// <summary>The key of the message.</summary>
    public EppPollKey Key { get; }

    /// <summary>The message.</summary>
    public PollMessage Message { get; }

    /// <summary>The number of tries, including this one.</summary>
    public int Tries { get; }

    /// <summary>
    /// The transaction in which a handler writes the data that is committed together with the message. Its type depends on the inbox; the SQLite and
    /// PostgreSQL packages have extension methods that return their connection.
    /// </summary>
    public IEppPollTransaction Transaction { get; }

    /// <summary>Whether <see cref="CompleteAsync"/> has committed the message.</summary>
    public bool IsCompleted { get; private set; }

    internal Activity? Activity { get; init; }

    /// <summary>
    /// Commits the transaction and acknowledges the message. Call it when you read with <see cref="EppPollConsumer.ReadAllAsync"/>; for a handler it is
    /// called automatically. If the registry cannot be reached, the message is received again, recognized as handled, and acknowledged then.
    /// </summary>
    /// <exception cref="InvalidOperationException">The message is already completed.</exception>
    /// <exception cref="EppPollConflictException">Another consumer has handled the message; nothing was committed.</exception>
    public async Task CompleteAsync()
    {
        if (IsCompleted)
        {
            throw new InvalidOperationException($"{Key} is already completed.");
        }

        await Transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        IsCompleted = true;
        await _complete(this).ConfigureAwait(false);
    }

    /// <summary>Returns the message's key and the number of tries; never its text.</summary>
    public override string ToString() => $"{Key}, try {Tries}";
}

/// <summary>
/// The message at the head of the queue cannot be read and remains there: <see cref="EppPollConsumerOptions.Unreadable"/> is
/// <see cref="EppUnreadableMessages.Stop"/>, or its id, which is needed to acknowledge it, could not be recovered.
/// </summary>
public sealed class EppUnreadableMessageException : InvalidOperationException
{
    private readonly ReadOnlyMemory<byte>? _document;

    /// <summary>Creates the exception.</summary>
    /// <param name="message">The problem and the remedy, without content of the poll message.</param>
    /// <param name="key">The key of the message; null if its id could not be recovered.</param>
    /// <param name="fault">Why the message is not well-formed XML; null if it is well-formed but has no id.</param>
    /// <param name="document">The unchanged message; null if it is not available.</param>
    /// <param name="innerException">The cause, if any.</param>
    public EppUnreadableMessageException(string message, EppPollKey? key, EppXmlFault? fault, ReadOnlyMemory<byte>? document, Exception? innerException = null)
        : base(message, innerException)
    {
        (Key, XmlFault, _document) = (key, fault, document);
    }

    /// <summary>The key of the message; null if its id could not be recovered.</summary>
    public EppPollKey? Key { get; }

    /// <summary>Why the message is not well-formed XML; null if it is well-formed but has no id.</summary>
    public EppXmlFault? XmlFault { get; }

    /// <summary>
    /// Gets the unchanged message, including secrets and personal data; null if it is not available. This is a method, so that code that logs the
    /// properties of an exception does not log the message.
    /// </summary>
    public ReadOnlyMemory<byte>? GetDocument() => _document;

    /// <summary>Creates the exception for <see cref="EppUnreadableMessages.Stop"/>.</summary>
    internal static EppUnreadableMessageException Stopping(EppPollKey key, EppXmlFault fault, ReadOnlyMemory<byte>? document) => new(
        $"The {key} cannot be read, and EppPollConsumerOptions.Unreadable is Stop, so it remains at the head of the registry's queue. It {fault.Summary}: {fault}", key, fault, document);

    /// <summary>Creates the exception for a message that cannot be acknowledged.</summary>
    internal static EppUnreadableMessageException WithoutId(string account, EppProtocolException cause) => new(
        $"The queue of {account} is blocked: neither the message at its head nor its id can be read, so it cannot be acknowledged. Ask the registry to remove it. {cause.Message}",
        key: null,
        cause.XmlFault,
        cause.GetDocument(),
        cause);
}

/// <summary>Thrown by a handler to dead-letter its message at once, because another try would fail too.</summary>
public sealed class EppDeadLetterException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="reason">The reason, which is stored with the message and logged.</param>
    /// <param name="innerException">The cause, if any.</param>
    public EppDeadLetterException(string reason, Exception? innerException = null)
        : base(reason, innerException)
    {
    }
}

/// <summary>Another consumer has handled or dead-lettered the message first. This try was rolled back, and no action is needed.</summary>
public sealed class EppPollConflictException : InvalidOperationException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="key">The message.</param>
    public EppPollConflictException(EppPollKey key)
        : base($"Another consumer was first with {key}; this try was rolled back. If this happens often, several consumers process the same queue: use a common lock.") => Key = key;

    /// <summary>The key of the message.</summary>
    public EppPollKey Key { get; }
}
