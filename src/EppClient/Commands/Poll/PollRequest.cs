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
    /// <exception cref="EppProtocolException">The registry says that a message waits, but its id could not be read, without which it cannot be acknowledged.</exception>
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
                $"The registry answered {response.Code}, so that a message waits, but its id could not be read, without which it cannot be acknowledged", response.XmlFault, response.Document)
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
