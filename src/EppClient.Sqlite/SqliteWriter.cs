using Microsoft.Data.Sqlite;

namespace EppClient.Sqlite;

/// <summary>The one that writes. What it has not committed when it is disposed did not happen.</summary>
internal sealed class SqliteWriter(SqliteConnection connection, SqliteTransaction transaction, SemaphoreSlim turn) : IAsyncDisposable
{
    private bool _isDisposed;

    public SqliteConnection Connection => connection;

    public SqliteTransaction Transaction => transaction;

    /// <summary>Not to be cancelled: nobody would know what became of it.</summary>
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
