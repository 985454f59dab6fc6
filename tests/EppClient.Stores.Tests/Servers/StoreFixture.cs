using EppClient.PostgreSql;
using EppClient.Sqlite;
using EppClient.TestSupport.Servers;

namespace EppClient.Stores.Tests.Servers;

/// <summary>The kinds of stores. Each must meet the same contracts.</summary>
public enum StoreKind
{
    Memory,
    Sqlite,
    Postgres,
}

/// <summary>The storage of one test. Reopening it finds the existing data, as after a restart.</summary>
internal sealed class StoreFixture : IAsyncDisposable
{
    private readonly List<IAsyncDisposable> _opened = [];

    private StoreFixture(StoreKind kind, string? connectionString) => (Kind, ConnectionString) = (kind, connectionString);

    public StoreKind Kind { get; }

    public string Folder { get; } = Directory.CreateTempSubdirectory("stores").FullName;

    public string SqlitePath => Path.Combine(Folder, "stores.db");

    public string? ConnectionString { get; }

    public static async Task<StoreFixture> CreateAsync(StoreKind kind, PostgresServer server) =>
        new(kind, kind == StoreKind.Postgres ? await server.CreateDatabaseAsync() : null);

    public async Task<EppSqliteDatabase> OpenSqliteAsync()
    {
        var database = await EppSqliteDatabase.OpenAsync(SqlitePath);
        _opened.Add(database);
        return database;
    }

    public async Task<EppPostgresDatabase> OpenPostgresAsync()
    {
        var database = await EppPostgresDatabase.OpenAsync(ConnectionString!);
        _opened.Add(database);
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var database in _opened)
        {
            await database.DisposeAsync();
        }

        Directory.Delete(Folder, recursive: true);
    }
}
