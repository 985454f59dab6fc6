namespace EppClient.Bulk;

/// <summary>The status of a job, as recorded in its store.</summary>
/// <remarks>Immutable.</remarks>
public sealed record EppBulkStatus
{
    /// <summary>The status of a job that was not started.</summary>
    public static EppBulkStatus None { get; } = new();

    /// <summary>The number of input rows in the store, which is the number of the last row.</summary>
    public long Loaded { get; init; }

    /// <summary>The key of the last row that was loaded; null if there is none.</summary>
    public string? LastKey { get; init; }

    /// <summary>Whether the store has the complete input.</summary>
    public bool IsLoaded { get; init; }

    /// <summary>The number of rows that are <see cref="EppBulkRowState.Done"/>.</summary>
    public long Done { get; init; }

    /// <summary>The number of rows that are <see cref="EppBulkRowState.Failed"/>.</summary>
    public long Failed { get; init; }

    /// <summary>The number of rows whose outcome is <see cref="EppBulkRowState.Unknown"/>.</summary>
    public long Unknown { get; init; }

    /// <summary>The number of rows that have ended: done, failed or unknown.</summary>
    public long Ended => Done + Failed + Unknown;

    /// <summary>Whether the complete input is loaded and every row has ended.</summary>
    public bool IsComplete => IsLoaded && Ended == Loaded;

    /// <summary>Returns the counts.</summary>
    public override string ToString() => FormattableString.Invariant($"{Done} done, {Failed} failed, {Unknown} unknown of {Loaded}{(IsLoaded ? "" : " so far")}");
}

/// <summary>The progress of a job and its rate.</summary>
/// <remarks>Immutable.</remarks>
public sealed record EppBulkProgress
{
    /// <summary>The number of rows of the job; null while the input is being loaded.</summary>
    public long? Total { get; init; }

    /// <summary>The number of input rows that are loaded.</summary>
    public long Loaded { get; init; }

    /// <summary>The number of rows that are done, including those of earlier runs and of other processes.</summary>
    public long Done { get; init; }

    /// <summary>The number of rows that have failed.</summary>
    public long Failed { get; init; }

    /// <summary>The number of rows whose outcome is unknown.</summary>
    public long Unknown { get; init; }

    /// <summary>The number of rows that have ended: done, failed or unknown.</summary>
    public long Ended => Done + Failed + Unknown;

    /// <summary>The rows per second that this process has completed over the last minute, or since the run began if that is shorter.</summary>
    public double Rate { get; init; }

    /// <summary>The estimated time for the remaining rows at this rate; null if the total or the rate is not known.</summary>
    public TimeSpan? TimeLeft { get; init; }

    /// <summary>Returns the progress as one line of text.</summary>
    public override string ToString() => FormattableString.Invariant($"{Ended} of {Total?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? $"{Loaded} so far"}: {Done} done, {Failed} failed, {Unknown} unknown; {Rate:0.#} per second")
        + (TimeLeft is { } left ? $", {(int)left.TotalHours:00}:{left.Minutes:00}:{left.Seconds:00} left" : string.Empty);
}
