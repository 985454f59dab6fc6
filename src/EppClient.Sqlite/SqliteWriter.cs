using Microsoft.Data.Sqlite;

namespace EppClient.Sqlite;

/// <summary>A write transaction; there is one at a time. Disposing it rolls back what was not committed.</summary>
internal sealed class SqliteWriter(SqliteConnection connection, SqliteTransaction transaction, SemaphoreSlim turn) : IAsyncDisposable
{
    private bool _isDisposed;

    public SqliteConnection Connection => connection;

    public SqliteTransaction Transaction => transaction;

    /// <summary>Commits the transaction. Not cancellable, because the outcome would be unknown.</summary>
    public Task CommitAsync() => transaction.CommitAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, true))
        {
            return;
        }

        try
        {
            await transaction.DisposeAsync().ConfigureAwait(false);
            await connection.DisposeAsync().ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }
}
