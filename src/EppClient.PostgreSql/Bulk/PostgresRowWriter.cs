using EppClient.Bulk;
using Npgsql;

namespace EppClient.PostgreSql;

/// <summary>Writes the events of many rows, with one statement for each kind of event. Only rows that this process owns are written.</summary>
internal sealed class PostgresRowWriter(NpgsqlConnection connection, long job, string owner)
{
    /// <returns>The numbers of the rows that another process now owns.</returns>
    public async Task<IReadOnlyCollection<long>> WriteAsync(IReadOnlyList<EppBulkEntry> entries, CancellationToken cancellationToken)
    {
        // A batch can have several events for one row. The last one is the current state: an end is final, and no other event is kept.
        var latest = entries.GroupBy(entry => entry.Number).Select(events => events.Last()).ToList();
        var lost = latest.Select(entry => entry.Number).ToHashSet();
        if (lost.Count == 0)
        {
            return lost;
        }

        var batch = connection.CreateBatch();
        await using (batch.ConfigureAwait(false))
        {
            Add(batch, latest.Where(entry => entry.Started is not null).ToList(), Start);
            Add(batch, latest.Where(entry => entry.Ended is not null).ToList(), End);
            Add(batch, latest.Where(entry => entry is { Started: null, Ended: null }).ToList(), Withdraw);
            var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                do
                {
                    while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                    {
                        lost.Remove(reader.GetInt64(0));
                    }
                }
                while (await reader.NextResultAsync(cancellationToken).ConfigureAwait(false));
            }
        }

        return lost;
    }

    private static void Add(NpgsqlBatch batch, List<EppBulkEntry> entries, Func<List<EppBulkEntry>, NpgsqlBatchCommand> command)
    {
        if (entries.Count > 0)
        {
            batch.BatchCommands.Add(command(entries));
        }
    }

    private NpgsqlBatchCommand Start(List<EppBulkEntry> entries) => PostgresCommands.BatchCommand(
        """
        UPDATE epp_bulk_row AS mine SET state = 1, started_id = new.id, started_at = new.at, started_command = new.command, started_message = new.message,
            client_transaction_id = new.cltrid, registry_time = new.registry, recorded_at = clock_timestamp()
        FROM unnest($3, $4, $5, $6, $7, $8, $9) AS new (number, id, at, command, message, cltrid, registry)
        WHERE mine.job = $1 AND mine.owner = $2 AND mine.number = new.number
        RETURNING mine.number
        """,
        job,
        owner,
        entries.Select(entry => entry.Number).ToArray(),
        entries.Select(entry => entry.Started!.Id).ToArray(),
        entries.Select(entry => entry.Started!.WrittenAt.ToUniversalTime()).ToArray(),
        entries.Select(entry => entry.Started!.Command).ToArray(),
        entries.Select(entry => entry.Started!.Message.ToArray()).ToArray(),
        entries.Select(entry => entry.Started!.ClientTransactionId).ToArray(),
        entries.Select(entry => entry.Started!.RegistryTime?.ToUniversalTime()).ToArray());

    private NpgsqlBatchCommand End(List<EppBulkEntry> entries) => PostgresCommands.BatchCommand(
        """
        UPDATE epp_bulk_row AS mine SET state = new.state, code = new.code, message = new.message, reason = new.reason, value = new.value, ended_at = new.at,
            client_transaction_id = new.cltrid, server_transaction_id = new.svtrid, data = CASE WHEN new.forgets THEN '' ELSE mine.data END,
            owner = NULL, started_id = NULL, started_at = NULL, started_command = NULL, started_message = NULL, registry_time = NULL, recorded_at = NULL
        FROM unnest($3, $4, $5, $6, $7, $8, $9, $10, $11, $12) AS new (number, state, code, message, reason, value, at, cltrid, svtrid, forgets)
        WHERE mine.job = $1 AND mine.owner = $2 AND mine.number = new.number
        RETURNING mine.number
        """,
        job,
        owner,
        entries.Select(entry => entry.Number).ToArray(),
        entries.Select(entry => (short)entry.Ended!.State).ToArray(),
        entries.Select(entry => entry.Ended!.Code).ToArray(),
        entries.Select(entry => entry.Ended!.Message).ToArray(),
        entries.Select(entry => entry.Ended!.Reason).ToArray(),
        entries.Select(entry => entry.Ended!.Value).ToArray(),
        entries.Select(entry => entry.Ended!.EndedAt?.ToUniversalTime()).ToArray(),
        entries.Select(entry => entry.Ended!.ClientTransactionId).ToArray(),
        entries.Select(entry => entry.Ended!.ServerTransactionId).ToArray(),
        entries.Select(entry => entry.ForgetsData).ToArray());

    private NpgsqlBatchCommand Withdraw(List<EppBulkEntry> entries) => PostgresCommands.BatchCommand(
        """
        UPDATE epp_bulk_row SET state = 0, client_transaction_id = NULL, started_id = NULL, started_at = NULL, started_command = NULL, started_message = NULL, registry_time = NULL, recorded_at = NULL
        WHERE job = $1 AND owner = $2 AND number = ANY ($3)
        RETURNING number
        """,
        job,
        owner,
        entries.Select(entry => entry.Number).ToArray());
}
