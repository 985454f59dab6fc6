using System.Buffers;

namespace EppClient.Recovery;

/// <summary>The file of a journal, and its incomplete records in memory. Used by one thread at a time.</summary>
internal sealed class JournalFile : IDisposable
{
    private const int RewriteFrom = 1024 * 1024;

    private readonly string _path;
    private readonly FileStream _lock;
    private readonly OrderedDictionary<string, EppJournalRecord> _incomplete;
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private FileStream _stream;
    private Exception? _failure;

    private JournalFile(string path, FileStream lockFile, FileStream stream, OrderedDictionary<string, EppJournalRecord> indeterminate)
    {
        (_path, _lock, _stream, _incomplete) = (path, lockFile, stream, indeterminate);
    }

    /// <exception cref="EppJournalException">The file cannot be opened, another process has it open, or it is damaged.</exception>
    public static JournalFile Open(string path)
    {
        FileStream? lockFile = null;
        FileStream? stream = null;
        try
        {
            lockFile = OpenStream(path + ".lock", FileMode.OpenOrCreate, FileShare.None);
            stream = OpenStream(path, FileMode.OpenOrCreate, FileShare.Read);
            DurableFile.FlushFolderOf(path);
            var indeterminate = Read(path, stream);
            return new JournalFile(path, lockFile, stream, indeterminate);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or EppJournalException)
        {
            stream?.Dispose();
            lockFile?.Dispose();
            if (e is EppJournalException)
            {
                throw;
            }

            throw new EppJournalException($"The journal {path} cannot be opened: {e.Message} Only one process at a time can use it.", e);
        }
    }

    /// <summary>Writes entries, flushes them to disk if they contain records, and completes them. Never throws.</summary>
    public void Append(IReadOnlyList<JournalEntry> entries)
    {
        if (_failure is null)
        {
            try
            {
                Write(entries);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ObjectDisposedException)
            {
                // After a failed flush the content of the disk is unknown, so no further record can be guaranteed.
                _failure = e;
            }
        }

        foreach (var entry in entries)
        {
            if (_failure is null)
            {
                entry.Complete(_incomplete.Values);
            }
            else
            {
                entry.Fail(new EppJournalException($"The journal {_path} failed: {_failure.Message} Fix the cause, then open the journal again.", _failure));
            }
        }
    }

    public void Dispose()
    {
        _stream.Dispose();
        _lock.Dispose();
    }

    private void Write(IReadOnlyList<JournalEntry> entries)
    {
        _buffer.ResetWrittenCount();
        var hasRecords = false;
        foreach (var entry in entries)
        {
            if (entry.Record is { } record)
            {
                JournalLine.WriteRecord(_buffer, record);
                _incomplete[record.Id] = record;
                hasRecords = true;
            }
            else if (entry.CompletedId is { } id && _incomplete.Remove(id))
            {
                JournalLine.WriteCompleted(_buffer, id);
            }
        }

        if (_stream.Length + _buffer.WrittenCount > RewriteFrom && IsMostlyComplete())
        {
            Rewrite();
            return;
        }

        _stream.Write(_buffer.WrittenSpan);
        _stream.Flush(flushToDisk: hasRecords);
    }

    private bool IsMostlyComplete() => _incomplete.Values.Sum(record => (long)record.Message.Length) < _stream.Length / 4;

    /// <summary>Replaces the old file with the new one atomically, so that one complete file survives a crash.</summary>
    private void Rewrite()
    {
        _buffer.ResetWrittenCount();
        foreach (var record in _incomplete.Values)
        {
            JournalLine.WriteRecord(_buffer, record);
        }

        var next = OpenStream(_path + ".new", FileMode.Create, FileShare.Read | FileShare.Delete);
        try
        {
            next.Write(_buffer.WrittenSpan);
            next.Flush(flushToDisk: true);
            _stream.Dispose();
            DurableFile.Replace(_path + ".new", _path);
        }
        catch
        {
            next.Dispose();
            throw;
        }

        _stream = next;
    }

    private static OrderedDictionary<string, EppJournalRecord> Read(string path, FileStream stream)
    {
        var indeterminate = new OrderedDictionary<string, EppJournalRecord>(StringComparer.Ordinal);
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        var start = 0;
        while (content.AsSpan(start).IndexOf((byte)'\n') is >= 0 and var length)
        {
            if (!JournalLine.TryRead(content.AsMemory(start, length), indeterminate))
            {
                break;
            }

            start += length + 1;
        }

        // A crash can truncate the last line, or leave zeros or invalid data at its end. Other damage has another cause.
        var rest = content.AsSpan(start);
        if (!rest.IsEmpty && rest[0] != 0 && !rest.StartsWith(JournalLine.Start[..Math.Min(rest.Length, JournalLine.Start.Length)]))
        {
            throw new EppJournalException($"The file {path} is not a journal, or is damaged at byte {start}. Keep a copy, inspect it, and start with a new file.");
        }

        if (rest.IndexOf("\n{"u8) >= 0)
        {
            throw new EppJournalException($"The journal {path} is damaged at byte {start}, with further lines after it. Keep a copy, inspect it, and start with a new file.");
        }

        stream.SetLength(start);
        stream.Position = start;
        return indeterminate;
    }

    private static FileStream OpenStream(string path, FileMode mode, FileShare share) => OwnerOnlyFile.Open(path, mode, share, bufferSize: 0);
}
