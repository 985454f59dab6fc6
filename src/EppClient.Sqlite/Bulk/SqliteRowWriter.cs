using System.Globalization;
using EppClient.Bulk;
using Microsoft.Data.Sqlite;

namespace EppClient.Sqlite;

/// <summary>Writes many rows of a job with prepared statements, in one transaction.</summary>
internal sealed class SqliteRowWriter(SqliteConnection connection, long job) : IAsyncDisposable
{
    private const int ConstraintFailed = 19;

    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);

    /// <exception cref="EppBulkException">The job already has a row with this key.</exception>
    public async Task WriteAsync(long number, EppBulkRow row)
    {
        try
        {
            await ExecuteAsync(
                "INSERT INTO epp_bulk_row (job, number, key, data) VALUES ($job, $number, $key, $data)", number, ("$key", row.Key), ("$data", row.Data)).ConfigureAwait(false);
        }
        catch (SqliteException e) when (e.SqliteErrorCode == ConstraintFailed)
        {
            throw EppBulkStoreRules.DuplicateKey(row.Key);
        }
    }

    public Task WriteAsync(EppBulkEntry entry) => entry switch
    {
        { Started: { } record } => ExecuteAsync(
            """
            UPDATE epp_bulk_row SET state = 1, started_id = $id, started_at = $at, started_command = $command, started_message = $message, client_transaction_id = $cltrid,
                registry_time = $registry, recorded_at = unixepoch('subsec')
            WHERE job = $job AND number = $number
            """,
            entry.Number,
            ("$id", record.Id),
            ("$at", SqliteCommands.TimeText(record.WrittenAt)),
            ("$command", record.Command),
            ("$message", record.Message.ToArray()),
            ("$cltrid", record.ClientTransactionId),
            ("$registry", record.RegistryTime is { } time ? SqliteCommands.TimeText(time) : null)),
        { Ended: { } result } => ExecuteAsync(
            """
            UPDATE epp_bulk_row SET state = $state, code = $code, message = $message, reason = $reason, value = $value, ended_at = $ended,
                client_transaction_id = $cltrid, server_transaction_id = $svtrid, data = CASE $forgets WHEN 1 THEN '' ELSE data END,
                started_id = NULL, started_at = NULL, started_command = NULL, started_message = NULL, registry_time = NULL, recorded_at = NULL
            WHERE job = $job AND number = $number
            """,
            entry.Number,
            ("$state", (int)result.State),
            ("$code", result.Code),
            ("$message", result.Message),
            ("$reason", result.Reason),
            ("$value", result.Value),
            ("$ended", result.EndedAt is { } ended ? SqliteCommands.TimeText(ended) : null),
            ("$cltrid", result.ClientTransactionId),
            ("$svtrid", result.ServerTransactionId),
            ("$forgets", entry.ForgetsData ? 1 : 0)),
        _ => ExecuteAsync(
            """
            UPDATE epp_bulk_row SET state = 0, client_transaction_id = NULL, started_id = NULL, started_at = NULL, started_command = NULL, started_message = NULL, registry_time = NULL, recorded_at = NULL
            WHERE job = $job AND number = $number
            """,
            entry.Number),
    };

    public async ValueTask DisposeAsync()
    {
        foreach (var command in _commands.Values)
        {
            await command.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task ExecuteAsync(string sql, long number, params (string Name, object? Value)[] values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = connection.Command(sql, [("$job", job), ("$number", number), .. values]);
            _commands.Add(sql, command);
        }

        command.Parameters["$number"].Value = number;
        foreach (var (name, value) in values)
        {
            command.Parameters[name].Value = value ?? DBNull.Value;
        }

        var count = await command.ExecuteNonQueryAsync().ConfigureAwait(false);
        if (count != 1)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The job has no row {number}: the database was modified by another program."));
        }
    }
}
