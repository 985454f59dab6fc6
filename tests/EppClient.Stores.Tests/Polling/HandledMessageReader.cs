using System.Data.Common;
using EppClient.Stores.Tests.Servers;

namespace EppClient.Stores.Tests.Polling;

/// <summary>Reads the registrar's table, which is next to those of the inbox: the rows that its handler wrote, in order.</summary>
internal sealed class HandledMessageReader
{
    private readonly Func<Task<DbConnection>> _open;

    private HandledMessageReader(Func<Task<DbConnection>> open) => _open = open;

    public static async Task<HandledMessageReader> CreateAsync(StoreFixture house)
    {
        HandledMessageReader reader;
        if (house.Kind == StoreKind.Sqlite)
        {
            var database = await house.OpenSqliteAsync();
            reader = new HandledMessageReader(async () => await database.OpenConnectionAsync(default));
            await reader.ExecuteAsync("CREATE TABLE ledger (number INTEGER PRIMARY KEY AUTOINCREMENT, message TEXT NOT NULL)");
        }
        else
        {
            var database = await house.OpenPostgresAsync();
            reader = new HandledMessageReader(async () => await database.Source.OpenConnectionAsync());
            await reader.ExecuteAsync("CREATE TABLE ledger (number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, message text NOT NULL)");
        }

        return reader;
    }

    public async Task<IReadOnlyList<string>> ReadAsync()
    {
        await using var connection = await _open();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT message FROM ledger ORDER BY number";
        await using var rows = await command.ExecuteReaderAsync();
        List<string> messages = [];
        while (await rows.ReadAsync())
        {
            messages.Add(rows.GetString(0));
        }

        return messages;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = await _open();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statement is defined in this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
