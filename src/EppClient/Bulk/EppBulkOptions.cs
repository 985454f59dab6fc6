namespace EppClient.Bulk;

/// <summary>How an <see cref="EppBulkJob"/> works.</summary>
/// <remarks>Immutable. Checked when a job is made of it.</remarks>
public sealed record EppBulkOptions
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>The number of concurrent commands. Default: null, as many as the pool's sessions carry; from 1 to 10,000.</summary>
    public int? Degree { get; init; }

    /// <summary>
    /// The time that each command has, the wait for a session and for the registry's rates included. Interactive callers of the same pool go
    /// first, so it should be generous. Default: 5 minutes; from 1 second.
    /// </summary>
    public TimeSpan CommandTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How often a row is tried whose failure may pass (<see cref="IsRetryable"/>), or which did not reach the registry. Default: 5; from 1 to 1,000.</summary>
    public int MaxTries { get; init; } = 5;

    /// <summary>The pause before a row is tried again; it doubles each time, with jitter, up to <see cref="MaxRetryDelay"/>. Default: 2 seconds.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest pause before a row is tried again. Default: 1 minute.</summary>
    public TimeSpan MaxRetryDelay { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Which refusals may pass, so that the row is tried again. Default: 2400, 2500 and 2502, and what the profile knows as "too many
    /// commands" (<see cref="EppRegistryLimits.RateLimitResponses"/>), which this cannot switch off.
    /// </summary>
    public Func<EppResponse, bool> IsRetryable { get; init; } = static response =>
        response.Code == EppResultCode.CommandFailed || response.Code == EppResultCode.CommandFailedClosingSession || response.Code == EppResultCode.SessionLimitClosingSession;

    /// <summary>
    /// The number of rows that fail one after the other at which the job stops: then something is wrong with all of them. Default: 100; from 1.
    /// Null for never.
    /// </summary>
    public int? MaxFailuresInARow { get; init; } = 100;

    /// <summary>How many rows of the input are stored at once. Default: 1,000; from 1 to 100,000.</summary>
    public int LoadBatch { get; init; } = 1000;

    /// <summary>How often progress is reported. Default: 1 second.</summary>
    public TimeSpan ProgressInterval { get; init; } = TimeSpan.FromSeconds(1);

    internal void Validate()
    {
        OptionRules.InRange("EppBulkOptions.Degree", Degree ?? 1, 1, 10_000, "commands");
        OptionRules.InRange("EppBulkOptions.CommandTimeout", CommandTimeout, TimeSpan.FromSeconds(1), Longest);
        OptionRules.InRange("EppBulkOptions.MaxTries", MaxTries, 1, 1000, "tries");
        OptionRules.InRange("EppBulkOptions.RetryDelay", RetryDelay, Shortest, MaxRetryDelay);
        OptionRules.InRange("EppBulkOptions.MaxRetryDelay", MaxRetryDelay, RetryDelay, Longest);
        OptionRules.InRange("EppBulkOptions.MaxFailuresInARow", MaxFailuresInARow ?? 1, 1, int.MaxValue, "rows");
        OptionRules.InRange("EppBulkOptions.LoadBatch", LoadBatch, 1, 100_000, "rows");
        OptionRules.InRange("EppBulkOptions.ProgressInterval", ProgressInterval, TimeSpan.FromMilliseconds(10), Longest);
    }
}
