using EppClient.Stores.Tests.Servers;
using EppClient.TestSupport.Servers;
using Npgsql;

namespace EppClient.Stores.Tests.Bulk;

/// <summary>
/// The database of several processes that share one job fails over to another server, whose clock may differ. The registry executes each row
/// once. In full size: 50,000 rows, and a clock that is five minutes behind.
/// </summary>
public sealed class SeveralMachinesFailoverTests
{
    private static readonly int Rows = TestSize.Of(eachCommit: 1_000, full: 50_000);

    [SkippableTheory(Timeout = 7_200_000)]
    [InlineData("equal")]
    [InlineData("ahead")]
    [InlineData("behind")]
    public async Task Job_continues_after_a_failover_to_a_database_whose_clock_may_differ(string clock)
    {
        // If its clock is behind, the leases of exited processes expire later by the same amount.
        var secondsAhead = clock switch
        {
            "ahead" => 300,
            "behind" => -TestSize.Of(eachCommit: 5, full: 300),
            _ => 0,
        };

        // Separate servers for this test, because it kills one of them.
        var (primary, standby) = (new PostgresServer(), (PostgresServer?)null);
        try
        {
            await primary.InitializeAsync();
            await using var own = await StoreFixture.CreateAsync(StoreKind.Postgres, primary);
            standby = await primary.StartStandbyAsync();
            var both = new NpgsqlConnectionStringBuilder(own.ConnectionString) { Host = $"127.0.0.1:{primary.Port},127.0.0.1:{standby.Port}", TargetSessionAttributes = "primary" }.ConnectionString;
            await using var world = new BulkFixture(Rows);
            using var first = new JobProcess(own, world, "nameservers", Rows, both);
            using var second = new JobProcess(own, world, "nameservers", Rows, both);
            await world.WhenRespondedAsync(Rows / 2, first, second);

            await primary.KillAsync();
            await standby.PromoteAsync();

            // Simulates a clock that is ahead by that amount.
            await using (var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(own.ConnectionString) { Port = standby.Port }.ConnectionString))
            await using (var command = source.CreateCommand(
                $"UPDATE epp_bulk_owner SET leased_until = leased_until - interval '{secondsAhead} seconds'; UPDATE epp_bulk_row SET recorded_at = recorded_at - interval '{secondsAhead} seconds'"))
            {
                await command.ExecuteNonQueryAsync();
            }

            await Task.WhenAll(first.WaitForExitAsync(), second.WaitForExitAsync());
            using var third = new JobProcess(own, world, "nameservers", Rows, both);
            using var fourth = new JobProcess(own, world, "nameservers", Rows, both);
            await world.RequireOnceAsync(own, both, Rows, third, fourth);
        }
        finally
        {
            await primary.DisposeAsync();
            await (standby?.DisposeAsync() ?? Task.CompletedTask);
        }
    }
}
