using EppClient.Stores;
using Npgsql;

namespace EppClient.PostgreSql;

/// <summary>A command journal in an <see cref="EppPostgresDatabase"/>. A record is committed before its command is sent.</summary>
/// <remarks>
/// Safe for use by several threads. Several processes and machines can share the database if each uses a different owner name: each reconciles only the
/// commands that it sent, because it cannot know which responses the others still wait for. To reconcile the records of a machine that will not return, create
/// a journal with that machine's owner name.
/// </remarks>
/// <param name="database">The database.</param>
/// <param name="owner">
/// The name of the sender of the commands, such as the name of the machine. It must be the same after a restart, and different from the name of every other
/// process that uses the database.
/// </param>
public sealed class EppPostgresJournal(EppPostgresDatabase database, string owner) : IEppCommandJournal
{
    internal static readonly StorePart Part = new("journal", [
        """
        CREATE TABLE epp_journal (
            number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            id text NOT NULL UNIQUE,
            owner text NOT NULL,
            account text NOT NULL,
            client_transaction_id text NOT NULL,
            written_at timestamptz NOT NULL,
            command text NOT NULL,
            message bytea NOT NULL
        );
        CREATE INDEX epp_journal_owner ON epp_journal (owner, number)
        """,

        // By the clock of the database; written_at is by the clock of the writer, which may differ from the reader's. Null in records of earlier versions.
        """
        ALTER TABLE epp_journal ADD COLUMN registry_time timestamptz, ADD COLUMN recorded_at timestamptz;
        ALTER TABLE epp_journal ALTER COLUMN recorded_at SET DEFAULT clock_timestamp()
        """,
    ]);

    private readonly EppPostgresDatabase _database = database ?? throw new ArgumentNullException(nameof(database));
    private readonly string _owner = string.IsNullOrEmpty(owner) ? throw new ArgumentException("A journal needs the name of its owner.", nameof(owner)) : owner;

    /// <inheritdoc/>
    public async ValueTask RecordAsync(EppJournalRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        try
        {
            await _database.ExecuteAsync(
                """
                INSERT INTO epp_journal (id, owner, account, client_transaction_id, written_at, command, message, registry_time)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                """,
                cancellationToken,
                record.Id,
                _owner,
                record.Account,
                record.ClientTransactionId,
                record.WrittenAt,
                record.Command,
                record.Message.ToArray(),
                record.RegistryTime).ConfigureAwait(false);
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
            await _database.ExecuteAsync("DELETE FROM epp_journal WHERE id = $1", cancellationToken, recordId).ConfigureAwait(false);
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
            return await _database.ReadAsync(
                $"SELECT {StoredRecords.JournalColumns}, extract(epoch FROM clock_timestamp() - recorded_at)::float8 FROM epp_journal WHERE owner = $1 ORDER BY number",
                StoredRecords.AgedJournal,
                cancellationToken,
                _owner).ConfigureAwait(false);
        }
        catch (Exception e) when (IsFailure(e))
        {
            throw Failed(e);
        }
    }

    private static bool IsFailure(Exception exception) => exception is NpgsqlException or TimeoutException or ObjectDisposedException;

    private static EppJournalException Failed(Exception e, string consequence = "") => new($"The journal in PostgreSQL failed: {e.Message} Fix the cause.{consequence}", e);
}
