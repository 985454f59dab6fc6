using EppClient.Stores;
using Microsoft.Data.Sqlite;

namespace EppClient.Sqlite;

/// <summary>Creates the tables, and upgrades those of earlier versions. Each part has a row with its version.</summary>
internal static class SqliteSchema
{
    private static readonly IReadOnlyList<StorePart> Parts = [EppSqliteJournal.Part, EppSqlitePendingActionStore.Part, EppSqlitePollInbox.Part, EppSqliteBulkStore.Part];

    /// <summary>Called in a write transaction.</summary>
    public static async Task ApplyAsync(SqliteConnection connection, string path, CancellationToken cancellationToken)
    {
        await connection.ExecuteAsync("CREATE TABLE IF NOT EXISTS epp_schema (part TEXT PRIMARY KEY, version INTEGER NOT NULL) STRICT", cancellationToken).ConfigureAwait(false);
        var versions = await connection.ReadAsync(
            "SELECT part, version FROM epp_schema", row => (Part: row.GetString(0), Version: row.GetInt32(1)), cancellationToken).ConfigureAwait(false);
        foreach (var part in Parts)
        {
            var version = versions.FirstOrDefault(known => known.Part == part.Name).Version;
            var steps = part.StepsFrom(version, "EppClient.Sqlite", path).ToList();
            if (steps.Count == 0)
            {
                continue;
            }

            foreach (var step in steps)
            {
                await connection.ExecuteAsync(step, cancellationToken).ConfigureAwait(false);
            }

            await connection.ExecuteAsync(
                "INSERT INTO epp_schema (part, version) VALUES ($part, $version) ON CONFLICT (part) DO UPDATE SET version = excluded.version",
                cancellationToken,
                ("$part", part.Name),
                ("$version", part.Steps.Count)).ConfigureAwait(false);
        }
    }
}
