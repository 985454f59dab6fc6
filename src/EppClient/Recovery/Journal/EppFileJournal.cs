using System.Threading.Channels;
using EppClient.Recovery;

namespace EppClient;

/// <summary>
/// A journal in a file. A record is on disk before its command is sent, so it survives <c>kill -9</c>, a crash of the system and a loss of power.
/// Commands that arrive at the same time share one flush. Only one process can have the file open.
/// </summary>
/// <remarks>
/// The file contains one line of JSON for each record and each completion. When it exceeds 1 MB and less than a quarter of it is incomplete records,
/// it is rewritten with the incomplete records only. Only the owner can read it (0600). It never contains passwords, authorization information and
/// tokens, but it contains the personal data of contacts until their commands are complete and the file is rewritten. An incomplete line after a
/// crash is dropped when the file is opened; its command was not sent. Keep the file on a local disk.
/// </remarks>
public sealed class EppFileJournal : IEppCommandJournal, IAsyncDisposable
{
    private readonly Channel<JournalEntry> _entries = Channel.CreateUnbounded<JournalEntry>(new UnboundedChannelOptions { SingleReader = true });
    private readonly JournalFile _file;
    private readonly Task _writing;

    private EppFileJournal(JournalFile file)
    {
        _file = file;
        using (ExecutionContext.SuppressFlow())
        {
            _writing = Task.Run(WriteAsync);
        }
    }

    /// <summary>Opens a journal; creates the file if it does not exist.</summary>
    /// <param name="path">
    /// The path of the file. Its directory must exist. A file of the same name with <c>.lock</c> beside it prevents other processes from opening the
    /// journal.
    /// </param>
    /// <exception cref="EppJournalException">The file cannot be opened, another process has it open, or it is damaged.</exception>
    public static EppFileJournal Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new EppFileJournal(JournalFile.Open(Path.GetFullPath(path)));
    }

    /// <inheritdoc/>
    public async ValueTask RecordAsync(EppJournalRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        var entry = JournalEntry.Recorded(record);
        Enqueue(entry);
        await entry.Written.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <remarks>Returns immediately. The completion is written to the file with the next records, or when the journal is disposed.</remarks>
    public ValueTask CompleteAsync(string recordId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(recordId);
        Enqueue(JournalEntry.Completed(recordId));
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<EppJournalRecord>> ReadIncompleteAsync(CancellationToken cancellationToken)
    {
        // Earlier completions have to be written first.
        var entry = JournalEntry.Query();
        Enqueue(entry);
        await entry.Written.WaitAsync(cancellationToken).ConfigureAwait(false);
        return entry.Incomplete;
    }

    /// <summary>Writes the queued entries and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        _entries.Writer.TryComplete();
        await _writing.ConfigureAwait(false);
        _file.Dispose();
    }

    private void Enqueue(JournalEntry entry) => ObjectDisposedException.ThrowIf(!_entries.Writer.TryWrite(entry), this);

    private async Task WriteAsync()
    {
        List<JournalEntry> batch = [];
        while (await _entries.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            // Entries that arrived during the last flush share the next one.
            while (_entries.Reader.TryRead(out var entry))
            {
                batch.Add(entry);
            }

            _file.Append(batch);
            batch.Clear();
        }
    }
}
