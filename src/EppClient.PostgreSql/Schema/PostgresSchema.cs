using EppClient.Stores;
using Npgsql;

namespace EppClient.PostgreSql;

/// <summary>Creates the tables, and upgrades those of earlier versions. Each part has a row with its version.</summary>
internal static class PostgresSchema
{
    // The lock that one process holds while it creates the tables. An arbitrary number that is not used for another lock.
    private const long Lock = 0x4550_5043_6C69_656E;

    private static readonly IReadOnlyList<StorePart> Parts = [EppPostgresJournal.Part, EppPostgresPendingActionStore.Part, EppPostgresPollInbox.Part, EppPostgresBulkStore.Part];

    /// <summary>Called inside a transaction. A user without permission to create tables can open a database in which they exist.</summary>
    public static async Task ApplyAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await connection.ExecuteAsync("SELECT pg_advisory_xact_lock($1)", cancellationToken, Lock).ConfigureAwait(false);
        var exists = await connection.ReadAsync("SELECT to_regclass('epp_schema') IS NOT NULL", row => row.GetBoolean(0), cancellationToken).ConfigureAwait(false);
        if (exists is [false])
        {
            await connection.ExecuteAsync("CREATE TABLE epp_schema (part text PRIMARY KEY, version integer NOT NULL)", cancellationToken).ConfigureAwait(false);
        }

        var versions = await connection.ReadAsync(
            "SELECT part, version FROM epp_schema", row => (Part: row.GetString(0), Version: row.GetInt32(1)), cancellationToken).ConfigureAwait(false);
        foreach (var part in Parts)
        {
            var version = versions.FirstOrDefault(known => known.Part == part.Name).Version;
            var steps = part.StepsFrom(version, "EppClient.PostgreSql", $"the database {connection.Database}").ToList();
            if (steps.Count == 0)
            {
                continue;
            }

            foreach (var step in steps)
            {
                await connection.ExecuteAsync(step, cancellationToken).ConfigureAwait(false);
            }

            await connection.ExecuteAsync(
                "INSERT INTO epp_schema (part, version) VALUES ($1, $2) ON CONFLICT (part) DO UPDATE SET version = excluded.version",
                cancellationToken,
                part.Name,
                part.Steps.Count).ConfigureAwait(false);
        }
    }
}
