using System.Data;
using Npgsql;

namespace EppClient.PostgreSql;

/// <summary>
/// A database of PostgreSQL in which the stores of this package keep what several machines have to remember together: commands whose
/// outcome is open, operations that wait for a decision, poll messages that were handled, jobs. One database may hold all of them, of all
/// accounts, beside tables of your own.
/// </summary>
/// <remarks>
/// <para>Safe for use by several threads, processes and machines. The tables are called <c>epp_...</c> and stand in the first schema of
/// the connection's <c>search_path</c>, which your connection string may set (<c>Search Path=epp</c>).</para>
/// <para>What a store has returned must be on the disk: opening fails where <c>synchronous_commit</c> is off.</para>
/// <para>The stores use the isolation level read committed. If the default of the database or the user differs, connections that are opened with
/// a connection string are set to that level; on connections of your own, statements that fail with 40001 (serialization failure) are repeated.</para>
/// </remarks>
public sealed class EppPostgresDatabase : IAsyncDisposable
{
    private readonly bool _isOwner;

    private EppPostgresDatabase(NpgsqlDataSource source, bool isOwner) => (Source, _isOwner) = (source, isOwner);

    /// <summary>Where connections come from. Its text does not show the password.</summary>
    public NpgsqlDataSource Source { get; }

    /// <summary>Opens a database; makes its tables where they are missing. Several processes may do so at once.</summary>
    /// <param name="connectionString">How to reach it, as Npgsql writes it.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="ArgumentException">The connection string is wrong.</exception>
    /// <inheritdoc cref="OpenAsync(NpgsqlDataSource, CancellationToken)" path="/exception"/>
    public static Task<EppPostgresDatabase> OpenAsync(string connectionString, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        return OpenAsync(new EppPostgresDatabase(NpgsqlDataSource.Create(PostgresConnection.With(connectionString, PostgresConnection.Pinned)), isOwner: true), cancellationToken);
    }

    /// <summary>Opens a database over connections that are yours, and that you close after it; makes its tables where they are missing.</summary>
    /// <param name="source">The connections.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="NpgsqlException">The database cannot be reached, or the user may not make tables.</exception>
    /// <exception cref="InvalidDataException">A newer version of this package has made the tables.</exception>
    /// <exception cref="InvalidOperationException">The database does not keep what it has committed: <c>synchronous_commit</c> is off.</exception>
    public static Task<EppPostgresDatabase> OpenAsync(NpgsqlDataSource source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        return OpenAsync(new EppPostgresDatabase(source, isOwner: false), cancellationToken);
    }

    /// <summary>Closes the connections where it has opened them itself.</summary>
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
                    "synchronous_commit is off: PostgreSQL could forget what it has committed, and commands would be sent twice. Set it to on for the user or the connection (Options=-c synchronous_commit=on).");
            }

            // At read committed, whatever the default is: this session must see what another one created while it waited for the lock.
            var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                await PostgresSchema.ApplyAsync(connection, cancellationToken).ConfigureAwait(false);
                await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
