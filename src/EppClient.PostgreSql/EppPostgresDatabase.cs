using System.Data;
using Npgsql;

namespace EppClient.PostgreSql;

/// <summary>
/// A PostgreSQL database for the stores of this package, shared by several machines: commands whose outcome is unknown, pending actions, handled poll messages,
/// bulk jobs. One database can hold the stores of all accounts, beside tables of your own.
/// </summary>
/// <remarks>
/// <para>Safe for use by several threads, processes and machines. The tables are named <c>epp_...</c> and are in the first schema of the connection's
/// <c>search_path</c>, which the connection string can set (<c>Search Path=epp</c>).</para>
/// <para>Data that a store has confirmed must be on disk: opening fails if <c>synchronous_commit</c> is off.</para>
/// <para>The stores use the isolation level read committed. If the default of the database or the user differs, connections opened with a connection string are
/// set to that level; on a data source of your own, statements that fail with 40001 (serialization failure) are repeated.</para>
/// </remarks>
public sealed class EppPostgresDatabase : IAsyncDisposable
{
    private readonly bool _isOwner;

    private EppPostgresDatabase(NpgsqlDataSource source, bool isOwner, TimeProvider time) => (Source, _isOwner, Time) = (source, isOwner, time);

    /// <summary>The data source of the connections. Its text does not show the password.</summary>
    public NpgsqlDataSource Source { get; }

    /// <summary>The clock of the delays between tries.</summary>
    internal TimeProvider Time { get; }

    /// <summary>Opens a database, and creates its tables if they do not exist. Several processes can do so at the same time.</summary>
    /// <param name="connectionString">The Npgsql connection string.</param>
    /// <param name="timeProvider">The clock of delays before a statement is repeated. Default: null, the system clock.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="ArgumentException">The connection string is invalid.</exception>
    /// <inheritdoc cref="OpenAsync(NpgsqlDataSource, TimeProvider, CancellationToken)" path="/exception"/>
    public static Task<EppPostgresDatabase> OpenAsync(string connectionString, TimeProvider? timeProvider = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        var source = NpgsqlDataSource.Create(PostgresConnection.With(connectionString, PostgresConnection.Pinned));
        return OpenAsync(new EppPostgresDatabase(source, isOwner: true, timeProvider ?? TimeProvider.System), cancellationToken);
    }

    /// <summary>
    /// Opens a database with a data source that you own, and creates its tables if they do not exist. Dispose the data source after the database.
    /// </summary>
    /// <param name="source">The data source.</param>
    /// <param name="timeProvider">The clock of delays before a statement is repeated. Default: null, the system clock.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="NpgsqlException">The database cannot be reached, or the user is not allowed to create tables.</exception>
    /// <exception cref="InvalidDataException">A newer version of this package created the tables.</exception>
    /// <exception cref="InvalidOperationException">The database may lose committed data: <c>synchronous_commit</c> is off.</exception>
    public static Task<EppPostgresDatabase> OpenAsync(NpgsqlDataSource source, TimeProvider? timeProvider = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        return OpenAsync(new EppPostgresDatabase(source, isOwner: false, timeProvider ?? TimeProvider.System), cancellationToken);
    }

    /// <summary>Closes the connections, unless the data source was passed by the caller.</summary>
    public ValueTask DisposeAsync() => _isOwner ? Source.DisposeAsync() : ValueTask.CompletedTask;

    private static async Task<EppPostgresDatabase> OpenAsync(EppPostgresDatabase database, CancellationToken cancellationToken)
    {
        try
        {
            await database.PrepareAsync(cancellationToken).ConfigureAwait(false);
            return database;
        }
        catch
        {
            await database.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var connection = await Source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var durability = await connection.ReadAsync("SHOW synchronous_commit", row => row.GetString(0), cancellationToken).ConfigureAwait(false);
            if (durability is ["off"])
            {
                throw new InvalidOperationException(
                    "synchronous_commit is off: PostgreSQL may lose committed data, and commands may be sent twice. Set it to on for the user or the connection (Options=-c synchronous_commit=on).");
            }

            // Requires read committed, whatever the default is: this session must see the tables that another one created while it waited for the lock.
            var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                await PostgresSchema.ApplyAsync(connection, cancellationToken).ConfigureAwait(false);
                await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
