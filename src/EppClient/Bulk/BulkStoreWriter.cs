using System.Threading.Channels;

namespace EppClient.Bulk;

/// <summary>
/// Writes the changes of rows to the store. Changes that arrive during a write share the next one, so that rows share the store's flushes to
/// disk.
/// </summary>
internal sealed class BulkStoreWriter
{
    private const int LargestBatch = 2000;
    private const int Waiting = 10_000;

    private readonly IEppBulkStore _store;
    private readonly Action<Exception> _failed;
    private readonly Action _lost;
    private readonly Channel<Line> _lines = Channel.CreateBounded<Line>(new BoundedChannelOptions(Waiting) { SingleReader = true });
    private readonly Task _writing;

    /// <param name="store">The store.</param>
    /// <param name="failed">Called once when the store fails; nothing is written after that.</param>
    /// <param name="lost">Called when the store reports that rows belong to another process.</param>
    public BulkStoreWriter(IEppBulkStore store, Action<Exception> failed, Action lost)
    {
        (_store, _failed, _lost) = (store, failed, lost);
        using (ExecutionContext.SuppressFlow())
        {
            _writing = Task.Run(WriteAsync);
        }
    }

    /// <summary>Records that a command is about to be sent, and waits until the record is written.</summary>
    /// <exception cref="EppJournalException">The command could not be recorded; it must not be sent.</exception>
    /// <exception cref="BulkRowLostException">The row belongs to another process; the command must not be sent.</exception>
    public async ValueTask StartAsync(long number, EppJournalRecord record, CancellationToken cancellationToken)
    {
        var line = new Line(EppBulkEntry.Start(number, record), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        try
        {
            await _lines.Writer.WriteAsync(line, cancellationToken).ConfigureAwait(false);
        }
        catch (ChannelClosedException e)
        {
            throw new EppJournalException("The job has ended; the command was not sent.", e);
        }

        await line.Written!.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Queues the result of a row or of its command; returns before it is written.</summary>
    public async ValueTask NoteAsync(EppBulkEntry entry)
    {
        try
        {
            await _lines.Writer.WriteAsync(new Line(entry, null)).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            // The store has failed, so the run ends.
        }
    }

    /// <summary>Writes the queued changes and stops.</summary>
    public async Task CloseAsync()
    {
        _lines.Writer.TryComplete();
        await _writing.ConfigureAwait(false);
    }

    private async Task WriteAsync()
    {
        List<Line> batch = [];
        while (await _lines.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (batch.Count < LargestBatch && _lines.Reader.TryRead(out var line))
            {
                batch.Add(line);
            }

            try
            {
                var lost = await _store.WriteAsync([.. batch.Select(line => line.Entry)], CancellationToken.None).ConfigureAwait(false);
                if (lost.Count > 0)
                {
                    _lost();
                }

                Complete(batch, lost);
            }
            catch (Exception e)
            {
                // User code may throw any exception. It is unknown what was written, so nothing more is written.
                Fail(batch, e);
                return;
            }

            batch.Clear();
        }
    }

    private static void Complete(List<Line> batch, IReadOnlyCollection<long> lost)
    {
        foreach (var line in batch)
        {
            if (lost.Contains(line.Entry.Number))
            {
                line.Written?.TrySetException(new BulkRowLostException());
            }
            else
            {
                line.Written?.TrySetResult();
            }
        }
    }

    private void Fail(List<Line> batch, Exception failure)
    {
        _lines.Writer.TryComplete();
        _failed(failure);
        while (_lines.Reader.TryRead(out var line))
        {
            batch.Add(line);
        }

        foreach (var line in batch)
        {
            line.Written?.TrySetException(new EppJournalException($"The job's store failed: {failure.Message} The command was not sent.", failure));
        }
    }

    private sealed record Line(EppBulkEntry Entry, TaskCompletionSource? Written);
}
