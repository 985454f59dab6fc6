using EppClient.Polling;
using Microsoft.Data.Sqlite;

namespace EppClient.Sqlite;

/// <summary>A message on its way through its handler. It begins to write when it is asked to.</summary>
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
                // First, so that no handler writes for a message that another has handled meanwhile.
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

        // Others wait for their turn, and what is left to do takes a while.
        await DisposeAsync().ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => _writer?.DisposeAsync() ?? ValueTask.CompletedTask;
}
