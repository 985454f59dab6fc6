using EppClient.Stores.Tests.Redis;
using EppClient.Stores.Tests.Servers;
using EppClient.TestSupport.Servers;
using Npgsql;

namespace EppClient.Stores.Tests.Bulk;

/// <summary>
/// Failures of several processes that share one job: one is killed, is paused, or loses its network; their clocks differ. The registry executes each
/// row once. In full size: 50,000 rows, twenty failures, and pauses of a minute. Uses a separate server, because it waits for leases while other tests
/// run.
/// </summary>
public sealed class SeveralMachinesTests(PostgresServer postgres) : IClassFixture<PostgresServer>, IAsyncLifetime
{
    private static readonly int Rows = TestSize.Of(eachCommit: 1_000, full: 50_000);
    private static readonly int Failures = TestSize.Of(eachCommit: 1, full: 20);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(TestSize.Of(eachCommit: 0, full: 60));

    private StoreFixture _house = null!;

    public async Task InitializeAsync() => _house = await StoreFixture.CreateAsync(StoreKind.Postgres, postgres);

    public async Task DisposeAsync() => await _house.DisposeAsync();

    [SkippableFact(Timeout = 7_200_000)]
    public async Task Rows_of_a_killed_process_are_claimed_by_another()
    {
        await using var world = new BulkFixture(Rows);
        using var survivor = new JobProcess(_house, world, "nameservers", Rows);
        var kills = 0;
        while (kills < Failures)
        {
            using var victim = new JobProcess(_house, world, "nameservers", Rows);
            if (!await WhenLeasedAsync(leased => leased == 2, survivor, victim))
            {
                break;
            }

            await world.WhenRespondedAsync(Rows / Failures / 4, survivor, victim);
            await victim.KillAsync();
            kills++;
            await WhenLeasedAsync(leased => leased < 2, survivor);
        }

        kills.Should().BePositive();
        await RequireOnceAsync(world, survivor);
    }

    [SkippableFact(Timeout = 7_200_000)]
    public async Task Process_paused_for_longer_than_its_lease_executes_no_command_twice()
    {
        await using var world = new BulkFixture(Rows);
        using var first = new JobProcess(_house, world, "nameservers", Rows);
        using var second = new JobProcess(_house, world, "nameservers", Rows);
        var stops = 0;
        while (stops < Failures && await WhenLeasedAsync(leased => leased == 2, first, second))
        {
            var (sleeper, other) = stops % 2 == 0 ? (first, second) : (second, first);
            await world.WhenRespondedAsync(Rows / Failures / 4, first, second);

            // Until another process has claimed its rows, and in full size for a minute.
            sleeper.Stop();
            stops++;
            await WhenLeasedAsync(leased => leased < 2, other);
            await Task.Delay(Pause);
            sleeper.Continue();
        }

        stops.Should().BePositive();
        await RequireOnceAsync(world, first, second);
    }

    [SkippableFact(Timeout = 7_200_000)]
    public async Task Process_that_loses_the_database_aborts_its_commands_and_another_claims_its_rows()
    {
        await using var world = new BulkFixture(Rows);
        using var relay = new Relay(postgres.Port);
        var overRelay = new NpgsqlConnectionStringBuilder(_house.ConnectionString) { Port = relay.Port, Timeout = 2, CommandTimeout = 2, CancellationTimeout = -1 };
        using var survivor = new JobProcess(_house, world, "nameservers", Rows);
        using var lost = new JobProcess(_house, world, "nameservers", Rows, overRelay.ConnectionString);
        (await WhenLeasedAsync(leased => leased == 2, survivor, lost)).Should().BeTrue();
        await world.WhenRespondedAsync(Rows / 4, survivor, lost);

        relay.FallSilent();
        await lost.WaitForExitAsync();
        lost.ExitCode.Should().NotBe(0, "a job stops if its store fails");

        await RequireOnceAsync(world, survivor);
    }

    [SkippableFact(Timeout = 7_200_000)]
    public async Task Processes_with_a_clock_difference_of_five_minutes_claim_each_others_rows()
    {
        const int Ahead = 300;
        await using var world = new BulkFixture(0);
        int[] clocks = [Ahead, -Ahead];
        for (var i = 0; i < Failures; i++)
        {
            using var victim = new JobProcess(_house, world, "hosts", Rows, secondsAhead: clocks[i % 2]);
            await world.WhenRespondedAsync(Rows / (Failures + 1), victim);
            victim.HasExited.Should().BeFalse();
            await victim.KillAsync();
        }

        using var last = new JobProcess(_house, world, "hosts", Rows, secondsAhead: clocks[Failures % 2]);
        await last.WaitForExitAsync();

        // A second create of a host is rejected, so its row would have failed.
        last.ExitCode.Should().Be(0);
        await JobProcess.RequireDoneAsync(_house, "hosts", Rows);
    }

    /// <summary>Waits until the expected number of processes has a lease.</summary>
    /// <returns>False if a process exited first.</returns>
    private async Task<bool> WhenLeasedAsync(Func<long, bool> isReached, params JobProcess[] processes)
    {
        await using var source = NpgsqlDataSource.Create(_house.ConnectionString!);
        await using var command = source.CreateCommand("SELECT count(*) FROM epp_bulk_owner");
        var leased = 0L;
        await Eventually.HoldsAsync(
            async () =>
            {
                try
                {
                    leased = (long)(await command.ExecuteScalarAsync())!;
                    return isReached(leased) || processes.Any(process => process.HasExited);
                }
                catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UndefinedTable)
                {
                    // The first process has not created the tables yet.
                    return processes.Any(process => process.HasExited);
                }
            },
            () => $"the number of leases is not {leased}");
        return isReached(leased);
    }

    private Task RequireOnceAsync(BulkFixture world, params JobProcess[] processes) => world.RequireOnceAsync(_house, _house.ConnectionString!, Rows, processes);
}
