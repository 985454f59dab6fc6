using System.Diagnostics.CodeAnalysis;
using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.Commands.Poll;

/// <summary>
/// Takes a message from the queue (RFC 5730, section 2.9.2.3). Send it only when all that the message asks for is done and
/// stored: the registry does not show the message again. <see cref="EppResponse.MessageQueue"/> tells what remains.
/// </summary>
public sealed record PollAcknowledge : IEppCommand, IPollCommand
{
    /// <summary>Creates the command.</summary>
    public PollAcknowledge()
    {
    }

    /// <summary>Creates the command.</summary>
    /// <param name="messageId">The id of the message, as <see cref="PollMessage.Id"/> gives it.</param>
    [SetsRequiredMembers]
    public PollAcknowledge(string messageId) => MessageId = messageId;

    /// <summary>The id of the message.</summary>
    public required string MessageId { get; init; }

    /// <inheritdoc/>
    public EppVerb Verb => EppVerb.Poll;

    /// <inheritdoc/>
    public IReadOnlyList<IEppExtension> Extensions { get; init; } = [];

    /// <inheritdoc/>
    public void Write(EppXmlWriter writer)
    {
        // All is in the attributes.
    }

    bool IPollCommand.OnlyReads => false;

    void IPollCommand.WriteAttributes(EppXmlWriter writer)
    {
        if (string.IsNullOrWhiteSpace(MessageId))
        {
            throw new EppValidationException("PollAcknowledge.MessageId", "must be set: take it from the message, as PollMessage.Id gives it");
        }

        writer.Attribute("op", "ack", EppEnvelopeSchema.PollOpType, nameof(PollAcknowledge));
        writer.Attribute("msgID", MessageId, EppSimpleType.Token, "PollAcknowledge.MessageId");
    }
}
