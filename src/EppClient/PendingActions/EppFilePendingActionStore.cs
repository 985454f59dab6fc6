using EppClient.Recovery;

namespace EppClient;

/// <summary>
/// A store in a JSON file. Every change writes a new file, flushes it to disk and replaces the old file with it, so one complete file survives a
/// crash. Only one process can have the store open.
/// </summary>
/// <remarks>Designed for some hundreds of open operations, not for a hundred thousand. Only the owner can read the file (0600).</remarks>
public sealed class EppFilePendingActionStore : IEppPendingActionStore, IDisposable
{
    private readonly Lock _lock = new();
    private readonly string _path;
    private readonly FileStream _lockFile;
    private readonly OrderedDictionary<string, EppPendingActionRecord> _records;

    private EppFilePendingActionStore(string path, FileStream lockFile, OrderedDictionary<string, EppPendingActionRecord> records) =>
        (_path, _lockFile, _records) = (path, lockFile, records);

    /// <summary>Opens a store; an empty one if the file does not exist.</summary>
    /// <param name="path">
    /// The path of the file. Its directory must exist. A file of the same name with <c>.lock</c> beside it prevents other processes from opening the
    /// store.
    /// </param>
    /// <exception cref="IOException">The file cannot be opened, or another process has it open.</exception>
    /// <exception cref="InvalidDataException">The file is not a store, or is damaged.</exception>
    public static EppFilePendingActionStore Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var full = Path.GetFullPath(path);
        var lockFile = OwnerOnlyFile.Open(full + ".lock", FileMode.OpenOrCreate, FileShare.None);
        try
        {
            var records = File.Exists(full) ? PendingActionFile.Read(full, File.ReadAllBytes(full)) : [];
            return new EppFilePendingActionStore(full, lockFile, records);
        }
        catch
        {
            lockFile.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The disk is full or not available; the file is unchanged.</exception>
    public ValueTask SaveAsync(EppPendingActionRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        Change(records => records[record.ClientTransactionId] = record);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The disk is full or not available; the file is unchanged.</exception>
    public ValueTask RemoveAsync(string clientTransactionId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(clientTransactionId);
        Change(records => records.Remove(clientTransactionId));
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<EppPendingActionRecord>> ReadAllAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return ValueTask.FromResult<IReadOnlyList<EppPendingActionRecord>>([.. _records.Values]);
        }
    }

    /// <summary>Releases the file for other processes.</summary>
    public void Dispose() => _lockFile.Dispose();

    private void Change(Action<OrderedDictionary<string, EppPendingActionRecord>> change)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(!_lockFile.CanWrite, this);
            var next = new OrderedDictionary<string, EppPendingActionRecord>(_records, StringComparer.Ordinal);
            change(next);
            using (var stream = OwnerOnlyFile.Open(_path + ".new", FileMode.Create, FileShare.None))
            {
                stream.Write(PendingActionFile.Write(next.Values));
                stream.Flush(flushToDisk: true);
            }

            DurableFile.Replace(_path + ".new", _path);
            _records.Clear();
            foreach (var (key, record) in next)
            {
                _records[key] = record;
            }
        }
    }
}
