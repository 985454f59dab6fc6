using System.Threading.Channels;
using EppClient.Recovery;

namespace EppClient;

/// <summary>
/// A journal in a file. A record is on the disk before its command is sent: it survives <c>kill -9</c>, a crash of the system and a loss
/// of power. Commands that come at the same time share one flush. One process at a time can have the file open.
/// </summary>
/// <remarks>
/// The file holds one line of JSON for each record and each settlement; it is rewritten, with what is not settled, when it has grown
/// beyond a megabyte. It is made readable for its owner only (0600): passwords, authorization information and tokens are never in it,
/// but contacts' personal data is, until their commands are settled and the file is rewritten. A line that a crash has cut off is
/// dropped when the file is opened; its command was not sent. Keep the file on a local disk.
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

    /// <summary>Opens a journal; a new one where there is no file.</summary>
    /// <param name="path">The file. Its folder must exist. Beside it, a file of the same name with <c>.lock</c> keeps other processes away.</param>
    /// <exception cref="EppJournalException">The file cannot be opened, is open elsewhere, or is damaged.</exception>
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
    /// <remarks>Returns at once: it reaches the file with the records that follow, or when the journal is disposed.</remarks>
    public ValueTask CompleteAsync(string recordId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(recordId);
        Enqueue(JournalEntry.Completed(recordId));
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<EppJournalRecord>> ReadIncompleteAsync(CancellationToken cancellationToken)
    {
        // Whatever was settled before has to be written first.
        var entry = JournalEntry.Query();
        Enqueue(entry);
        await entry.Written.WaitAsync(cancellationToken).ConfigureAwait(false);
        return entry.Incomplete;
    }

    /// <summary>Writes what waits, and closes the file.</summary>
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
            // All that came while the last flush went on shares the next.
            while (_entries.Reader.TryRead(out var entry))
            {
                batch.Add(entry);
            }

            _file.Append(batch);
            batch.Clear();
        }
    }
}
