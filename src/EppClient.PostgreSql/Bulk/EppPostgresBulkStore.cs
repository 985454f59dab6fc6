using System.Collections.Concurrent;
using EppClient.Bulk;
using EppClient.Stores;
using Npgsql;

namespace EppClient.PostgreSql;

/// <summary>A bulk job in an <see cref="EppPostgresDatabase"/>. Any number of processes and machines can work on it together.</summary>
/// <remarks>
/// <para>Safe for use by several threads; each process creates its own store. Rows are claimed with <c>FOR UPDATE SKIP LOCKED</c> and belong to their process
/// while it renews its lease. When a process dies, other processes get its rows after its lease expires, and query the registry for the outcome of those that
/// it had started before they send anything. A process that has not renewed its lease for 0.6 of its length, because it was paused or has lost the database,
/// aborts its commands and sends nothing more for its rows. The clock of the database measures the lease and the age of started commands, so the clocks of the
/// machines may differ.</para>
/// <para><see cref="EppPoolOptions.Quota"/> limits the sessions of all machines together.</para>
/// <para>Rows are stored as they were passed, including personal data, and including secrets until the row is done
/// (<see cref="EppBulkTask.HoldsSecrets"/>).</para>
/// </remarks>
public sealed class EppPostgresBulkStore : IEppBulkStore
{
    internal static readonly StorePart Part = new("bulk", [
        """
        CREATE TABLE epp_bulk_job (
            number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            id text NOT NULL UNIQUE,
            task text NOT NULL,
            account text NOT NULL,
            loaded bigint NOT NULL DEFAULT 0,
            is_loaded boolean NOT NULL DEFAULT false
        );
        CREATE TABLE epp_bulk_owner (
            job bigint NOT NULL REFERENCES epp_bulk_job,
            owner text NOT NULL,
            leased_until timestamptz NOT NULL,
            PRIMARY KEY (job, owner)
        );
        CREATE TABLE epp_bulk_row (
            job bigint NOT NULL REFERENCES epp_bulk_job,
            number bigint NOT NULL,
            key text NOT NULL,
            data text NOT NULL,
            state smallint NOT NULL DEFAULT 0,
            owner text,
            started_id text,
            started_at timestamptz,
            started_command text,
            started_message bytea,
            client_transaction_id text,
            server_transaction_id text,
            code integer,
            message text,
            reason text,
            value text,
            ended_at timestamptz,
            PRIMARY KEY (job, number),
            UNIQUE (job, key)
        ) WITH (fillfactor = 70);
        CREATE INDEX epp_bulk_row_free ON epp_bulk_row (job, state DESC, number) WHERE owner IS NULL AND state <= 1;
        CREATE INDEX epp_bulk_row_owned ON epp_bulk_row (job, owner) WHERE owner IS NOT NULL
        """,

        // By the clock of the database; started_at is by the clock of the writer, which may differ from the reader's.
        "ALTER TABLE epp_bulk_row ADD COLUMN registry_time timestamptz, ADD COLUMN recorded_at timestamptz",
    ]);

    private const int ReadAtOnce = 1000;

    private const string Renewal =
        """
        INSERT INTO epp_bulk_owner (job, owner, leased_until) VALUES ($1, $2, clock_timestamp() + make_interval(secs => $3))
        ON CONFLICT (job, owner) DO UPDATE SET leased_until = excluded.leased_until
        """;

    // True for an inserted row, not for an updated one: the lease did not exist, because another process found it expired and released the rows.
    private const string IsNew = "xmax = 0";

    private static readonly TimeSpan ShortestLease = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestLease = TimeSpan.FromHours(1);

    private readonly EppPostgresDatabase _database;
    private readonly string _job;
    private readonly TimeSpan _lease;
    private readonly string _owner;

    // Rows that a worker of this process still holds. If a row that this process has lost were claimed again before its worker notices, two workers would send
    // it.
    private readonly ConcurrentDictionary<long, bool> _inHand = [];
    private bool _hasLostLease;
    private long _jobNumber;
    private string _account = string.Empty;

    /// <summary>Creates a store for this process.</summary>
    /// <param name="database">The database. It can hold any number of jobs.</param>
    /// <param name="job">The id of the job, the same on all machines, such as <c>nameservers-2026-11</c>.</param>
    /// <param name="lease">
    /// How long rows remain claimed by a process that no longer renews its lease. Must be longer than any pause of the process or the database that should be
    /// tolerated, and at least 2.5 times <see cref="EppTimeoutOptions.Logout"/>, so that aborted connections are closed before another process takes over. From
    /// 1 second to 1 hour. Default: null, 30 seconds.
    /// </param>
    /// <exception cref="ArgumentException">The lease is too short or too long, or the job id is empty.</exception>
    public EppPostgresBulkStore(EppPostgresDatabase database, string job, TimeSpan? lease = null)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentException.ThrowIfNullOrWhiteSpace(job);
        _lease = lease ?? TimeSpan.FromSeconds(30);
        if (_lease < ShortestLease || _lease > LongestLease)
        {
            throw new ArgumentException($"The lease is {_lease:c}; it must lie between {ShortestLease:c} and {LongestLease:c}.", nameof(lease));
        }

        (_database, _job) = (database, job);

        // A restarted process counts as a new one, because its claims are no longer in memory.
        _owner = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}";
    }

    /// <inheritdoc/>
    public TimeSpan? Lease => _lease;

    /// <inheritdoc/>
    /// <exception cref="NpgsqlException">The database failed.</exception>
    public async ValueTask<EppBulkStatus> OpenAsync(string task, string account, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(account);
        await _database.ExecuteAsync(
            "INSERT INTO epp_bulk_job (id, task, account) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING", cancellationToken, _job, task, account).ConfigureAwait(false);
        var jobs = await _database.ReadAsync(
            "SELECT number, task, account FROM epp_bulk_job WHERE id = $1",
            row => (Number: row.GetInt64(0), Identity: (row.GetString(1), row.GetString(2))),
            cancellationToken,
            _job).ConfigureAwait(false);
        EppBulkStoreRules.RequireSame(_job, jobs[0].Identity, (task, account));
        (_jobNumber, _account) = (jobs[0].Number, account);
        _inHand.Clear();
        await RenewAsync(cancellationToken).ConfigureAwait(false);
        Volatile.Write(ref _hasLostLease, false);
        return await ReadStatusAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <exception cref="NpgsqlException">The database failed.</exception>
    public async ValueTask<EppBulkStatus> ReadStatusAsync(CancellationToken cancellationToken)
    {
        // In one statement, for a consistent result.
        var jobs = await _database.ReadAsync(
            """
            SELECT job.loaded, job.is_loaded, last.key, counts.done, counts.failed, counts.unknown
            FROM epp_bulk_job AS job
            LEFT JOIN epp_bulk_row AS last ON last.job = job.number AND last.number = job.loaded
            CROSS JOIN LATERAL (
                SELECT count(*) FILTER (WHERE state = 2) AS done, count(*) FILTER (WHERE state = 3) AS failed, count(*) FILTER (WHERE state = 4) AS unknown
                FROM epp_bulk_row WHERE epp_bulk_row.job = job.number
            ) AS counts
            WHERE job.id = $1
            """,
            row => new EppBulkStatus
            {
                Loaded = row.GetInt64(0),
                IsLoaded = row.GetBoolean(1),
                LastKey = row.TextOrNull(2),
                Done = row.GetInt64(3),
                Failed = row.GetInt64(4),
                Unknown = row.GetInt64(5),
            },
            cancellationToken,
            _job).ConfigureAwait(false);
        return jobs is [var status] ? status : EppBulkStatus.None;
    }

    /// <inheritdoc/>
    /// <exception cref="NpgsqlException">The database failed.</exception>
    public async ValueTask<long> AppendAsync(long after, IReadOnlyList<EppBulkRow> rows, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        try
        {
            // Concurrent loads wait for the row of the job, and then find that the number has changed.
            await _database.ExecuteAsync(
                """
                WITH job AS (UPDATE epp_bulk_job SET loaded = loaded + $3 WHERE number = $1 AND loaded = $2 RETURNING number)
                INSERT INTO epp_bulk_row (job, number, key, data)
                SELECT job.number, $2 + line.place, line.key, line.data FROM job, unnest($4, $5) WITH ORDINALITY AS line (key, data, place)
                """,
                cancellationToken,
                _jobNumber,
                after,
                (long)rows.Count,
                rows.Select(row => row.Key).ToArray(),
                rows.Select(row => row.Data).ToArray()).ConfigureAwait(false);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            throw EppBulkStoreRules.DuplicateKey(await KnownKeyAsync(rows, cancellationToken).ConfigureAwait(false));
        }

        var loaded = await _database.ReadAsync(
            "SELECT loaded FROM epp_bulk_job WHERE number = $1", row => row.GetInt64(0), cancellationToken, _jobNumber).ConfigureAwait(false);
        return loaded[0];
    }

    /// <inheritdoc/>
    /// <exception cref="NpgsqlException">The database failed.</exception>
    public async ValueTask CompleteLoadingAsync(CancellationToken cancellationToken) =>
        await _database.ExecuteAsync("UPDATE epp_bulk_job SET is_loaded = true WHERE number = $1", cancellationToken, _jobNumber).ConfigureAwait(false);

    /// <inheritdoc/>
    /// <exception cref="NpgsqlException">The database failed.</exception>
    public async ValueTask<IReadOnlyList<EppBulkClaim>> ClaimAsync(int most, CancellationToken cancellationToken)
    {
        await TakeFromTheDeadAsync(cancellationToken).ConfigureAwait(false);
        var claims = await ClaimFreeAsync(most, cancellationToken).ConfigureAwait(false);
        if (claims.Count == 0 && await ReleaseRowsWithoutLeaseAsync(cancellationToken).ConfigureAwait(false) > 0)
        {
            claims = await ClaimFreeAsync(most, cancellationToken).ConfigureAwait(false);
        }

        claims.ForEach(claim => _inHand[claim.Number] = true);
        return [.. claims.OrderBy(claim => claim.Started is null).ThenBy(claim => claim.Number)];
    }

    /// <inheritdoc/>
    /// <exception cref="NpgsqlException">The database failed.</exception>
    public async ValueTask<IReadOnlyCollection<long>> WriteAsync(IReadOnlyList<EppBulkEntry> entries, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var lost = await _database.OnceAsync(
            connection => new PostgresRowWriter(connection, _jobNumber, _owner).WriteAsync(entries, cancellationToken), cancellationToken).ConfigureAwait(false);
        foreach (var number in entries.Where(entry => entry.Ended is not null).Select(entry => entry.Number).Concat(lost))
        {
            _inHand.TryRemove(number, out _);
        }

        return lost;
    }

    /// <inheritdoc/>
    /// <exception cref="NpgsqlException">The database failed.</exception>
    public async ValueTask RenewLeaseAsync(CancellationToken cancellationToken) => await RenewAsync(cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    /// <exception cref="NpgsqlException">The database failed.</exception>
    public async ValueTask<bool> TryRenewLeaseAsync(CancellationToken cancellationToken)
    {
        await RenewAsync(cancellationToken).ConfigureAwait(false);
        return !Interlocked.Exchange(ref _hasLostLease, false);
    }

    /// <inheritdoc/>
    /// <exception cref="NpgsqlException">The database failed.</exception>
    public async ValueTask CloseAsync(CancellationToken cancellationToken)
    {
        await _database.ExecuteAsync("UPDATE epp_bulk_row SET owner = NULL WHERE job = $1 AND owner = $2", cancellationToken, _jobNumber, _owner).ConfigureAwait(false);
        await _database.ExecuteAsync("DELETE FROM epp_bulk_owner WHERE job = $1 AND owner = $2", cancellationToken, _jobNumber, _owner).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <remarks>Other processes can work on the job in the meantime.</remarks>
    /// <exception cref="NpgsqlException">The database failed.</exception>
    public async ValueTask<long> RequeueAsync(EppBulkRowState state, string? key, CancellationToken cancellationToken)
    {
        EppBulkStoreRules.RequireRequeueable(state);
        return await _database.ExecuteAsync(
            """
            UPDATE epp_bulk_row SET state = 0, client_transaction_id = NULL, server_transaction_id = NULL, code = NULL, message = NULL, reason = NULL, value = NULL, ended_at = NULL
            WHERE job = (SELECT number FROM epp_bulk_job WHERE id = $1) AND state = $2 AND ($3::text IS NULL OR key = $3)
            """,
            cancellationToken,
            _job,
            (int)state,
            key).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <exception cref="NpgsqlException">The database failed.</exception>
    public IAsyncEnumerable<EppBulkResult> ReadResultsAsync(CancellationToken cancellationToken) => BulkRows.InPagesAsync(
        last => _database.ReadAsync(
            $"""
            SELECT {BulkRows.ResultColumns} FROM epp_bulk_row
            WHERE job = (SELECT number FROM epp_bulk_job WHERE id = $1) AND number > $2 ORDER BY number LIMIT $3
            """,
            BulkRows.ReadResult,
            cancellationToken,
            _job,
            last,
            ReadAtOnce),
        ReadAtOnce);

    // Each step is one statement or one batch, which PostgreSQL completes by itself. A process that is paused between two statements of a transaction would
    // keep its rows locked, and the processes that take them over would wait for it.
    private async Task RenewAsync(CancellationToken cancellationToken)
    {
        var made = await _database.ReadAsync(
            $"{Renewal} RETURNING {IsNew}", row => row.GetBoolean(0), cancellationToken, _jobNumber, _owner, _lease.TotalSeconds).ConfigureAwait(false);
        NoteLease(made[0]);
    }

    private void NoteLease(bool isNew)
    {
        if (isNew)
        {
            Volatile.Write(ref _hasLostLease, true);
        }
    }

    /// <summary>Claims rows that are free, together with a lease, so that no row belongs to a process without a lease.</summary>
    private async Task<List<EppBulkClaim>> ClaimFreeAsync(int most, CancellationToken cancellationToken)
    {
        var rows = await _database.ReadAsync(
            $"""
            WITH lease AS ({Renewal} RETURNING {IsNew} AS is_new),
            free AS (
                SELECT number AS place FROM epp_bulk_row WHERE job = $1 AND owner IS NULL AND state <= 1 AND number <> ALL ($5)
                ORDER BY state DESC, number LIMIT $4 FOR UPDATE SKIP LOCKED
            ),
            claimed AS (
                UPDATE epp_bulk_row AS mine SET owner = $2 FROM free WHERE mine.job = $1 AND mine.number = free.place
                RETURNING {BulkRows.ClaimColumns}, extract(epoch FROM clock_timestamp() - recorded_at)::float8 AS age
            )
            SELECT {BulkRows.ClaimColumns}, age, is_new FROM lease LEFT JOIN claimed ON true
            """,
            row => (Claim: row.IsDBNull(0) ? null : BulkRows.ReadAgedClaim(row, _account), IsNew: row.GetBoolean(BulkRows.AgedClaimColumns)),
            cancellationToken,
            _jobNumber,
            _owner,
            _lease.TotalSeconds,
            most,
            _inHand.Keys.ToArray()).ConfigureAwait(false);
        NoteLease(rows[0].IsNew);
        return [.. rows.Select(row => row.Claim).OfType<EppBulkClaim>()];
    }

    /// <summary>Releases the rows of processes whose lease has ended.</summary>
    private Task<int> TakeFromTheDeadAsync(CancellationToken cancellationToken) =>

        // If the process is still alive, its writes are rejected, because the rows are no longer its own.
        _database.ExecuteAsync(
            """
            WITH ended AS (SELECT owner FROM epp_bulk_owner WHERE job = $1 AND leased_until < clock_timestamp() FOR UPDATE SKIP LOCKED),
            dead AS (DELETE FROM epp_bulk_owner AS gone USING ended WHERE gone.job = $1 AND gone.owner = ended.owner RETURNING gone.owner)
            UPDATE epp_bulk_row SET owner = NULL FROM dead WHERE job = $1 AND epp_bulk_row.owner = dead.owner
            """,
            cancellationToken,
            _jobNumber);

    /// <summary>Releases rows whose owner has no lease. An earlier version of this package or a restored backup can leave such rows.</summary>
    /// <returns>The number of released rows.</returns>
    private Task<int> ReleaseRowsWithoutLeaseAsync(CancellationToken cancellationToken) =>

        // The owners are read first, so that a row that is claimed in the meantime keeps its new owner.
        _database.ExecuteAsync(
            """
            WITH gone AS MATERIALIZED (
                SELECT DISTINCT owner FROM epp_bulk_row AS owned WHERE job = $1 AND owner IS NOT NULL
                    AND NOT EXISTS (SELECT FROM epp_bulk_owner AS alive WHERE alive.job = $1 AND alive.owner = owned.owner)
            )
            UPDATE epp_bulk_row SET owner = NULL FROM gone WHERE job = $1 AND epp_bulk_row.owner = gone.owner
            """,
            cancellationToken,
            _jobNumber);

    private async Task<string> KnownKeyAsync(IReadOnlyList<EppBulkRow> rows, CancellationToken cancellationToken)
    {
        if (rows.GroupBy(row => row.Key, StringComparer.Ordinal).FirstOrDefault(group => group.Skip(1).Any()) is { } twice)
        {
            return twice.Key;
        }

        var known = await _database.ReadAsync(
            "SELECT key FROM epp_bulk_row WHERE job = $1 AND key = ANY ($2) ORDER BY number LIMIT 1",
            row => row.GetString(0),
            cancellationToken,
            _jobNumber,
            rows.Select(row => row.Key).ToArray()).ConfigureAwait(false);
        return known.FirstOrDefault() ?? rows[0].Key;
    }
}
