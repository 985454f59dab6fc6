using System.Diagnostics.CodeAnalysis;
using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.Commands;

/// <summary>
/// Requests the message at the head of the queue (RFC 5730, section 2.9.2.3). The message stays in the queue until it is acknowledged with
/// <see cref="PollAcknowledge"/>. If the queue is empty, the response is 1300, without data.
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
        // The command consists of attributes only.
    }

    bool IPollCommand.OnlyReads => true;

    void IPollCommand.WriteAttributes(EppXmlWriter writer) => writer.Attribute("op", "req", EppEnvelopeSchema.PollOpType, nameof(PollRequest));
}

/// <summary>
/// Acknowledges a message, which removes it from the queue (RFC 5730, section 2.9.2.3). Send it only when the message is processed and all results
/// are stored: the registry does not show the message again. <see cref="EppResponse.MessageQueue"/> contains the number of remaining messages.
/// </summary>
public sealed record PollAcknowledge : IEppCommand, IPollCommand
{
    /// <summary>Creates the command.</summary>
    public PollAcknowledge()
    {
    }

    /// <summary>Creates the command.</summary>
    /// <param name="messageId">The id of the message: <see cref="PollMessage.Id"/>.</param>
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
        // The command consists of attributes only.
    }

    bool IPollCommand.OnlyReads => false;

    void IPollCommand.WriteAttributes(EppXmlWriter writer)
    {
        if (string.IsNullOrWhiteSpace(MessageId))
        {
            throw new EppValidationException("PollAcknowledge.MessageId", "must be set: use PollMessage.Id of the message");
        }

        writer.Attribute("op", "ack", EppEnvelopeSchema.PollOpType, nameof(PollAcknowledge));
        writer.Attribute("msgID", MessageId, EppSimpleType.Token, "PollAcknowledge.MessageId");
    }
}

/// <summary>A message from the registry's queue.</summary>
public sealed record PollMessage
{
    /// <summary>The id, which is needed to acknowledge the message.</summary>
    public required string Id { get; init; }

    /// <summary>The number of messages in the queue, including this one.</summary>
    public required ulong Count { get; init; }

    /// <summary>When the message was queued; null if the registry does not send it.</summary>
    public DateTimeOffset? QueuedDate { get; init; }

    /// <summary>The text. May contain personal data.</summary>
    public string Text => Content.Text;

    /// <summary>The text with the elements that it contains, where the registry sends some. May contain personal data.</summary>
    public required EppMixedContent Content { get; init; }

    /// <summary>The data of the message, such as a <c>DomainPendingActionResult</c>; empty if the message is only text.</summary>
    public required IReadOnlyList<IEppElement> Data { get; init; }

    /// <summary>The whole response, including extensions and transaction ids.</summary>
    public required EppResponse Response { get; init; }

    /// <summary>
    /// Why the message could not be read, if it is not well-formed XML; otherwise null. In that case only <see cref="Id"/>, so that the message can
    /// be acknowledged, and <see cref="QueuedDate"/>, if it precedes the fault, were recovered; <see cref="EppResponse.Document"/> of
    /// <see cref="Response"/> contains the whole message.
    /// </summary>
    public EppXmlFault? XmlFault => Response.XmlFault;

    /// <summary>Gets the first data element of a type.</summary>
    /// <typeparam name="T">The type, such as <c>DomainInfoResult</c>.</typeparam>
    /// <returns>The data, or null if the message contains none of that type.</returns>
    public T? DataAs<T>()
        where T : class, IEppElement => Data.OfType<T>().FirstOrDefault();

    /// <summary>Reads a stored message, such as a dead letter.</summary>
    /// <param name="document">The registry's response, as in <see cref="EppResponse.Document"/>.</param>
    /// <param name="profile">The profile of the registry.</param>
    /// <exception cref="EppProtocolException">The document is not a response, or is malformed and its code and id cannot be recovered.</exception>
    /// <exception cref="ArgumentException">The response contains no message.</exception>
    public static PollMessage Read(ReadOnlyMemory<byte> document, EppProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);

        // Any version that the session may have negotiated.
        var content = MessageReader.ReadOrRecoverResponse(document, profile.DialectWith(profile.OlderVersions, []), new EppSchemaSet([.. profile.Schemas]), sent: null);
        if (content.Results.Count == 0)
        {
            throw content.WithoutResult();
        }

        content.Document = document.ToArray();
        return From(new EppResponse(content, pending: null))
            ?? throw new ArgumentException("The response contains no message of a queue.", nameof(document));
    }

    /// <summary>The id and the kinds of data; never the text.</summary>
    public override string ToString() => $"message {Id} ({(XmlFault is null ? string.Join(", ", Data.Select(d => d.LocalName)) : XmlFault.IsLimit ? XmlFault.Summary : "not well-formed XML")})";

    internal static PollMessage? From(EppResponse response) => response.MessageQueue is not { Id.Length: > 0 } queue ? null : new PollMessage
    {
        Id = queue.Id,
        Count = queue.Count,
        QueuedDate = queue.QueuedDate,
        Content = queue.Message ?? EppMixedContent.Empty,
        Data = response.DataElements,
        Response = response,
    };
}
