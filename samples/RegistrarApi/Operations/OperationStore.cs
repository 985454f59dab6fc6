using Microsoft.Data.Sqlite;

namespace RegistrarApi.Operations;

/// <summary>The operations, in a table of the database, so that they survive a crash.</summary>
internal sealed class OperationStore
{
    private readonly string _connectionString;

    private OperationStore(string path) => _connectionString = new SqliteConnectionStringBuilder { DataSource = path }.ToString();

    public static async Task<OperationStore> OpenAsync(string path)
    {
        var store = new OperationStore(path);
        await store.WriteAsync("""
            CREATE TABLE IF NOT EXISTS operation (
                id TEXT PRIMARY KEY, kind TEXT NOT NULL, domain TEXT NOT NULL, state TEXT NOT NULL, reason TEXT, detail TEXT, server_id TEXT
            ) STRICT
            """);
        return store;
    }

    /// <summary>Adds an operation.</summary>
    /// <returns>False if there is one with its id.</returns>
    public async Task<bool> TryAddAsync(Operation operation) => await WriteAsync(
        "INSERT INTO operation (id, kind, domain, state, reason, detail, server_id) VALUES ($id, $kind, $domain, $state, $reason, $detail, $server) ON CONFLICT DO NOTHING",
        Values(operation)) == 1;

    /// <summary>Stores how an operation ended, unless its poll message was faster.</summary>
    public Task EndAsync(Operation operation) => WriteAsync(
        "UPDATE operation SET state = $state, reason = $reason, detail = $detail, server_id = coalesce($server, server_id) WHERE id = $id AND state IN ('Started', 'Unknown')",
        Values(operation));

    /// <summary>Stores the registry's decision on a pending operation, in the transaction of the poll message.</summary>
    public static async Task DecideAsync(SqliteTransaction transaction, string? id, string? serverTransactionId, bool succeeded, string detail, CancellationToken cancellationToken)
    {
        await using var command = transaction.Connection!.CreateCommand();
        command.CommandText = "UPDATE operation SET state = $state, detail = $detail WHERE id = $id OR server_id = $server";
        Add(command, ("$state", (succeeded ? OperationState.Succeeded : OperationState.Refused).ToString()), ("$detail", detail), ("$id", id), ("$server", serverTransactionId));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<Operation?> FindAsync(string id) => await ReadAsync("WHERE id = $id", ("$id", id)) is [var operation, ..] ? operation : null;

    public Task<IReadOnlyList<Operation>> ReadAsync(OperationState state) => ReadAsync("WHERE state = $state", ("$state", state.ToString()));

    private async Task<IReadOnlyList<Operation>> ReadAsync(string condition, params (string Name, object? Value)[] values)
    {
        await using var connection = new SqliteConnection(_connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT id, kind, domain, state, reason, detail, server_id FROM operation {condition}";
        Add(command, values);
        await using var reader = await command.ExecuteReaderAsync();
        List<Operation> operations = [];
        while (await reader.ReadAsync())
        {
            operations.Add(new Operation(reader.GetString(0), reader.GetString(1), reader.GetString(2), Enum.Parse<OperationState>(reader.GetString(3)))
            {
                Reason = reader.GetValue(4) as string,
                Detail = reader.GetValue(5) as string,
                ServerTransactionId = reader.GetValue(6) as string,
            });
        }

        return operations;
    }

    private async Task<int> WriteAsync(string text, params (string Name, object? Value)[] values)
    {
        await using var connection = new SqliteConnection(_connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = text;
        Add(command, values);
        return await command.ExecuteNonQueryAsync();
    }

    private static (string Name, object? Value)[] Values(Operation operation) =>
    [
        ("$id", operation.Id), ("$kind", operation.Kind), ("$domain", operation.Domain), ("$state", operation.State.ToString()),
        ("$reason", operation.Reason), ("$detail", operation.Detail), ("$server", operation.ServerTransactionId),
    ];

    private static void Add(SqliteCommand command, params (string Name, object? Value)[] values)
    {
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }
    }
}
