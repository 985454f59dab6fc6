namespace EppClient.Bulk;

/// <summary>The options of an <see cref="EppBulkJob"/>.</summary>
/// <remarks>Immutable. Validated by the constructor of the job.</remarks>
public sealed record EppBulkOptions
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>The number of concurrent commands, from 1 to 10,000. Default: null, as many as the pool's sessions allow.</summary>
    public int? Degree { get; init; }

    /// <summary>
    /// The timeout of each command, including the wait for a session and for rate limits. Interactive callers of the same pool have priority, so the
    /// timeout should be generous. Default: 5 minutes; minimum: 1 second.
    /// </summary>
    public TimeSpan CommandTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// The maximum number of tries of a row whose failure is transient (<see cref="IsRetryable"/>) or whose command did not reach the registry. Default: 5;
    /// from 1 to 1,000.
    /// </summary>
    public int MaxTries { get; init; } = 5;

    /// <summary>The delay before the first retry. It doubles with each retry, with jitter, up to <see cref="MaxRetryDelay"/>. Default: 2 seconds.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The maximum delay before a retry. Default: 1 minute.</summary>
    public TimeSpan MaxRetryDelay { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Whether a rejection is transient, so that the row is retried. Default: 2400, 2500 and 2502. Responses that the profile lists as "too many
    /// commands" (<see cref="EppRegistryLimits.RateLimitResponses"/>) are retried regardless of this function.
    /// </summary>
    public Func<EppResponse, bool> IsRetryable { get; init; } = static response =>
        response.Code == EppResultCode.CommandFailed || response.Code == EppResultCode.CommandFailedClosingSession || response.Code == EppResultCode.SessionLimitClosingSession;

    /// <summary>
    /// The number of consecutive failed rows at which the job stops, because the cause probably affects all rows. Default: 100; minimum: 1.
    /// Null: the job never stops for this reason.
    /// </summary>
    public int? MaxFailuresInARow { get; init; } = 100;

    /// <summary>The number of input rows that are written to the store at once. Default: 1,000; from 1 to 100,000.</summary>
    public int LoadBatch { get; init; } = 1000;

    /// <summary>The interval of progress reports. Default: 1 second.</summary>
    public TimeSpan ProgressInterval { get; init; } = TimeSpan.FromSeconds(1);

    internal void Validate()
    {
        var faults = new OptionFaults();
        faults.InRange("EppBulkOptions.Degree", Degree ?? 1, 1, 10_000, "commands");
        faults.InRange("EppBulkOptions.CommandTimeout", CommandTimeout, TimeSpan.FromSeconds(1), Longest);
        faults.InRange("EppBulkOptions.MaxTries", MaxTries, 1, 1000, "tries");
        faults.InOrder("EppBulkOptions.RetryDelay", RetryDelay, "EppBulkOptions.MaxRetryDelay", MaxRetryDelay, Shortest, Longest);
        faults.InRange("EppBulkOptions.MaxFailuresInARow", MaxFailuresInARow ?? 1, 1, int.MaxValue, "rows");
        faults.InRange("EppBulkOptions.LoadBatch", LoadBatch, 1, 100_000, "rows");
        faults.InRange("EppBulkOptions.ProgressInterval", ProgressInterval, TimeSpan.FromMilliseconds(10), Longest);
        faults.ThrowIfAny();
    }
}
