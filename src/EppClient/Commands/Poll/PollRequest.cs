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
    public PollMessage? SelectData(EppResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return response.Code == EppResultCode.NoMessages || !response.IsSuccess ? null : PollMessage.From(response);
    }

    /// <inheritdoc/>
    public void Write(EppXmlWriter writer)
    {
        // All is in the attributes.
    }

    bool IPollCommand.OnlyReads => true;

    void IPollCommand.WriteAttributes(EppXmlWriter writer) => writer.Attribute("op", "req", EppEnvelopeSchema.PollOpType, nameof(PollRequest));
}
