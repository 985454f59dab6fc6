using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.Commands.Poll;

/// <summary>
/// Asks for the message at the head of the queue (RFC 5730, section 2.9.2.3). The message stays there until it is
/// acknowledged with <see cref="PollAcknowledge"/>. An empty queue answers 1300, without data.
/// </summary>
public sealed record PollRequest : IEppCommand<PollMessage>, IPollCommand
{
    /// <inheritdoc/>
    public EppVerb Verb => EppVerb.Poll;

    /// <inheritdoc/>
    public IReadOnlyList<IEppExtension> Extensions { get; init; } = [];

    /// <inheritdoc/>
    /// <exception cref="EppProtocolException">
    /// The registry reports that a message is waiting, but its id, which is needed to acknowledge it, could not be read.
    /// </exception>
    public PollMessage? SelectData(EppResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        if (response.Code == EppResultCode.NoMessages || !response.IsSuccess)
        {
            return null;
        }

        var message = PollMessage.From(response);
        return message is null && (response.Code == EppResultCode.MessageFollows || response.XmlFault is not null)
            ? throw new EppProtocolException(
                $"The registry responded {response.Code}, so a message is waiting, but its id could not be read, and without it the message cannot be acknowledged", response.XmlFault, response.Document)
            : message;
    }

    /// <inheritdoc/>
    public void Write(EppXmlWriter writer)
    {
        // All is in the attributes.
    }

    bool IPollCommand.OnlyReads => true;

    void IPollCommand.WriteAttributes(EppXmlWriter writer) => writer.Attribute("op", "req", EppEnvelopeSchema.PollOpType, nameof(PollRequest));
}
