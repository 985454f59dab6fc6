namespace EppClient;

/// <summary>The options of one call.</summary>
public sealed record EppSendOptions
{
    /// <summary>The default options.</summary>
    public static EppSendOptions Default { get; } = new();

    /// <summary>
    /// The client transaction id, 3 to 64 characters. Default: null, a new unique id. Pass your own to find the command in your records; retries send
    /// the same id.
    /// </summary>
    public string? ClientTransactionId { get; init; }

    /// <summary>
    /// The time limit of the whole command: zero or more, without upper limit; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> sets no limit.
    /// Default: null, <see cref="EppTimeoutOptions.Command"/>.
    /// </summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>The priority among callers that wait for a session of a pool. Default: interactive.</summary>
    public EppPriority Priority { get; init; }

    /// <summary>
    /// The journal that records the command before it is sent, if the command changes something, instead of <see cref="EppRecoveryOptions.Journal"/>.
    /// Default: null, <see cref="EppRecoveryOptions.Journal"/>.
    /// </summary>
    public IEppCommandJournal? Journal { get; init; }

    /// <exception cref="ArgumentException">A value is invalid; the message names it.</exception>
    internal void Validate()
    {
        if (Timeout is { } timeout && timeout != System.Threading.Timeout.InfiniteTimeSpan && timeout < TimeSpan.Zero)
        {
            throw new ArgumentException($"EppSendOptions.Timeout is {timeout:c}; it must not be negative.", nameof(Timeout));
        }

        if (Priority is not (EppPriority.Interactive or EppPriority.Bulk))
        {
            throw new ArgumentException($"EppSendOptions.Priority is {Priority}, which is not a value of EppPriority.", nameof(Priority));
        }
    }
}

/// <summary>The priority of a caller that waits for a session.</summary>
public enum EppPriority
{
    /// <summary>A user waits for the response. Served first.</summary>
    Interactive,

    /// <summary>
    /// Bulk work that can wait. While interactive callers keep arriving, it still gets one of every nine sessions that become free, so it always
    /// makes progress.
    /// </summary>
    Bulk,
}
