using System.Data;
using System.Data.Common;
using System.Globalization;

namespace EppClient.Dk.AspNetCore;

/// <summary>
/// Stores sessions in SQLite or PostgreSQL, through any provider of ADO.NET: <c>EppSqliteDatabase.Source</c>, <c>EppPostgresDatabase.Source</c>, or a data source
/// of your own. The tables are <c>dk_transfer_session</c> and <c>dk_transfer_domain</c>, created at the first use.
/// </summary>
/// <remarks>
/// Thread-safe, also for several processes. All statements are accepted by both databases; conditional updates decide which of several writers succeeds, so the
/// isolation level of the database does not matter.
/// </remarks>
/// <param name="source">The data source. It is not disposed.</param>
public sealed class DkTransferSessionDatabase(DbDataSource source) : IDkTransferSessionStore
{
    private const string SessionColumns = "s.id, s.version, s.link_hash, s.due_at, s.delete_at, s.content";

    private readonly DbDataSource _source = source ?? throw new ArgumentNullException(nameof(source));
    private readonly SessionTables _tables = new();

    /// <inheritdoc/>
    /// <exception cref="DbException">The database failed.</exception>
    public async ValueTask<bool> TryAddAsync(DkTransferSessionRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        return await WriteAsync(
            async transaction =>
            {
                await transaction.ExecuteAsync(
                    "INSERT INTO dk_transfer_session (id, version, link_hash, due_at, delete_at, content) VALUES (@id, @version, @link, @due, @delete, @content)",
                    cancellationToken,
                    [.. ValuesOf(record), ("version", record.Version)]).ConfigureAwait(false);

                // In one order, so that two requests with the same domains do not wait for each other.
                foreach (var domain in record.Domains.Order(StringComparer.Ordinal))
                {
                    var added = await transaction.ExecuteAsync(
                        "INSERT INTO dk_transfer_domain (domain, session_id, is_active) VALUES (@domain, @id, 1) ON CONFLICT DO NOTHING",
                        cancellationToken,
                        ("domain", domain),
                        ("id", record.Id)).ConfigureAwait(false);
                    if (added == 0)
                    {
                        return false;
                    }
                }

                return true;
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <exception cref="DbException">The database failed.</exception>
    public async ValueTask<bool> TryUpdateAsync(DkTransferSessionRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        return await WriteAsync(
            async transaction =>
            {
                var updated = await transaction.ExecuteAsync(
                    """
                    UPDATE dk_transfer_session SET version = @version + 1, link_hash = @link, due_at = @due, delete_at = @delete, content = @content
                    WHERE id = @id AND version = @version
                    """,
                    cancellationToken,
                    [.. ValuesOf(record), ("version", record.Version)]).ConfigureAwait(false);
                if (updated == 1 && !record.IsActive)
                {
                    await transaction.ExecuteAsync(
                        "UPDATE dk_transfer_domain SET is_active = 0 WHERE session_id = @id AND is_active = 1", cancellationToken, ("id", record.Id)).ConfigureAwait(false);
                }

                return updated == 1;
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <exception cref="DbException">The database failed.</exception>
    public ValueTask<DkTransferSessionRecord?> FindAsync(string id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(id);
        return ReadRecordAsync("s.id = @value", id, cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="DbException">The database failed.</exception>
    public ValueTask<DkTransferSessionRecord?> FindByLinkAsync(string linkHash, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(linkHash);
        return ReadRecordAsync("s.link_hash = @value", linkHash, cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="DbException">The database failed.</exception>
    public async ValueTask<IReadOnlyList<string>> FindActiveAsync(IReadOnlyList<string> domains, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(domains);
        var names = string.Join(", ", domains.Select((_, index) => string.Create(CultureInfo.InvariantCulture, $"@d{index}")));
        return await ReadAsync(
            $"SELECT DISTINCT session_id FROM dk_transfer_domain WHERE is_active = 1 AND domain IN ({names})",
            row => row.GetString(0),
            cancellationToken,
            [.. domains.Select((domain, index) => (string.Create(CultureInfo.InvariantCulture, $"d{index}"), (object?)domain))]).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <exception cref="DbException">The database failed.</exception>
    public async ValueTask<string?> FindByDomainAsync(string domain, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(domain);
        var ids = await ReadAsync(
            """
            SELECT s.id FROM dk_transfer_session s JOIN dk_transfer_domain d ON d.session_id = s.id
            WHERE d.domain = @domain ORDER BY d.is_active DESC, s.delete_at DESC LIMIT 1
            """,
            row => row.GetString(0),
            cancellationToken,
            ("domain", domain)).ConfigureAwait(false);
        return ids.Count == 0 ? null : ids[0];
    }

    /// <inheritdoc/>
    /// <exception cref="DbException">The database failed.</exception>
    public async ValueTask<IReadOnlyList<string>> FindDueAsync(DateTimeOffset now, int most, CancellationToken cancellationToken) => await ReadAsync(
        "SELECT id FROM dk_transfer_session WHERE due_at <= @now ORDER BY due_at LIMIT @most",
        row => row.GetString(0),
        cancellationToken,
        ("now", Stored(now)),
        ("most", (long)most)).ConfigureAwait(false);

    /// <inheritdoc/>
    /// <exception cref="DbException">The database failed.</exception>
    public async ValueTask DeleteOldAsync(DateTimeOffset now, CancellationToken cancellationToken) => await WriteAsync(
        async transaction =>
        {
            const string Old = "SELECT s.id FROM dk_transfer_session s WHERE s.delete_at <= @now AND NOT EXISTS "
                + "(SELECT 1 FROM dk_transfer_domain a WHERE a.session_id = s.id AND a.is_active = 1)";
            await transaction.ExecuteAsync($"DELETE FROM dk_transfer_domain WHERE session_id IN ({Old})", cancellationToken, ("now", Stored(now))).ConfigureAwait(false);
            await transaction.ExecuteAsync($"DELETE FROM dk_transfer_session WHERE id IN ({Old})", cancellationToken, ("now", Stored(now))).ConfigureAwait(false);
            return true;
        },
        cancellationToken).ConfigureAwait(false);

    private static long Stored(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    private static (string Name, object? Value)[] ValuesOf(DkTransferSessionRecord record) =>
    [
        ("id", record.Id),
        ("link", record.LinkHash),
        ("due", record.DueAt is { } due ? Stored(due) : null),
        ("delete", Stored(record.DeleteAt)),
        ("content", record.Content),
    ];

    private static DkTransferSessionRecord RecordOf(DbDataReader row) => new(
        row.GetString(0),
        row.GetInt64(1),
        row.IsDBNull(2) ? null : row.GetString(2),
        [],
        IsActive: false,
        row.IsDBNull(3) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)),
        row.GetString(5));

    private async ValueTask<DkTransferSessionRecord?> ReadRecordAsync(string condition, string value, CancellationToken cancellationToken)
    {
        var rows = await ReadAsync(
            $"SELECT {SessionColumns}, d.domain, d.is_active FROM dk_transfer_session s JOIN dk_transfer_domain d ON d.session_id = s.id WHERE {condition} ORDER BY d.domain",
            row => (Record: RecordOf(row), Domain: row.GetString(6), IsActive: row.GetInt64(7) == 1),
            cancellationToken,
            ("value", value)).ConfigureAwait(false);
        return rows.Count == 0 ? null : rows[0].Record with { Domains = [.. rows.Select(row => row.Domain)], IsActive = rows[0].IsActive };
    }

    private async Task<List<T>> ReadAsync<T>(string sql, Func<DbDataReader, T> read, CancellationToken cancellationToken, params (string Name, object? Value)[] values)
    {
        await _tables.CreateAsync(_source, cancellationToken).ConfigureAwait(false);
        var connection = await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            return await connection.ReadAsync(sql, read, cancellationToken, values).ConfigureAwait(false);
        }
    }

    // A transaction that returns false is rolled back.
    private async Task<bool> WriteAsync(Func<DbTransaction, Task<bool>> write, CancellationToken cancellationToken)
    {
        await _tables.CreateAsync(_source, cancellationToken).ConfigureAwait(false);
        var connection = await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            // The level is named because a provider's default differs: at this one, a conditional update in PostgreSQL sees the last committed version.
            var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                if (!await write(transaction).ConfigureAwait(false))
                {
                    return false;
                }

                // Without the token: an abandoned commit could be carried out or not.
                await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
                return true;
            }
        }
    }
}
