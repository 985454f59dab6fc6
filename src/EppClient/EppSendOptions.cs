namespace EppClient;

/// <summary>What one call can set for itself.</summary>
public sealed record EppSendOptions
{
    /// <summary>Nothing set.</summary>
    public static EppSendOptions Default { get; } = new();

    /// <summary>
    /// The client transaction id, 3 to 64 characters. Default: null, a new unique one. Pass your own to find the command in your
    /// records; with retries it is sent again with each try.
    /// </summary>
    public string? ClientTransactionId { get; init; }

    /// <summary>
    /// The time limit of the whole command: not negative, of any length; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> sets no limit.
    /// Default: null, <see cref="EppTimeoutOptions.Command"/>.
    /// </summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Who goes first where callers wait for a session of a pool. Default: interactive.</summary>
    public EppPriority Priority { get; init; }

    /// <summary>
    /// Where the command is recorded before it is sent, if it changes something, in place of <see cref="EppOptions.Journal"/>. Default:
    /// null, that one.
    /// </summary>
    public IEppCommandJournal? Journal { get; init; }

    /// <exception cref="ArgumentException">A value is wrong; the message names it.</exception>
    internal void Validate()
    {
        if (Timeout is { } timeout && timeout != System.Threading.Timeout.InfiniteTimeSpan)
        {
            OptionRules.InRange("EppSendOptions.Timeout", timeout, TimeSpan.Zero, TimeSpan.MaxValue);
        }
    }
}

/// <summary>Who goes first where callers wait for a session.</summary>
public enum EppPriority
{
    /// <summary>Somebody waits for the answer. Served first.</summary>
    Interactive,

    /// <summary>
    /// Work in quantity, that can wait. While interactive callers keep coming, it still gets one of nine sessions that come free, so that
    /// it never stands still.
    /// </summary>
    Bulk,
}
