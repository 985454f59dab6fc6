using EppClient.PostgreSql;
using EppClient.Sqlite;
using EppClient.Stores.Tests.Servers;
using EppClient.TestSupport.Servers;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace EppClient.Stores.Tests;

[Collection(SharedPostgres.Name)]
public sealed class DatabaseTests(PostgresServer server) : IDisposable
{
    private const int Openers = 8;

    private readonly string _folder = Directory.CreateTempSubdirectory("database").FullName;

    private string SqlitePath => Path.Combine(_folder, "epp.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact(Timeout = 60_000)]
    public async Task Sqlite_file_can_be_opened_concurrently()
    {
        var databases = await Task.WhenAll(Enumerable.Range(0, Openers).Select(_ => Task.Run(() => EppSqliteDatabase.OpenAsync(SqlitePath))));

        await Task.WhenAll(databases.Select((database, number) => new EppSqlitePendingActionStore(database, $"REG-{number}").RemoveAsync("x", default).AsTask()));
        foreach (var database in databases)
        {
            await database.DisposeAsync();
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task Sqlite_leaves_only_its_file_when_it_is_disposed()
    {
        await using (var database = await EppSqliteDatabase.OpenAsync(SqlitePath))
        {
            await new EppSqlitePendingActionStore(database, "REG-1").RemoveAsync("x", default);
            Directory.GetFiles(_folder).Should().HaveCountGreaterThan(1, "the database is open");
        }

        Directory.GetFiles(_folder).Should().Equal(SqlitePath);
    }

    [SkippableFact(Timeout = 60_000)]
    public async Task Postgresql_tables_can_be_created_concurrently()
    {
        var connectionString = await server.CreateDatabaseAsync();

        var databases = await Task.WhenAll(Enumerable.Range(0, Openers).Select(_ => EppPostgresDatabase.OpenAsync(connectionString)));

        foreach (var database in databases)
        {
            await database.DisposeAsync();
        }
    }

    [SkippableFact(Timeout = 60_000)]
    public async Task User_without_the_privilege_to_create_tables_opens_existing_ones()
    {
        var connectionString = await server.CreateDatabaseAsync();
        await (await EppPostgresDatabase.OpenAsync(connectionString)).DisposeAsync();
        await ExecuteAsync(connectionString, "CREATE ROLE worker LOGIN; GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO worker; REVOKE CREATE ON SCHEMA public FROM PUBLIC");
        var worker = new NpgsqlConnectionStringBuilder(connectionString) { Username = "worker" }.ConnectionString;

        await using var database = await EppPostgresDatabase.OpenAsync(worker);

        (await new EppPostgresJournal(database, "worker").ReadIncompleteAsync(default)).Should().BeEmpty();
    }

    [SkippableFact(Timeout = 60_000)]
    public async Task Sqlite_file_is_accessible_to_its_owner_only()
    {
        if (OperatingSystem.IsWindows())
        {
            throw new SkipException("Windows uses different permissions.");
        }

        await using var database = await EppSqliteDatabase.OpenAsync(SqlitePath);
        await new EppSqlitePendingActionStore(database, "REG-1").RemoveAsync("x", default);
        await new EppSqliteBulkStore(database, "job").OpenAsync("task", "REG-1", default);

        Directory.GetFiles(_folder).Should().Contain(file => file.EndsWith(".lock", StringComparison.Ordinal));
        foreach (var file in Directory.GetFiles(_folder))
        {
            File.GetUnixFileMode(file).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite, file);
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task Sqlite_flushes_at_each_commit()
    {
        await using var database = await EppSqliteDatabase.OpenAsync(SqlitePath);
        await using var connection = await database.OpenConnectionAsync(default);

        (await ScalarAsync(connection, "PRAGMA journal_mode")).Should().Be("wal");
        (await ScalarAsync(connection, "PRAGMA synchronous")).Should().Be(2L, "2 is FULL");
    }

    [Fact(Timeout = 60_000)]
    public async Task Sqlite_writer_locks_the_database_before_its_first_statement()
    {
        await using var database = await EppSqliteDatabase.OpenAsync(SqlitePath);
        await using var other = await database.OpenConnectionAsync(default);
        SQLitePCL.raw.sqlite3_busy_timeout(other.Handle, 0);

        await using (await database.BeginWriteAsync(default))
        {
            SQLitePCL.raw.sqlite3_exec(other.Handle, "BEGIN IMMEDIATE").Should().Be(SQLitePCL.raw.SQLITE_BUSY);
        }

        SQLitePCL.raw.sqlite3_exec(other.Handle, "BEGIN IMMEDIATE; ROLLBACK").Should().Be(SQLitePCL.raw.SQLITE_OK);
    }

    [Fact(Timeout = 60_000)]
    public async Task File_that_is_not_a_database_is_rejected_by_name()
    {
        await File.WriteAllTextAsync(SqlitePath, new string('x', 10_000));

        var open = () => EppSqliteDatabase.OpenAsync(SqlitePath);

        (await open.Should().ThrowAsync<InvalidDataException>()).Which.Message.Should().Contain(SqlitePath);
    }

    [Fact(Timeout = 60_000)]
    public async Task Tables_of_a_newer_version_are_rejected_unchanged()
    {
        await using (var database = await EppSqliteDatabase.OpenAsync(SqlitePath))
        {
            await database.WriteAsync("UPDATE epp_schema SET version = 99 WHERE part = 'journal'", default);
        }

        var open = () => EppSqliteDatabase.OpenAsync(SqlitePath);

        (await open.Should().ThrowAsync<InvalidDataException>()).Which.Message.Should().Contain("'journal'").And.Contain("Update the package");
    }

    [SkippableFact(Timeout = 60_000)]
    public async Task Postgresql_tables_of_a_newer_version_are_rejected_unchanged()
    {
        var connectionString = await server.CreateDatabaseAsync();
        await (await EppPostgresDatabase.OpenAsync(connectionString)).DisposeAsync();
        await ExecuteAsync(connectionString, "UPDATE epp_schema SET version = 99 WHERE part = 'journal'");

        var open = () => EppPostgresDatabase.OpenAsync(connectionString);

        (await open.Should().ThrowAsync<InvalidDataException>()).Which.Message.Should().Contain("'journal'").And.Contain("Update the package");
    }

    [SkippableFact(Timeout = 60_000)]
    public async Task Postgresql_without_synchronous_commit_is_rejected()
    {
        var connectionString = await server.CreateDatabaseAsync();

        var open = () => EppPostgresDatabase.OpenAsync(connectionString + ";Options=-c synchronous_commit=off");

        (await open.Should().ThrowAsync<InvalidOperationException>()).Which.Message.Should().Contain("synchronous_commit");
    }

    [SkippableFact(Timeout = 60_000)]
    public async Task Connections_of_the_caller_stay_open()
    {
        await using var source = NpgsqlDataSource.Create(await server.CreateDatabaseAsync());
        await (await EppPostgresDatabase.OpenAsync(source)).DisposeAsync();

        await using var command = source.CreateCommand("SELECT 1");

        (await command.ExecuteScalarAsync()).Should().Be(1);
    }

    [SkippableTheory(Timeout = 60_000)]
    [InlineData("40001", 3)]
    [InlineData("40P01", 3)]
    [InlineData("23505", 1)]
    public async Task Postgresql_statement_is_retried_only_after_a_conflict(string failure, int expected)
    {
        await using var database = await EppPostgresDatabase.OpenAsync(await server.CreateDatabaseAsync());
        var tries = 0;

        var run = () => database.OnceAsync(
            connection => connection.ExecuteAsync(++tries < 3 ? $"DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '{failure}'; END $$" : "SELECT 1", default), default);

        if (expected == 1)
        {
            await run.Should().ThrowAsync<PostgresException>();
        }
        else
        {
            await run.Should().NotThrowAsync();
        }

        tries.Should().Be(expected);
    }

    [SkippableFact(Timeout = 60_000)]
    public async Task Postgresql_connection_is_free_while_a_statement_waits_for_its_next_try()
    {
        const int Conflicts = 10;
        var time = new WaitingTime();
        await using var database = await EppPostgresDatabase.OpenAsync(await server.CreateDatabaseAsync() + ";Maximum Pool Size=1;Timeout=2", time);
        var tries = 0;

        var run = database.OnceAsync(
            _ => ++tries <= Conflicts ? Task.FromException<int>(new PostgresException("conflict", "ERROR", "ERROR", PostgresErrorCodes.SerializationFailure)) : Task.FromResult(tries), default);
        await time.Waiting;

        await (await database.Source.OpenConnectionAsync()).DisposeAsync();
        await Eventually.HoldsAsync(() =>
        {
            time.Advance(TimeSpan.FromSeconds(1));
            return run.IsCompleted;
        });
        (await run).Should().Be(Conflicts + 1);
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<object?> ScalarAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }

    /// <summary>A clock that reports the first delay. A delay of zero, which is possible, needs no timer.</summary>
    private sealed class WaitingTime : FakeTimeProvider
    {
        private readonly TaskCompletionSource _waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Waiting => _waiting.Task;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            _waiting.TrySetResult();
            return timer;
        }
    }
}
