using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.Commands.Poll;

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
    public override string ToString() => $"message {Id} ({(XmlFault is null ? string.Join(", ", Data.Select(d => d.LocalName)) : XmlFault.IsLimit ? XmlFault.Verdict : "not well-formed XML")})";

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
