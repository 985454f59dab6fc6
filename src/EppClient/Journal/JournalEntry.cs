namespace EppClient;

/// <summary>Something to be written to a journal's file, or a question about what was.</summary>
internal sealed class JournalEntry
{
    private readonly TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private JournalEntry()
    {
    }

    /// <summary>The record to write, if any.</summary>
    public EppJournalRecord? Record { get; private init; }

    /// <summary>The id of the record that is settled, if any.</summary>
    public string? SettledId { get; private init; }

    /// <summary>The answer to the question.</summary>
    public IReadOnlyList<EppJournalRecord> Unsettled { get; private set; } = [];

    /// <summary>Ends when a record is on the disk, or the question is answered.</summary>
    public Task Written => _written.Task;

    public static JournalEntry Recorded(EppJournalRecord record) => new() { Record = record };

    public static JournalEntry Settled(string id) => new() { SettledId = id };

    public static JournalEntry Question() => new();

    public void Complete(IReadOnlyCollection<EppJournalRecord> unsettled)
    {
        if (Record is null && SettledId is null)
        {
            Unsettled = [.. unsettled];
        }

        _written.TrySetResult();
    }

    public void Fail(Exception failure) => _written.TrySetException(failure);
}
