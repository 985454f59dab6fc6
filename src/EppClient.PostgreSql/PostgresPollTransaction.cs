using EppClient.Polling;
using Npgsql;

namespace EppClient.PostgreSql;

/// <summary>A message on its way through its handler; its row is locked.</summary>
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

        // The connection is needed no more, and what is left to do takes a while.
        await DisposeAsync().ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        // Npgsql uses the objects of a connection again: a second time they would be somebody else's.
        if (Interlocked.Exchange(ref _isDisposed, true))
        {
            return;
        }

        await Transaction.DisposeAsync().ConfigureAwait(false);
        await Connection.DisposeAsync().ConfigureAwait(false);
    }
}
