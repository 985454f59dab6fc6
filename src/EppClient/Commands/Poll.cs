using System.Diagnostics.CodeAnalysis;
using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.Commands;

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

/// <summary>A message of the registry's queue.</summary>
public sealed record PollMessage
{
    /// <summary>The id with which to acknowledge it.</summary>
    public required string Id { get; init; }

    /// <summary>How many messages the queue holds, this one included.</summary>
    public required ulong Count { get; init; }

    /// <summary>When it was queued, where the registry says so.</summary>
    public DateTimeOffset? QueuedDate { get; init; }

    /// <summary>The text. May hold personal data.</summary>
    public required EppMixedContent Text { get; init; }

    /// <summary>What the message is about, such as a <c>DomainPendingActionResult</c>; empty where it is only a text.</summary>
    public required IReadOnlyList<IEppElement> Data { get; init; }

    /// <summary>The whole response: extensions, transaction ids.</summary>
    public required EppResponse Response { get; init; }

    /// <summary>
    /// Why the message could not be read: it is not well-formed XML. Null if it could be read. Otherwise <see cref="Id"/> was recovered,
    /// so that it can be acknowledged, <see cref="QueuedDate"/> if it precedes the fault, and nothing else;
    /// <see cref="EppResponse.Document"/> of <see cref="Response"/> contains the whole message.
    /// </summary>
    public EppXmlFault? XmlFault => Response.XmlFault;

    /// <summary>The first data element of a type.</summary>
    /// <typeparam name="T">The type, such as <c>DomainInfoResult</c>.</typeparam>
    /// <returns>The data, or null where the message is about something else.</returns>
    public T? DataAs<T>()
        where T : class, IEppElement => Data.OfType<T>().FirstOrDefault();

    /// <summary>Reads a message that was kept, such as one that was parked.</summary>
    /// <param name="document">The registry's response, as <see cref="EppResponse.Document"/> has it.</param>
    /// <param name="profile">What is particular to the registry.</param>
    /// <exception cref="EppProtocolException">The document is not a response, or is malformed and its code and id cannot be recovered.</exception>
    /// <exception cref="ArgumentException">The response carries no message.</exception>
    public static PollMessage Read(ReadOnlyMemory<byte> document, EppProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);

        // Any version that the session may have agreed on.
        var content = MessageReader.ReadOrRecoverResponse(document, profile.DialectWith(profile.OlderVersions, []), new EppSchemaSet([.. profile.Schemas]), sent: null);
        if (content.Results.Count == 0)
        {
            throw content.WithoutResult();
        }

        content.Document = document.ToArray();
        return From(new EppResponse(content, pending: null))
            ?? throw new ArgumentException("The response carries no message of a queue.", nameof(document));
    }

    /// <summary>The id and the kinds of data; never the text.</summary>
    public override string ToString() => $"message {Id} ({(XmlFault is null ? string.Join(", ", Data.Select(d => d.LocalName)) : XmlFault.IsLimit ? XmlFault.Summary : "not well-formed XML")})";

    internal static PollMessage? From(EppResponse response) => response.MessageQueue is not { Id.Length: > 0 } queue ? null : new PollMessage
    {
        Id = queue.Id,
        Count = queue.Count,
        QueuedDate = queue.QueuedDate,
        Text = queue.Message ?? EppMixedContent.Empty,
        Data = response.DataElements,
        Response = response,
    };
}
