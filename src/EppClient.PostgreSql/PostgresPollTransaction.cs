using EppClient.Polling;
using Npgsql;

namespace EppClient.PostgreSql;

/// <summary>The transaction of a message while its handler runs; the row of the message is locked.</summary>
internal sealed class PostgresPollTransaction : IEppPollTransaction
{
    private bool _isDisposed;

    private PostgresPollTransaction(NpgsqlConnection connection, NpgsqlTransaction transaction) => (Connection, Transaction) = (connection, transaction);

    public NpgsqlConnection Connection { get; }

    public NpgsqlTransaction Transaction { get; }

    public static async ValueTask<PostgresPollTransaction> BeginAsync(EppPostgresDatabase database, CancellationToken cancellationToken)
    {
        var connection = await database.Source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return new PostgresPollTransaction(connection, await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false));
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async ValueTask CommitAsync(CancellationToken cancellationToken)
    {
        await Transaction.CommitAsync(cancellationToken).ConfigureAwait(false);

        // Frees the connection early: the remaining work takes a while.
        await DisposeAsync().ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        // Npgsql reuses the objects of a connection: disposing them twice could affect another user.
        if (Interlocked.Exchange(ref _isDisposed, true))
        {
            return;
        }

        await Transaction.DisposeAsync().ConfigureAwait(false);
        await Connection.DisposeAsync().ConfigureAwait(false);
    }
}
