namespace EppClient.Polling;

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
        $"The {key} cannot be read, and EppPollConsumerOptions.Unreadable is Stop: it stays at the head of the registry's queue. It {fault.Verdict}: {fault}", key, fault, document);

    /// <summary>The message cannot be acknowledged.</summary>
    internal static EppUnreadableMessageException WithoutId(string account, EppProtocolException cause) => new(
        $"The queue of {account} is blocked: neither the message at its head nor its id can be read, so it cannot be acknowledged. Ask the registry to remove it. {cause.Message}",
        key: null,
        cause.XmlFault,
        cause.GetDocument(),
        cause);
}
