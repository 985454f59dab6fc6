using EppClient.Stores;
using Npgsql;

namespace EppClient.PostgreSql;

/// <summary>A store of pending actions in an <see cref="EppPostgresDatabase"/>.</summary>
/// <remarks>
/// Safe for use by several threads. Several machines can share the pending actions of one account: each sends commands, and the machine that reads a message
/// completes the pending action, whichever machine sent the command.
/// </remarks>
/// <param name="database">The database.</param>
/// <param name="account">The account of the pending actions, such as <c>REG-1@epp.example</c>.</param>
public sealed class EppPostgresPendingActionStore(EppPostgresDatabase database, string account) : IEppPendingActionStore
{
    internal static readonly StorePart Part = new("operations", [
        """
        CREATE TABLE epp_operation (
            account text NOT NULL,
            client_transaction_id text NOT NULL,
            server_transaction_id text,
            command text NOT NULL,
            subject text NOT NULL,
            sent_at timestamptz NOT NULL,
            due_at timestamptz NOT NULL,
            PRIMARY KEY (account, client_transaction_id)
        )
        """,
    ]);

    private readonly EppPostgresDatabase _database = database ?? throw new ArgumentNullException(nameof(database));
    private readonly string _account = string.IsNullOrEmpty(account) ? throw new ArgumentException("A store of pending actions requires the name of its account.", nameof(account)) : account;

    /// <inheritdoc/>
    /// <exception cref="NpgsqlException">The database failed.</exception>
    public async ValueTask SaveAsync(EppPendingActionRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        await _database.ExecuteAsync(
            """
            INSERT INTO epp_operation (account, client_transaction_id, server_transaction_id, command, subject, sent_at, due_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (account, client_transaction_id) DO UPDATE SET
                server_transaction_id = excluded.server_transaction_id, command = excluded.command, subject = excluded.subject,
                sent_at = excluded.sent_at, due_at = excluded.due_at
            """,
            cancellationToken,
            _account,
            record.ClientTransactionId,
            record.ServerTransactionId,
            record.Command,
            record.Subject,
            record.SentAt,
            record.DueAt).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <exception cref="NpgsqlException">The database failed.</exception>
    public async ValueTask RemoveAsync(string clientTransactionId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(clientTransactionId);
        await _database.ExecuteAsync(
            "DELETE FROM epp_operation WHERE account = $1 AND client_transaction_id = $2", cancellationToken, _account, clientTransactionId).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <exception cref="NpgsqlException">The database failed.</exception>
    public async ValueTask<IReadOnlyList<EppPendingActionRecord>> ReadAllAsync(CancellationToken cancellationToken) =>
        await _database.ReadAsync(
            $"SELECT {StoredRecords.OperationColumns} FROM epp_operation WHERE account = $1 ORDER BY sent_at, client_transaction_id",
            StoredRecords.Operation,
            cancellationToken,
            _account).ConfigureAwait(false);
}
