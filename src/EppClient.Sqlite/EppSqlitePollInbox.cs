using System.Data.Common;
using EppClient.Polling;
using EppClient.Stores;
using Microsoft.Data.Sqlite;

namespace EppClient.Sqlite;

/// <summary>
/// An inbox of poll messages in an <see cref="EppSqliteDatabase"/>. The changes that a handler makes through
/// <see cref="EppSqliteDeliveryExtensions.BeginSqliteAsync"/> are committed together with the handled state of the message.
/// </summary>
/// <remarks>Safe for use by several threads and processes of one machine.</remarks>
/// <param name="database">The database.</param>
public sealed class EppSqlitePollInbox(EppSqliteDatabase database) : IEppPollInbox
{
    internal static readonly StorePart Part = new("poll", [
        """
        CREATE TABLE epp_poll_message (
            account TEXT NOT NULL,
            message_id TEXT NOT NULL,
            queued_at TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('open', 'handled', 'dead_letter')),
            tries INTEGER NOT NULL,
            received_at TEXT NOT NULL,
            handled_at TEXT,
            dead_lettered_at TEXT,
            reason TEXT,
            document BLOB,
            PRIMARY KEY (account, message_id, queued_at)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX epp_poll_message_handled ON epp_poll_message (account, handled_at) WHERE state = 'handled';
        CREATE INDEX epp_poll_message_dead_letter ON epp_poll_message (account, dead_lettered_at) WHERE state = 'dead_letter'
        """,
    ]);

    private const string IsMessage = "account = $account AND message_id = $id AND queued_at = $queued";

    private readonly EppSqliteDatabase _database = database ?? throw new ArgumentNullException(nameof(database));

    /// <inheritdoc/>
    public async ValueTask<EppPollEntry> ReceiveAsync(EppPollKey key, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        var writer = await _database.BeginWriteAsync(cancellationToken).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            var rows = await writer.Connection.ReadAsync(
                """
                INSERT INTO epp_poll_message (account, message_id, queued_at, state, tries, received_at)
                VALUES ($account, $id, $queued, 'open', 1, $now)
                ON CONFLICT (account, message_id, queued_at) DO UPDATE SET tries = tries + (state = 'open')
                RETURNING state, tries
                """,
                row => new EppPollEntry(StoredRecords.PollState(row.GetString(0)), row.GetInt32(1)),
                cancellationToken,
                [.. Values(key), ("$now", receivedAt)]).ConfigureAwait(false);
            await writer.CommitAsync().ConfigureAwait(false);
            return rows[0];
        }
    }

    /// <inheritdoc/>
    public async ValueTask RevertTryAsync(EppPollKey key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        await _database.WriteAsync(
            $"UPDATE epp_poll_message SET tries = tries - 1 WHERE {IsMessage} AND state = 'open' AND tries > 0", cancellationToken, Values(key)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Nothing is locked until the handler requests the connection or completes: SQLite allows one writer at a time, and commands that the handler sends may
    /// have a journal in the same file.
    /// </remarks>
    public ValueTask<IEppPollTransaction> BeginAsync(EppPollKey key, DateTimeOffset handledAt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        return ValueTask.FromResult<IEppPollTransaction>(new SqlitePollTransaction(_database, key, handledAt));
    }

    /// <inheritdoc/>
    public async ValueTask DeadLetterAsync(EppDeadLetter message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        var count = await _database.WriteAsync(
            $"""
            UPDATE epp_poll_message SET state = 'dead_letter', tries = $tries, dead_lettered_at = $deadLettered, reason = $reason, document = $document
            WHERE {IsMessage} AND state = 'open'
            """,
            cancellationToken,
            [
                .. Values(message.Key), ("$tries", message.Tries), ("$deadLettered", message.DeadLetteredAt), ("$reason", message.Reason), ("$document", message.Document.ToArray()),
            ]).ConfigureAwait(false);
        if (count == 0)
        {
            throw new EppPollConflictException(message.Key);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<EppDeadLetter>> ReadDeadLettersAsync(string account, CancellationToken cancellationToken) => await ReadAsync(
        $"SELECT {StoredRecords.DeadLetterColumns} FROM epp_poll_message WHERE account = $account AND state = 'dead_letter' ORDER BY dead_lettered_at, queued_at, message_id",
        row => StoredRecords.DeadLetter(row, account),
        cancellationToken,
        ("$account", account)).ConfigureAwait(false);

    /// <inheritdoc/>
    public async ValueTask<int> CountDeadLettersAsync(string account, CancellationToken cancellationToken) => (await ReadAsync(
        "SELECT count(*) FROM epp_poll_message WHERE account = $account AND state = 'dead_letter'", row => row.GetInt32(0), cancellationToken, ("$account", account)).ConfigureAwait(false))[0];

    /// <inheritdoc/>
    public async ValueTask<EppDeadLetter?> FindDeadLetterAsync(EppPollKey key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        var found = await ReadAsync(
            $"SELECT {StoredRecords.DeadLetterColumns} FROM epp_poll_message WHERE {IsMessage} AND state = 'dead_letter'",
            row => StoredRecords.DeadLetter(row, key.Account),
            cancellationToken,
            Values(key)).ConfigureAwait(false);
        return found is [var message] ? message : null;
    }

    /// <inheritdoc/>
    public async ValueTask<bool> DeleteDeadLetterAsync(EppPollKey key, DateTimeOffset droppedAt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        return await _database.WriteAsync(
            $"UPDATE epp_poll_message SET state = 'handled', handled_at = $now, reason = NULL, document = NULL WHERE {IsMessage} AND state = 'dead_letter'",
            cancellationToken,
            [.. Values(key), ("$now", droppedAt)]).ConfigureAwait(false) > 0;
    }

    /// <inheritdoc/>
    public async ValueTask<int> PruneAsync(string account, DateTimeOffset handledBefore, CancellationToken cancellationToken) => await _database.WriteAsync(
        "DELETE FROM epp_poll_message WHERE account = $account AND state = 'handled' AND handled_at < $before",
        cancellationToken,
        ("$account", account),
        ("$before", handledBefore)).ConfigureAwait(false);

    /// <summary>Marks a message as handled, in the transaction of its handler.</summary>
    /// <exception cref="EppPollConflictException">The message was already handled.</exception>
    internal static async Task SetHandledAsync(SqliteConnection connection, EppPollKey key, DateTimeOffset handledAt, CancellationToken cancellationToken)
    {
        var count = await connection.ExecuteAsync(
            $"UPDATE epp_poll_message SET state = 'handled', handled_at = $now, reason = NULL, document = NULL WHERE {IsMessage} AND state <> 'handled'",
            cancellationToken,
            [.. Values(key), ("$now", handledAt)]).ConfigureAwait(false);
        if (count == 0)
        {
            throw new EppPollConflictException(key);
        }
    }

    private async Task<List<T>> ReadAsync<T>(string sql, Func<DbDataReader, T> read, CancellationToken cancellationToken, params (string Name, object? Value)[] values)
    {
        var connection = await _database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            return await connection.ReadAsync(sql, read, cancellationToken, values).ConfigureAwait(false);
        }
    }

    private static (string Name, object? Value)[] Values(EppPollKey key) => [("$account", key.Account), ("$id", key.MessageId), ("$queued", key.QueuedAt)];
}
