using System.Diagnostics;
using EppClient.Commands;

namespace EppClient.Polling;

/// <summary>A message that waits to be handled.</summary>
/// <remarks>For one thread at a time.</remarks>
public sealed class EppPollDelivery
{
    private readonly Func<EppPollDelivery, Task> _complete;

    internal EppPollDelivery(EppPollKey key, PollMessage message, int tries, IEppPollTransaction transaction, Func<EppPollDelivery, Task> complete)
    {
        (Key, Message, Tries, Transaction, _complete) = (key, message, tries, transaction, complete);
    }

    /// <summary>Which message it is.</summary>
    public EppPollKey Key { get; }

    /// <summary>The message.</summary>
    public PollMessage Message { get; }

    /// <summary>How often it was tried, this time included.</summary>
    public int Tries { get; }

    /// <summary>
    /// Through this a handler writes what is to be committed together with the message; its type is that of the inbox. The packages of
    /// SQLite and PostgreSQL bring extension methods that hand out their connection.
    /// </summary>
    public IEppPollTransaction Transaction { get; }

    /// <summary>Whether <see cref="CompleteAsync"/> has committed it.</summary>
    public bool IsCompleted { get; private set; }

    internal Activity? Activity { get; init; }

    /// <summary>
    /// Commits what was done and acknowledges the message: for those who read with <see cref="EppPollConsumer.ReadAllAsync"/>; for a handler
    /// it is called by itself. Where the registry cannot be reached to acknowledge, the message comes again, is recognised, and is
    /// acknowledged then.
    /// </summary>
    /// <exception cref="InvalidOperationException">It is completed already.</exception>
    /// <exception cref="EppPollConflictException">Another consumer was first; nothing was kept.</exception>
    public async Task CompleteAsync()
    {
        if (IsCompleted)
        {
            throw new InvalidOperationException($"{Key} is completed already.");
        }

        await Transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        IsCompleted = true;
        await _complete(this).ConfigureAwait(false);
    }

    /// <summary>The message and the try; never the text.</summary>
    public override string ToString() => $"{Key}, try {Tries}";
}

/// <summary>
/// The message at the head of the queue cannot be read, and is still there: <see cref="EppPollConsumerOptions.Unreadable"/> is
/// <see cref="EppUnreadableMessages.Stop"/>, or not even its id, which is needed to acknowledge it, could be recovered.
/// </summary>
public sealed class EppUnreadableMessageException : InvalidOperationException
{
    private readonly ReadOnlyMemory<byte>? _document;

    /// <summary>Creates the exception.</summary>
    /// <param name="message">The problem and its remedy, without text of the message.</param>
    /// <param name="key">Which message it is; null where its id could not be recovered.</param>
    /// <param name="fault">Why it is not well-formed XML; null if it is well-formed but has no id.</param>
    /// <param name="document">The unchanged message; null if it is not available.</param>
    /// <param name="innerException">The cause, where there is one.</param>
    public EppUnreadableMessageException(string message, EppPollKey? key, EppXmlFault? fault, ReadOnlyMemory<byte>? document, Exception? innerException = null)
        : base(message, innerException)
    {
        (Key, XmlFault, _document) = (key, fault, document);
    }

    /// <summary>Which message it is; null where its id could not be recovered.</summary>
    public EppPollKey? Key { get; }

    /// <summary>Why it is not well-formed XML; null if it is well-formed but has no id.</summary>
    public EppXmlFault? XmlFault { get; }

    /// <summary>
    /// The unchanged message, including secrets and personal data; null if it is not available. A method, so that code that logs the
    /// properties of an exception does not log it.
    /// </summary>
    public ReadOnlyMemory<byte>? GetDocument() => _document;

    /// <summary>The options say that such a message ends the loop.</summary>
    internal static EppUnreadableMessageException Stopping(EppPollKey key, EppXmlFault fault, ReadOnlyMemory<byte>? document) => new(
        $"The {key} cannot be read, and EppPollConsumerOptions.Unreadable is Stop: it stays at the head of the registry's queue. It {fault.Summary}: {fault}", key, fault, document);

    /// <summary>The message cannot be acknowledged.</summary>
    internal static EppUnreadableMessageException WithoutId(string account, EppProtocolException cause) => new(
        $"The queue of {account} is blocked: neither the message at its head nor its id can be read, so it cannot be acknowledged. Ask the registry to remove it. {cause.Message}",
        key: null,
        cause.XmlFault,
        cause.GetDocument(),
        cause);
}

/// <summary>A handler throws it to have its message parked at once, because another try would end no better.</summary>
public sealed class EppDeadLetterException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="reason">Why; it is kept with the message and logged.</param>
    /// <param name="innerException">The cause, where there is one.</param>
    public EppDeadLetterException(string reason, Exception? innerException = null)
        : base(reason, innerException)
    {
    }
}

/// <summary>Another consumer has handled or parked the message first. Nothing of this try was kept, and nothing needs to be done.</summary>
public sealed class EppPollConflictException : InvalidOperationException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="key">The message.</param>
    public EppPollConflictException(EppPollKey key)
        : base($"Another consumer was first with {key}; nothing of this try was kept. Where that happens often, two consumers work one queue: give them a common lock.") => Key = key;

    /// <summary>The message.</summary>
    public EppPollKey Key { get; }
}
