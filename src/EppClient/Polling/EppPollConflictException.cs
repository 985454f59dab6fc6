namespace EppClient.Polling;

/// <summary>Another consumer has handled or parked the message first. Nothing of this try was kept, and nothing needs to be done.</summary>
public sealed class EppPollConflictException : InvalidOperationException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="key">The message.</param>
    public EppPollConflictException(EppPollKey key)
        : base($"Another consumer was first with {key}; nothing of this try was kept. Where that happens often, two consumers work one queue: give them a common lock.") => Key = key;

    /// <summary>The message.</summary>
    public EppPollKey Key { get; }
}
