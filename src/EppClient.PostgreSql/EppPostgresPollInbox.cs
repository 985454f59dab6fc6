using EppClient.Polling;
using EppClient.Stores;

namespace EppClient.PostgreSql;

/// <summary>
/// An inbox of poll messages in an <see cref="EppPostgresDatabase"/>. The changes that a handler makes through
/// <see cref="EppPostgresDeliveryExtensions.PostgresTransaction"/> are committed together with the handled state of the message.
/// </summary>
/// <remarks>
/// Safe for use by several threads, processes and machines. The row of a message is locked while its handler runs; a second consumer waits, and then finds the
/// message handled. If a machine loses its network, its lock remains until PostgreSQL notices: after 25 seconds if the database was opened with a connection
/// string, otherwise as the server is configured (<c>tcp_keepalives_idle</c>).
/// </remarks>
/// <param name="database">The database.</param>
public sealed class EppPostgresPollInbox(EppPostgresDatabase database) : IEppPollInbox
{
    internal static readonly StorePart Part = new("poll", [
        """
        CREATE TABLE epp_poll_message (
            account text NOT NULL,
            message_id text NOT NULL,
            queued_at timestamptz NOT NULL,
            state text NOT NULL CHECK (state IN ('open', 'handled', 'dead_letter')),
            tries integer NOT NULL,
            received_at timestamptz NOT NULL,
            handled_at timestamptz,
            dead_lettered_at timestamptz,
            reason text,
            document bytea,
            PRIMARY KEY (account, message_id, queued_at)
        );
        CREATE INDEX epp_poll_message_handled ON epp_poll_message (account, handled_at) WHERE state = 'handled';
        CREATE INDEX epp_poll_message_dead_letter ON epp_poll_message (account, dead_lettered_at) WHERE state = 'dead_letter'
        """,
    ]);

    private const string IsMessage = "account = $1 AND message_id = $2 AND queued_at = $3";

    private readonly EppPostgresDatabase _database = database ?? throw new ArgumentNullException(nameof(database));

    /// <inheritdoc/>
    public async ValueTask<EppPollEntry> ReceiveAsync(EppPollKey key, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);

        // If another consumer is handling the message, this waits for the end of its transaction.
        var rows = await _database.ReadAsync(
            """
            INSERT INTO epp_poll_message AS message (account, message_id, queued_at, state, tries, received_at)
            VALUES ($1, $2, $3, 'open', 1, $4)
            ON CONFLICT (account, message_id, queued_at) DO UPDATE SET tries = message.tries + (message.state = 'open')::integer
            RETURNING state, tries
            """,
            row => new EppPollEntry(StoredRecords.PollState(row.GetString(0)), row.GetInt32(1)),
            cancellationToken,
            [.. Values(key), receivedAt]).ConfigureAwait(false);
        return rows[0];
    }

    /// <inheritdoc/>
    public async ValueTask RevertTryAsync(EppPollKey key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        await _database.ExecuteAsync(
            $"UPDATE epp_poll_message SET tries = tries - 1 WHERE {IsMessage} AND state = 'open' AND tries > 0", cancellationToken, Values(key)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<IEppPollTransaction> BeginAsync(EppPollKey key, DateTimeOffset handledAt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        var transaction = await PostgresPollTransaction.BeginAsync(_database, cancellationToken).ConfigureAwait(false);
        try
        {
            var count = await transaction.Connection.ExecuteAsync(
                $"UPDATE epp_poll_message SET state = 'handled', handled_at = $4, reason = NULL, document = NULL WHERE {IsMessage} AND state <> 'handled'",
                cancellationToken,
                [.. Values(key), handledAt]).ConfigureAwait(false);
            return count > 0 ? transaction : throw new EppPollConflictException(key);
        }
        catch
        {
            await transaction.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DeadLetterAsync(EppDeadLetter message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        var count = await _database.ExecuteAsync(
            $"UPDATE epp_poll_message SET state = 'dead_letter', tries = $4, dead_lettered_at = $5, reason = $6, document = $7 WHERE {IsMessage} AND state = 'open'",
            cancellationToken,
            [.. Values(message.Key), message.Tries, message.DeadLetteredAt, message.Reason, message.Document.ToArray()]).ConfigureAwait(false);
        if (count == 0)
        {
            throw new EppPollConflictException(message.Key);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<EppDeadLetter>> ReadDeadLettersAsync(string account, CancellationToken cancellationToken) => await _database.ReadAsync(
        $"SELECT {StoredRecords.DeadLetterColumns} FROM epp_poll_message WHERE account = $1 AND state = 'dead_letter' ORDER BY dead_lettered_at, queued_at, message_id",
        row => StoredRecords.DeadLetter(row, account),
        cancellationToken,
        account).ConfigureAwait(false);

    /// <inheritdoc/>
    public async ValueTask<int> CountDeadLettersAsync(string account, CancellationToken cancellationToken) => (await _database.ReadAsync(
        "SELECT count(*)::integer FROM epp_poll_message WHERE account = $1 AND state = 'dead_letter'", row => row.GetInt32(0), cancellationToken, account).ConfigureAwait(false))[0];

    /// <inheritdoc/>
    public async ValueTask<EppDeadLetter?> FindDeadLetterAsync(EppPollKey key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        var found = await _database.ReadAsync(
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
        return await _database.ExecuteAsync(
            $"UPDATE epp_poll_message SET state = 'handled', handled_at = $4, reason = NULL, document = NULL WHERE {IsMessage} AND state = 'dead_letter'",
            cancellationToken,
            [.. Values(key), droppedAt]).ConfigureAwait(false) > 0;
    }

    /// <inheritdoc/>
    public async ValueTask<int> PruneAsync(string account, DateTimeOffset handledBefore, CancellationToken cancellationToken) => await _database.ExecuteAsync(
        "DELETE FROM epp_poll_message WHERE account = $1 AND state = 'handled' AND handled_at < $2", cancellationToken, account, handledBefore).ConfigureAwait(false);

    private static object?[] Values(EppPollKey key) => [key.Account, key.MessageId, key.QueuedAt];
}
