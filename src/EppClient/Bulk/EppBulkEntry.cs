namespace EppClient.Bulk;

/// <summary>
/// Something that a store is to remember of a row: that its command is about to be sent, what became of it, or, with neither, that nothing
/// came of it and the row is pending again.
/// </summary>
/// <remarks>Immutable.</remarks>
public sealed record EppBulkEntry
{
    private EppBulkEntry(long number, EppJournalRecord? started, EppBulkResult? ended, bool forgetsData) =>
        (Number, Started, Ended, ForgetsData) = (number, started, ended, forgetsData);

    /// <summary>The row's place in the input.</summary>
    public long Number { get; }

    /// <summary>The command that is about to be sent; it takes the place of an earlier one. Null where none is.</summary>
    public EppJournalRecord? Started { get; }

    /// <summary>What became of the row. Null where it has not ended.</summary>
    public EppBulkResult? Ended { get; }

    /// <summary>Whether the row's <see cref="EppBulkRow.Data"/> holds secrets that nobody needs any more, and is to be emptied.</summary>
    public bool ForgetsData { get; }

    /// <summary>A command is about to be sent.</summary>
    /// <param name="number">The row's place in the input.</param>
    /// <param name="record">The command.</param>
    public static EppBulkEntry Start(long number, EppJournalRecord record) => new(number, record ?? throw new ArgumentNullException(nameof(record)), null, false);

    /// <summary>The command is known to have had no effect; the row keeps its claim and is pending.</summary>
    /// <param name="number">The row's place in the input.</param>
    public static EppBulkEntry Withdraw(long number) => new(number, null, null, false);

    /// <summary>A row has ended. What was recorded of its command is needed no more.</summary>
    /// <param name="result">What became of it.</param>
    /// <param name="forgetsData">Whether the row's data is to be emptied.</param>
    public static EppBulkEntry End(EppBulkResult result, bool forgetsData = false)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new EppBulkEntry(result.Number, null, result, forgetsData);
    }
}
