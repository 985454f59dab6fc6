using EppClient.Recovery;

namespace EppClient;

/// <summary>
/// A store in a file of JSON. Every change writes the whole file anew beside the old one, flushes it to the disk and takes its place, so
/// that a crash finds one of them whole. One process at a time can have it open.
/// </summary>
/// <remarks>Made for some hundreds of open operations, not for a hundred thousand. The file is readable for its owner only (0600).</remarks>
public sealed class EppFilePendingActionStore : IEppPendingActionStore, IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly Lock _lock = new();
    private readonly string _path;
    private readonly FileStream _lockFile;
    private readonly OrderedDictionary<string, EppPendingActionRecord> _records;

    private EppFilePendingActionStore(string path, FileStream lockFile, OrderedDictionary<string, EppPendingActionRecord> records) =>
        (_path, _lockFile, _records) = (path, lockFile, records);

    /// <summary>Opens a store; an empty one where there is no file.</summary>
    /// <param name="path">The file. Its folder must exist. Beside it, a file of the same name with <c>.lock</c> keeps other processes away.</param>
    /// <exception cref="IOException">The file cannot be opened, or is open elsewhere.</exception>
    /// <exception cref="InvalidDataException">The file is no store, or is damaged.</exception>
    public static EppFilePendingActionStore Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var full = Path.GetFullPath(path);
        var lockFile = OpenStream(full + ".lock", FileMode.OpenOrCreate);
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
    /// <exception cref="IOException">The disk is full or gone; the file is as it was.</exception>
    public ValueTask SaveAsync(EppPendingActionRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        Change(records => records[record.ClientTransactionId] = record);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The disk is full or gone; the file is as it was.</exception>
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

    /// <summary>Lets other processes have the file.</summary>
    public void Dispose() => _lockFile.Dispose();

    private void Change(Action<OrderedDictionary<string, EppPendingActionRecord>> change)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(!_lockFile.CanWrite, this);
            var next = new OrderedDictionary<string, EppPendingActionRecord>(_records, StringComparer.Ordinal);
            change(next);
            using (var stream = OpenStream(_path + ".new", FileMode.Create))
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

    private static FileStream OpenStream(string path, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return new FileStream(path, options);
    }
}
