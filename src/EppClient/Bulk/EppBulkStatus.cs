namespace EppClient.Bulk;

/// <summary>How far a job has come, as its store has it.</summary>
/// <remarks>Immutable.</remarks>
public sealed record EppBulkStatus
{
    /// <summary>A job that nobody has begun.</summary>
    public static EppBulkStatus None { get; } = new();

    /// <summary>How many rows of the input the store has: the number of the last one.</summary>
    public long Loaded { get; init; }

    /// <summary>The key of the last row that was loaded; null where there is none.</summary>
    public string? LastKey { get; init; }

    /// <summary>Whether the store has the whole input.</summary>
    public bool IsLoaded { get; init; }

    /// <summary>How many rows are <see cref="EppBulkRowState.Done"/>.</summary>
    public long Done { get; init; }

    /// <summary>How many rows have <see cref="EppBulkRowState.Failed"/>.</summary>
    public long Failed { get; init; }

    /// <summary>Of how many rows the outcome is <see cref="EppBulkRowState.Unknown"/>.</summary>
    public long Unknown { get; init; }

    /// <summary>How many rows have ended one way or another.</summary>
    public long Ended => Done + Failed + Unknown;

    /// <summary>Whether the whole input is loaded, and each row of it has ended.</summary>
    public bool IsComplete => IsLoaded && Ended == Loaded;

    /// <summary>The numbers.</summary>
    public override string ToString() => FormattableString.Invariant($"{Done} done, {Failed} failed, {Unknown} unknown of {Loaded}{(IsLoaded ? "" : " so far")}");
}

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
