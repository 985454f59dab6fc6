namespace EppClient.Polling;

/// <summary>
/// The message at the head of the queue cannot be read, and is still there: <see cref="EppPollConsumerOptions.Unreadable"/> is
/// <see cref="EppUnreadableMessages.Stop"/>, or not even its id could be recovered, without which it cannot be acknowledged.
/// </summary>
public sealed class EppUnreadableMessageException : InvalidOperationException
{
    private readonly ReadOnlyMemory<byte>? _document;

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do about it; no text of the message.</param>
    /// <param name="key">Which message it is; null where its id could not be recovered.</param>
    /// <param name="fault">Why it is not well-formed XML; null where it is, and has no id.</param>
    /// <param name="document">The message as it came; null where none is at hand.</param>
    /// <param name="innerException">The cause, where there is one.</param>
    public EppUnreadableMessageException(string message, EppPollKey? key, EppXmlFault? fault, ReadOnlyMemory<byte>? document, Exception? innerException = null)
        : base(message, innerException)
    {
        (Key, XmlFault, _document) = (key, fault, document);
    }

    /// <summary>Which message it is; null where its id could not be recovered.</summary>
    public EppPollKey? Key { get; }

    /// <summary>Why it is not well-formed XML; null where it is, and has no id.</summary>
    public EppXmlFault? XmlFault { get; }

    /// <summary>
    /// The message as it came, secrets and personal data included; null where none is at hand. A method, so that nothing that logs the
    /// properties of an exception shows it.
    /// </summary>
    public ReadOnlyMemory<byte>? GetDocument() => _document;

    /// <summary>The options say that such a message ends the loop.</summary>
    internal static EppUnreadableMessageException Stopping(EppPollKey key, EppXmlFault fault, ReadOnlyMemory<byte>? document) => new(
        $"The {key} cannot be read, and EppPollConsumerOptions.Unreadable is Stop: it stays at the head of the registry's queue. It is not well-formed XML: {fault}", key, fault, document);

    /// <summary>Nobody can acknowledge the message.</summary>
    internal static EppUnreadableMessageException WithoutId(string account, EppProtocolException cause) => new(
        $"The queue of {account} stands still: neither the message at its head nor its id can be read, so that it cannot be acknowledged. Have the registry take it out. {cause.Message}",
        key: null,
        cause.XmlFault,
        cause.GetDocument(),
        cause);
}
