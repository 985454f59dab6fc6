namespace EppClient.Polling;

/// <summary>How a queue stands.</summary>
public sealed record EppPollStatus
{
    /// <summary>When the registry last answered; null before the first answer.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>How many messages waited at the registry then.</summary>
    public ulong Waiting { get; init; }

    /// <summary>When the oldest message was queued; null where the queue was empty, and where the registry does not say.</summary>
    public DateTimeOffset? OldestQueuedAt { get; init; }

    /// <summary>
    /// Whether the queue is blocked, because neither the message at its head nor its id can be read: it cannot be acknowledged, and the registry
    /// has to remove it. <see cref="Failure"/> describes its fault.
    /// </summary>
    public bool IsBlocked { get; init; }

    /// <summary>What failed last, of the registry, the inbox or a handler; null since a message was handled or the queue was empty.</summary>
    public Exception? Failure { get; init; }
}
