using System.Data.Common;
using EppClient.Bulk;
using EppClient.Stores;
using Microsoft.Data.Sqlite;

namespace EppClient.Sqlite;

/// <summary>A bulk job in an <see cref="EppSqliteDatabase"/>, for one machine. It continues immediately after a kill.</summary>
/// <remarks>
/// Safe for use by several threads. A locked file beside the database ensures that one process at a time works on a job. Rows are stored as they were passed,
/// including personal data, and including secrets until the row is done (<see cref="EppBulkTask.HoldsSecrets"/>).
/// </remarks>
/// <param name="database">The database. It can hold any number of jobs.</param>
/// <param name="job">The id of the job, such as <c>nameservers-2026-11</c>.</param>
public sealed class EppSqliteBulkStore(EppSqliteDatabase database, string job) : IEppBulkStore
{
    internal static readonly StorePart Part = new("bulk", [
        """
        CREATE TABLE epp_bulk_job (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            task TEXT NOT NULL,
            account TEXT NOT NULL,
            loaded INTEGER NOT NULL DEFAULT 0,
            is_loaded INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE TABLE epp_bulk_row (
            job INTEGER NOT NULL,
            number INTEGER NOT NULL,
            key TEXT NOT NULL,
            data TEXT NOT NULL,
            state INTEGER NOT NULL DEFAULT 0,
            started_id TEXT,
            started_at TEXT,
            started_command TEXT,
            started_message BLOB,
            client_transaction_id TEXT,
            server_transaction_id TEXT,
            code INTEGER,
            message TEXT,
            reason TEXT,
            value TEXT,
            ended_at TEXT,
            PRIMARY KEY (job, number),
            UNIQUE (job, key)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX epp_bulk_row_started ON epp_bulk_row (job, number) WHERE state = 1
        """,

        // By the clock of the database; started_at is by the clock of the process that wrote it.
        "ALTER TABLE epp_bulk_row ADD COLUMN registry_time TEXT; ALTER TABLE epp_bulk_row ADD COLUMN recorded_at REAL",
    ]);

    private const int ReadAtOnce = 1000;
    private readonly EppSqliteDatabase _database = database ?? throw new ArgumentNullException(nameof(database));
    private readonly string _job = string.IsNullOrWhiteSpace(job) ? throw new ArgumentException("A job requires an id.", nameof(job)) : job;
    private JobLock? _lock;
    private long _jobNumber;
    private string _account = string.Empty;
    private long _claimed;
    private bool _hasClaimedStarted;

    /// <inheritdoc/>
    public TimeSpan? Lease => null;

    /// <inheritdoc/>
    /// <exception cref="SqliteException">The database failed.</exception>
    public async ValueTask<EppBulkStatus> OpenAsync(string task, string account, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(account);
        var taken = JobLock.TryTake(_database.Path, _job) ?? throw EppBulkStoreRules.InUse(_job);
        try
        {
            await _database.WriteAsync(
                "INSERT INTO epp_bulk_job (id, task, account) VALUES ($id, $task, $account) ON CONFLICT (id) DO NOTHING",
                cancellationToken,
                ("$id", _job),
                ("$task", task),
                ("$account", account)).ConfigureAwait(false);
            var jobs = await ReadAsync(
                "SELECT number, task, account FROM epp_bulk_job WHERE id = $id",
                row => (Number: row.GetInt64(0), Identity: (row.GetString(1), row.GetString(2))),
                cancellationToken,
                ("$id", _job)).ConfigureAwait(false);
            EppBulkStoreRules.RequireSame(_job, jobs[0].Identity, (task, account));
            (_jobNumber, _account, _claimed, _hasClaimedStarted) = (jobs[0].Number, account, 0, false);
            var status = await ReadStatusAsync(cancellationToken).ConfigureAwait(false);
            _lock = taken;
            return status;
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="SqliteException">The database failed.</exception>
    public async ValueTask<EppBulkStatus> ReadStatusAsync(CancellationToken cancellationToken)
    {
        var jobs = await ReadAsync(
            """
            SELECT job.loaded, job.is_loaded, (SELECT key FROM epp_bulk_row AS one WHERE one.job = job.number AND one.number = job.loaded)
            FROM epp_bulk_job AS job WHERE id = $id
            """,
            row => new EppBulkStatus { Loaded = row.GetInt64(0), IsLoaded = row.GetBoolean(1), LastKey = row.TextOrNull(2) },
            cancellationToken,
            ("$id", _job)).ConfigureAwait(false);
        if (jobs is not [var status])
        {
            return EppBulkStatus.None;
        }

        var counts = await ReadAsync(
            "SELECT state, count(*) FROM epp_bulk_row WHERE job = (SELECT number FROM epp_bulk_job WHERE id = $id) GROUP BY state",
            row => (State: (EppBulkRowState)row.GetInt32(0), Count: row.GetInt64(1)),
            cancellationToken,
            ("$id", _job)).ConfigureAwait(false);
        return status with { Done = CountOf(EppBulkRowState.Done), Failed = CountOf(EppBulkRowState.Failed), Unknown = CountOf(EppBulkRowState.Unknown) };

        long CountOf(EppBulkRowState state) => counts.FirstOrDefault(one => one.State == state).Count;
    }

    /// <inheritdoc/>
    /// <exception cref="SqliteException">The database failed.</exception>
    public async ValueTask<long> AppendAsync(long after, IReadOnlyList<EppBulkRow> rows, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var writer = await _database.BeginWriteAsync(cancellationToken).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            var loaded = await writer.Connection.ReadAsync(
                "SELECT loaded FROM epp_bulk_job WHERE number = $job", row => row.GetInt64(0), cancellationToken, ("$job", _jobNumber)).ConfigureAwait(false);
            if (loaded is not [var last] || last != after)
            {
                return loaded.FirstOrDefault();
            }

            var insert = new SqliteRowWriter(writer.Connection, _jobNumber);
            await using (insert.ConfigureAwait(false))
            {
                foreach (var row in rows)
                {
                    await insert.WriteAsync(++last, row).ConfigureAwait(false);
                }
            }

            await writer.Connection.ExecuteAsync(
                "UPDATE epp_bulk_job SET loaded = $loaded WHERE number = $job", cancellationToken, ("$loaded", last), ("$job", _jobNumber)).ConfigureAwait(false);
            await writer.CommitAsync().ConfigureAwait(false);
            return last;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="SqliteException">The database failed.</exception>
    public async ValueTask CompleteLoadingAsync(CancellationToken cancellationToken) =>
        await _database.WriteAsync("UPDATE epp_bulk_job SET is_loaded = 1 WHERE number = $job", cancellationToken, ("$job", _jobNumber)).ConfigureAwait(false);

    /// <inheritdoc/>
    /// <exception cref="SqliteException">The database failed.</exception>
    public async ValueTask<IReadOnlyList<EppBulkClaim>> ClaimAsync(int most, CancellationToken cancellationToken)
    {
        // Only one process works on the job, so claims are not stored: this process claims all rows up to a number, and those that had started.
        List<EppBulkClaim> claims = [];
        if (!_hasClaimedStarted)
        {
            claims = await ReadAsync(
                $"SELECT {BulkRows.ClaimColumns}, unixepoch('subsec') - recorded_at FROM epp_bulk_row WHERE job = $job AND state = 1 ORDER BY number",
                row => BulkRows.ReadAgedClaim(row, _account),
                cancellationToken,
                ("$job", _jobNumber)).ConfigureAwait(false);
            _hasClaimedStarted = true;
        }

        var pending = await ReadAsync(
            $"SELECT {BulkRows.ClaimColumns} FROM epp_bulk_row WHERE job = $job AND number > $claimed AND state = 0 ORDER BY number LIMIT $most",
            row => BulkRows.ReadClaim(row, _account),
            cancellationToken,
            ("$job", _jobNumber),
            ("$claimed", _claimed),
            ("$most", most)).ConfigureAwait(false);
        _claimed = pending.Count == 0 ? _claimed : pending[^1].Number;
        claims.AddRange(pending);
        return claims;
    }

    /// <inheritdoc/>
    /// <exception cref="SqliteException">The database failed.</exception>
    public async ValueTask<IReadOnlyCollection<long>> WriteAsync(IReadOnlyList<EppBulkEntry> entries, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var writer = await _database.BeginWriteAsync(cancellationToken).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            var update = new SqliteRowWriter(writer.Connection, _jobNumber);
            await using (update.ConfigureAwait(false))
            {
                foreach (var entry in entries)
                {
                    await update.WriteAsync(entry).ConfigureAwait(false);
                }
            }

            await writer.CommitAsync().ConfigureAwait(false);
            return [];
        }
    }

    /// <inheritdoc/>
    public ValueTask RenewLeaseAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public ValueTask CloseAsync(CancellationToken cancellationToken)
    {
        Interlocked.Exchange(ref _lock, null)?.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    /// <exception cref="EppBulkException">A process is working on the job.</exception>
    /// <exception cref="SqliteException">The database failed.</exception>
    public async ValueTask<long> RequeueAsync(EppBulkRowState state, string? key, CancellationToken cancellationToken)
    {
        EppBulkStoreRules.RequireRequeueable(state);
        using var taken = JobLock.TryTake(_database.Path, _job) ?? throw EppBulkStoreRules.InUse(_job);
        return await _database.WriteAsync(
            """
            UPDATE epp_bulk_row SET state = 0, client_transaction_id = NULL, server_transaction_id = NULL, code = NULL, message = NULL, reason = NULL, value = NULL, ended_at = NULL
            WHERE job = (SELECT number FROM epp_bulk_job WHERE id = $id) AND state = $state AND ($key IS NULL OR key = $key)
            """,
            cancellationToken,
            ("$id", _job),
            ("$state", (int)state),
            ("$key", key)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <exception cref="SqliteException">The database failed.</exception>
    public IAsyncEnumerable<EppBulkResult> ReadResultsAsync(CancellationToken cancellationToken) => BulkRows.InPagesAsync(
        last => ReadAsync(
            $"""
            SELECT {BulkRows.ResultColumns} FROM epp_bulk_row
            WHERE job = (SELECT number FROM epp_bulk_job WHERE id = $id) AND number > $last ORDER BY number LIMIT $most
            """,
            BulkRows.ReadResult,
            cancellationToken,
            ("$id", _job),
            ("$last", last),
            ("$most", ReadAtOnce)),
        ReadAtOnce);

    private async Task<List<T>> ReadAsync<T>(string sql, Func<DbDataReader, T> read, CancellationToken cancellationToken, params (string Name, object? Value)[] values)
    {
        var connection = await _database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            return await connection.ReadAsync(sql, read, cancellationToken, values).ConfigureAwait(false);
        }
    }
}
