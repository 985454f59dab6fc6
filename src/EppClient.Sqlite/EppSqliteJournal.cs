using EppClient.Stores;
using Microsoft.Data.Sqlite;

namespace EppClient.Sqlite;

/// <summary>A command journal in an <see cref="EppSqliteDatabase"/>. A record is on disk before its command is sent.</summary>
/// <remarks>
/// Safe for use by several threads. Several processes can share the database if each uses a different owner name: each reconciles only the commands that it
/// sent, because it cannot know which responses the others still wait for.
/// </remarks>
/// <param name="database">The database.</param>
/// <param name="owner">
/// The name of the sender of the commands. It must be the same after a restart, and different from the name of every other process that uses the database.
/// </param>
public sealed class EppSqliteJournal(EppSqliteDatabase database, string owner) : IEppCommandJournal
{
    internal static readonly StorePart Part = new("journal", [
        """
        CREATE TABLE epp_journal (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            owner TEXT NOT NULL,
            account TEXT NOT NULL,
            client_transaction_id TEXT NOT NULL,
            written_at TEXT NOT NULL,
            command TEXT NOT NULL,
            message BLOB NOT NULL
        ) STRICT
        """,

        // By the clock of the database; written_at is by the clock of the process that wrote it. Null in records of earlier versions.
        "ALTER TABLE epp_journal ADD COLUMN registry_time TEXT; ALTER TABLE epp_journal ADD COLUMN recorded_at REAL",
    ]);

    private readonly EppSqliteDatabase _database = database ?? throw new ArgumentNullException(nameof(database));
    private readonly string _owner = string.IsNullOrEmpty(owner) ? throw new ArgumentException("A journal needs the name of its owner.", nameof(owner)) : owner;

    /// <inheritdoc/>
    public async ValueTask RecordAsync(EppJournalRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        try
        {
            await _database.WriteAsync(
                """
                INSERT INTO epp_journal (id, owner, account, client_transaction_id, written_at, command, message, registry_time, recorded_at)
                VALUES ($id, $owner, $account, $cltrid, $written, $command, $message, $registry, unixepoch('subsec'))
                """,
                cancellationToken,
                ("$id", record.Id),
                ("$owner", _owner),
                ("$account", record.Account),
                ("$cltrid", record.ClientTransactionId),
                ("$written", record.WrittenAt),
                ("$command", record.Command),
                ("$message", record.Message.ToArray()),
                ("$registry", record.RegistryTime)).ConfigureAwait(false);
        }
        catch (Exception e) when (IsFailure(e))
        {
            throw Failed(e, " The command was not sent.");
        }
    }

    /// <inheritdoc/>
    public async ValueTask CompleteAsync(string recordId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(recordId);
        try
        {
            await _database.WriteAsync("DELETE FROM epp_journal WHERE id = $id", cancellationToken, ("$id", recordId)).ConfigureAwait(false);
        }
        catch (Exception e) when (IsFailure(e))
        {
            throw Failed(e);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="EppJournalException">The database cannot be read.</exception>
    public async ValueTask<IReadOnlyList<EppJournalRecord>> ReadIncompleteAsync(CancellationToken cancellationToken)
    {
        try
        {
            var connection = await _database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                return await connection.ReadAsync(
                    $"SELECT {StoredRecords.JournalColumns}, unixepoch('subsec') - recorded_at FROM epp_journal WHERE owner = $owner ORDER BY number",
                    StoredRecords.AgedJournal,
                    cancellationToken,
                    ("$owner", _owner)).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (IsFailure(e))
        {
            throw Failed(e);
        }
    }

    private static bool IsFailure(Exception exception) => exception is SqliteException or TimeoutException or ObjectDisposedException;

    private EppJournalException Failed(Exception e, string consequence = "") => new($"The journal in {_database.Path} failed: {e.Message} Fix the cause.{consequence}", e);
}
