using EppClient.Polling;
using Microsoft.Data.Sqlite;

namespace EppClient.Sqlite;

/// <summary>The transaction of a message while its handler runs. It begins to write when the handler requests it.</summary>
internal sealed class SqlitePollTransaction(EppSqliteDatabase database, EppPollKey key, DateTimeOffset handledAt) : IEppPollTransaction
{
    private SqliteWriter? _writer;

    public async ValueTask<SqliteTransaction> BeginAsync(CancellationToken cancellationToken)
    {
        if (_writer is null)
        {
            var writer = await database.BeginWriteAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                // Marks the message first, so that the handler does not write for a message that another consumer has handled in the meantime.
                await EppSqlitePollInbox.SetHandledAsync(writer.Connection, key, handledAt, cancellationToken).ConfigureAwait(false);
                _writer = writer;
            }
            catch
            {
                await writer.DisposeAsync().ConfigureAwait(false);
                throw;
            }
        }

        return _writer.Transaction;
    }

    public async ValueTask CommitAsync(CancellationToken cancellationToken)
    {
        await BeginAsync(cancellationToken).ConfigureAwait(false);
        await _writer!.CommitAsync().ConfigureAwait(false);

        // Frees the write lock early: other writers wait, and the remaining work takes a while.
        await DisposeAsync().ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => _writer?.DisposeAsync() ?? ValueTask.CompletedTask;
}
