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
