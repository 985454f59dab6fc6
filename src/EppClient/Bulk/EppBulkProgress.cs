namespace EppClient.Bulk;

/// <summary>How far a job has come, and how fast it goes.</summary>
/// <remarks>Immutable.</remarks>
public sealed record EppBulkProgress
{
    /// <summary>How many rows the job has; null while its input is still being loaded.</summary>
    public long? Total { get; init; }

    /// <summary>How many rows of the input are loaded.</summary>
    public long Loaded { get; init; }

    /// <summary>How many rows are done, those of earlier runs and of other machines included.</summary>
    public long Done { get; init; }

    /// <summary>How many rows have failed.</summary>
    public long Failed { get; init; }

    /// <summary>Of how many rows the outcome is unknown.</summary>
    public long Unknown { get; init; }

    /// <summary>How many rows have ended one way or another.</summary>
    public long Ended => Done + Failed + Unknown;

    /// <summary>Rows per second that this process has ended over the last minute, or since the run began where that is shorter.</summary>
    public double Rate { get; init; }

    /// <summary>How long the rest takes at that rate; null where the total or the rate is not known.</summary>
    public TimeSpan? TimeLeft { get; init; }

    /// <summary>One line for people.</summary>
    public override string ToString() => FormattableString.Invariant($"{Ended} of {Total?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? $"{Loaded} so far"}: {Done} done, {Failed} failed, {Unknown} unknown; {Rate:0.#} per second")
        + (TimeLeft is { } left ? $", {(int)left.TotalHours:00}:{left.Minutes:00}:{left.Seconds:00} left" : string.Empty);
}
