using EppClient.Stores;
using Microsoft.Data.Sqlite;

namespace EppClient.Sqlite;

/// <summary>A store of pending actions in an <see cref="EppSqliteDatabase"/>.</summary>
/// <remarks>Safe for use by several threads.</remarks>
/// <param name="database">The database.</param>
/// <param name="account">The account of the pending actions, such as <c>REG-1@epp.example</c>. Use one tracker for each account.</param>
public sealed class EppSqlitePendingActionStore(EppSqliteDatabase database, string account) : IEppPendingActionStore
{
    internal static readonly StorePart Part = new("operations", [
        """
        CREATE TABLE epp_operation (
            account TEXT NOT NULL,
            client_transaction_id TEXT NOT NULL,
            server_transaction_id TEXT,
            command TEXT NOT NULL,
            subject TEXT NOT NULL,
            sent_at TEXT NOT NULL,
            due_at TEXT NOT NULL,
            PRIMARY KEY (account, client_transaction_id)
        ) STRICT
        """,
    ]);

    private readonly EppSqliteDatabase _database = database ?? throw new ArgumentNullException(nameof(database));
    private readonly string _account = string.IsNullOrEmpty(account) ? throw new ArgumentException("A store of pending actions requires the name of its account.", nameof(account)) : account;

    /// <inheritdoc/>
    /// <exception cref="SqliteException">The database failed.</exception>
    public async ValueTask SaveAsync(EppPendingActionRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        await _database.WriteAsync(
            """
            INSERT OR REPLACE INTO epp_operation (account, client_transaction_id, server_transaction_id, command, subject, sent_at, due_at)
            VALUES ($account, $cltrid, $svtrid, $command, $subject, $sent, $due)
            """,
            cancellationToken,
            ("$account", _account),
            ("$cltrid", record.ClientTransactionId),
            ("$svtrid", record.ServerTransactionId),
            ("$command", record.Command),
            ("$subject", record.Subject),
            ("$sent", record.SentAt),
            ("$due", record.DueAt)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <exception cref="SqliteException">The database failed.</exception>
    public async ValueTask RemoveAsync(string clientTransactionId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(clientTransactionId);
        await _database.WriteAsync(
            "DELETE FROM epp_operation WHERE account = $account AND client_transaction_id = $cltrid",
            cancellationToken,
            ("$account", _account),
            ("$cltrid", clientTransactionId)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <exception cref="SqliteException">The database failed.</exception>
    public async ValueTask<IReadOnlyList<EppPendingActionRecord>> ReadAllAsync(CancellationToken cancellationToken)
    {
        var connection = await _database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            return await connection.ReadAsync(
                $"SELECT {StoredRecords.OperationColumns} FROM epp_operation WHERE account = $account ORDER BY sent_at, client_transaction_id",
                StoredRecords.Operation,
                cancellationToken,
                ("$account", _account)).ConfigureAwait(false);
        }
    }
}
