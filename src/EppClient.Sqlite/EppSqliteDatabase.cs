using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace EppClient.Sqlite;

/// <summary>
/// An SQLite file for the stores of this package on one machine: commands whose outcome is unknown, pending actions, handled poll messages, bulk jobs. One file
/// can hold the stores of all accounts.
/// </summary>
/// <remarks>
/// <para>Safe for use by several threads, and by several processes of one machine. Keep the file on a local disk: the locks of SQLite are not reliable on a
/// network file system.</para>
/// <para>Data that a store has confirmed is on disk: the file is written through a log (<c>journal_mode=WAL</c>) that is flushed at each commit
/// (<c>synchronous=FULL</c>), so the data survives <c>kill -9</c>, a crash of the system and a power failure. SQLite allows one writer at a time. The stores
/// wait for each other without blocking a thread, and up to 30 seconds for other processes.</para>
/// <para>The file is readable by its owner only (0600). It never contains passwords, authorization information or tokens of commands; it can contain personal
/// data.</para>
/// </remarks>
public sealed class EppSqliteDatabase : IAsyncDisposable
{
    private const int NotADatabase = 26;
    private static readonly TimeSpan BusyTimeout = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly string _connectionString;

    private EppSqliteDatabase(string path, string connectionString) => (Path, _connectionString, Source) = (path, connectionString, new SqliteSource(this, connectionString));

    /// <summary>The full path of the file.</summary>
    public string Path { get; }

    /// <summary>
    /// The data source of the connections, for tables of your own and for stores of other packages. A connection opened asynchronously flushes each commit to disk.
    /// It must not be open while the database is disposed.
    /// </summary>
    public DbDataSource Source { get; }

    /// <summary>Opens a database, and creates the file and its tables if they do not exist. Several processes can do so at the same time.</summary>
    /// <param name="path">The file. Its directory must exist. SQLite keeps two more files beside it while it is open, <c>-wal</c> and <c>-shm</c>.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="IOException">The file cannot be created.</exception>
    /// <exception cref="SqliteException">The file cannot be opened or written.</exception>
    /// <exception cref="InvalidDataException">The file is not an SQLite database, or a newer version of this package has written it.</exception>
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
            throw new InvalidDataException($"The file {full} is not an SQLite database. Use another file, or move this one.", e);
        }
        catch
        {
            await database.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Closes the pooled connections. Call it when the database is no longer used.</summary>
    public ValueTask DisposeAsync()
    {
        using (var connection = new SqliteConnection(_connectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        _writing.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Returns the path of the file.</summary>
    public override string ToString() => Path;

    /// <summary>Opens a connection for reading.</summary>
    internal async ValueTask<SqliteConnection> OpenConnectionAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);

            // SQLite itself retries after a few milliseconds; the provider, which retries after that, only every 150 ms.
            await connection.ExecuteAsync("PRAGMA synchronous = FULL; PRAGMA busy_timeout = 1000", cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Waits until no other writer is active, and begins a write transaction.</summary>
    /// <exception cref="TimeoutException">Another writer in this process has taken too long.</exception>
    internal async ValueTask<SqliteWriter> BeginWriteAsync(CancellationToken cancellationToken)
    {
        if (!await _writing.WaitAsync(BusyTimeout, cancellationToken).ConfigureAwait(false))
        {
            throw new TimeoutException(
                $"A transaction on {Path} in this process has been open for more than {BusyTimeout.TotalSeconds} seconds. A handler that writes through its transaction "
                + "and then sends commands whose journal is in the same file waits for itself. Send commands first, or use a separate file for the journal.");
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

    /// <summary>Runs one statement in its own transaction.</summary>
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

    // Creates the file before SQLite does, which would make it readable by other users. SQLite gives its additional files the same permissions.
    private static void Create(string path) => OwnerOnlyFile.Open(path, FileMode.OpenOrCreate, FileShare.ReadWrite | FileShare.Delete).Dispose();

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var connection = await OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            // The setting is stored in the file.
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
