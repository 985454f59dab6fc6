using EppClient.Xml;

namespace EppClient.Protocol;

/// <summary>What a response says of the message queue (<c>msgQ</c>). Any response may carry it, not only those to poll.</summary>
public sealed record EppQueueInfo
{
    /// <summary>The number of waiting messages. If the registry does not send it: 1 if it sends the id of a message, else 0.</summary>
    public required ulong Count { get; init; }

    /// <summary>The id of the message at the head of the queue; empty if the registry sent none, as some registries do for an empty queue.</summary>
    public required string Id { get; init; }

    /// <summary>When that message was queued; only in responses to a poll request.</summary>
    public DateTimeOffset? QueuedDate { get; init; }

    /// <summary>The message's text; only in responses to a poll request. May hold personal data.</summary>
    public EppMixedContent? Message { get; init; }

    /// <summary>The language of <see cref="Message"/>.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The count and the id; never the text.</summary>
    public override string ToString() => FormattableString.Invariant($"{Count} messages, head {Id}");
}
