using Microsoft.Data.Sqlite;

namespace EppClient.Sqlite;

/// <summary>
/// A file of SQLite in which the stores of this package keep what a machine has to remember: commands whose outcome is open, operations
/// that wait for a decision, poll messages that were handled, jobs. One file may hold all of them, of all accounts.
/// </summary>
/// <remarks>
/// <para>Safe for use by several threads, and by several processes of one machine. Keep the file on a local disk: SQLite's locks do not
/// hold over a network.</para>
/// <para>What a store has returned is on the disk: the file is written through a log (<c>journal_mode=WAL</c>) that is flushed at each commit
/// (<c>synchronous=FULL</c>), so that it survives <c>kill -9</c>, a crash of the system and a loss of power. SQLite lets one write at a
/// time; the stores wait for each other without blocking a thread, and up to 30 seconds for other processes.</para>
/// <para>The file is made readable for its owner only (0600). Passwords, authorization information and tokens of commands are never in it;
/// personal data can be.</para>
/// </remarks>
public sealed class EppSqliteDatabase : IAsyncDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const int NotADatabase = 26;
    private static readonly TimeSpan BusyTimeout = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly string _connectionString;

    private EppSqliteDatabase(string path, string connectionString) => (Path, _connectionString) = (path, connectionString);

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Opens a database; makes the file and its tables where they are missing. Several processes may do so at once.</summary>
    /// <param name="path">The file. Its folder must exist. SQLite keeps two more beside it while it is open, <c>-wal</c> and <c>-shm</c>.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="IOException">The file cannot be made.</exception>
    /// <exception cref="SqliteException">The file cannot be opened or written.</exception>
    /// <exception cref="InvalidDataException">The file is no database of SQLite, or a newer version of this package has written it.</exception>
    public static async Task<EppSqliteDatabase> OpenAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var full = System.IO.Path.GetFullPath(path);
        Create(full);
        var connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = full,
            Mode = SqliteOpenMode.ReadWrite,
            DefaultTimeout = (int)BusyTimeout.TotalSeconds,
        }.ToString();
        var database = new EppSqliteDatabase(full, connectionString);
        try
        {
            await database.PrepareAsync(cancellationToken).ConfigureAwait(false);
            return database;
        }
        catch (SqliteException e) when (e.SqliteErrorCode == NotADatabase)
        {
            await database.DisposeAsync().ConfigureAwait(false);
            throw new InvalidDataException($"The file {full} is no database of SQLite. Name another file, or move this one away.", e);
        }
        catch
        {
            await database.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Closes the connections that wait to be used again. Call it when nothing uses the database any more.</summary>
    public ValueTask DisposeAsync()
    {
        using (var connection = new SqliteConnection(_connectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        _writing.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The file.</summary>
    public override string ToString() => Path;

    /// <summary>A connection to read with.</summary>
    internal async ValueTask<SqliteConnection> OpenConnectionAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);

            // SQLite itself looks again after a few milliseconds; the provider, whose turn is next, only every 150.
            await connection.ExecuteAsync("PRAGMA synchronous = FULL; PRAGMA busy_timeout = 1000", cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Waits until nobody else writes, and begins to.</summary>
    /// <exception cref="TimeoutException">Somebody in this process has written for too long.</exception>
    internal async ValueTask<SqliteWriter> BeginWriteAsync(CancellationToken cancellationToken)
    {
        if (!await _writing.WaitAsync(BusyTimeout, cancellationToken).ConfigureAwait(false))
        {
            throw new TimeoutException(
                $"Somebody in this process has kept a transaction on {Path} open for more than {BusyTimeout.TotalSeconds} seconds. A handler that writes through its transaction "
                + "and then sends commands whose journal is in the same file waits for itself: send commands first, or give the journal a file of its own.");
        }

        SqliteConnection? connection = null;
        try
        {
            connection = await OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            return new SqliteWriter(connection, connection.BeginTransaction(deferred: false), _writing);
        }
        catch
        {
            if (connection is not null)
            {
                await connection.DisposeAsync().ConfigureAwait(false);
            }

            _writing.Release();
            throw;
        }
    }

    /// <summary>One statement, in a transaction of its own.</summary>
    internal async ValueTask<int> WriteAsync(string sql, CancellationToken cancellationToken, params (string Name, object? Value)[] values)
    {
        var writer = await BeginWriteAsync(cancellationToken).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            var count = await writer.Connection.ExecuteAsync(sql, cancellationToken, values).ConfigureAwait(false);
            await writer.CommitAsync().ConfigureAwait(false);
            return count;
        }
    }

    private static void Create(string path)
    {
        // Before SQLite does, whose files are open to others. Those beside it get the same permissions.
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite | FileShare.Delete };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        new FileStream(path, options).Dispose();
    }

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var connection = await OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            // The file remembers it.
            await connection.ExecuteAsync("PRAGMA journal_mode = WAL", cancellationToken).ConfigureAwait(false);
        }

        var writer = await BeginWriteAsync(cancellationToken).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            await SqliteSchema.ApplyAsync(writer.Connection, Path, cancellationToken).ConfigureAwait(false);
            await writer.CommitAsync().ConfigureAwait(false);
        }
    }
}
