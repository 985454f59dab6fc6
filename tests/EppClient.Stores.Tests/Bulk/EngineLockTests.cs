using EppClient.PostgreSql;
using EppClient.Stores.Tests.Redis;
using EppClient.Stores.Tests.Servers;
using EppClient.TestSupport.Servers;
using Medallion.Threading;
using Npgsql;

namespace EppClient.Stores.Tests.Bulk;

/// <summary>
/// Shows why rows of a job are leased and not locked by PostgreSQL: a database lock can belong to another process while its previous holder still assumes
/// that it holds it. <see cref="SeveralMachinesTests"/> and <see cref="LeaseTests"/> show how a lease and its fence behave in these cases.
/// </summary>
[Collection(SharedPostgres.Name)]
public sealed class EngineLockTests(PostgresServer postgres)
{
    private const string Name = "rows";

    [SkippableFact(Timeout = 60_000)]
    public async Task Lock_of_a_disconnected_process_is_released_before_the_holder_detects_it()
    {
        var direct = await postgres.CreateDatabaseAsync();
        var relay = new Relay(postgres.Port);
        var held = await Take(With(direct, relay.Port));
        var lost = held.HandleLostToken;

        // The server closes the connection of an unreachable client; the test does it here, because the relay acknowledges data for that client.
        relay.FallSilent();
        await using (var source = NpgsqlDataSource.Create(direct))
        await using (var command = source.CreateCommand("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'"))
        {
            await command.ExecuteNonQueryAsync();
        }

        await using var second = await Take(direct);

        lost.IsCancellationRequested.Should().BeFalse("both assume that they hold it");
        relay.Dispose();
        await LetGoAsync(held);
    }

    [SkippableFact(Timeout = 120_000)]
    public async Task Lock_is_free_on_the_promoted_server_before_the_holder_detects_it()
    {
        var (primary, standby) = (new PostgresServer(), (PostgresServer?)null);
        try
        {
            await primary.InitializeAsync();
            var database = await primary.CreateDatabaseAsync();
            standby = await primary.StartStandbyAsync();
            var relay = new Relay(primary.Port);
            var held = await Take(With(database, relay.Port));
            var lost = held.HandleLostToken;
            relay.FallSilent();
            await primary.KillAsync();
            await standby.PromoteAsync();

            await using var second = await Take(With(database, standby.Port));

            lost.IsCancellationRequested.Should().BeFalse("both assume that they hold it");
            relay.Dispose();
            await LetGoAsync(held);
        }
        finally
        {
            await primary.DisposeAsync();
            await (standby?.DisposeAsync() ?? Task.CompletedTask);
        }
    }

    private static ValueTask<IDistributedSynchronizationHandle> Take(string connectionString) =>
        EppPostgresLocks.CreateProvider(connectionString).CreateLock(Name).AcquireAsync(TimeSpan.FromSeconds(30));

    private static async Task LetGoAsync(IDistributedSynchronizationHandle held)
    {
        try
        {
            await held.DisposeAsync();
        }
        catch (Exception e) when (e is InvalidOperationException or NpgsqlException)
        {
            // Its connection is closed.
        }
    }

    // The holder detects the loss when a command times out. The timeout is too long to occur here on a slow machine.
    private static string With(string connectionString, int port) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Port = port, Pooling = false, CommandTimeout = 300 }.ConnectionString;
}
