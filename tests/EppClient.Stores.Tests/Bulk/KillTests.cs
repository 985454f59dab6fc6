using System.Diagnostics;
using EppClient.Stores.Tests.Servers;
using EppClient.TestSupport.Servers;
using Xunit.Abstractions;

namespace EppClient.Stores.Tests.Bulk;

/// <summary>
/// A process that runs a job is killed repeatedly at random times, and its successor continues. In full size: a million checks,
/// 50,000 updates and twenty kills.
/// </summary>
public sealed class KillTests(PostgresServer postgres, ITestOutputHelper output) : IClassFixture<PostgresServer>
{
    private static readonly int Checks = TestSize.Of(eachCommit: 10_000, full: 1_000_000);
    private static readonly int Updates = TestSize.Of(eachCommit: 600, full: 50_000);
    private static readonly int Kills = TestSize.Of(eachCommit: 2, full: 20);

    [SkippableTheory(Timeout = 7_200_000)]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task Each_domain_is_updated_once(StoreKind kind)
    {
        await using var house = await StoreFixture.CreateAsync(kind, postgres);
        await using var world = new BulkFixture(Updates);

        // An info and an update for each row.
        await WorkThroughAsync(house, world, "nameservers", Updates, responses: Updates * 2L);

        world.NotMoved(Updates).Should().BeEmpty();
        world.Account.Updates.Should().HaveCount(Updates);
        world.Account.Updates.Where(update => update.Value != 1).Should().BeEmpty("the registry executed each update once");
        await JobProcess.RequireDoneAsync(house, "nameservers", Updates);
    }

    [SkippableFact(Timeout = 7_200_000)]
    public async Task Each_name_is_checked()
    {
        await using var house = await StoreFixture.CreateAsync(StoreKind.Sqlite, postgres);
        await using var world = new BulkFixture(10);

        await WorkThroughAsync(house, world, "check", Checks, responses: Checks / 20);

        var results = await JobProcess.RequireDoneAsync(house, "check", Checks);
        results.Should().Be((10, Checks - 10), "ten domains are registered");
    }

    [SkippableFact(Timeout = 600_000)]
    public async Task Another_process_completes_the_job_of_a_killed_process()
    {
        await using var house = await StoreFixture.CreateAsync(StoreKind.Postgres, postgres);
        await using var world = new BulkFixture(Updates);
        using var survivor = new JobProcess(house, world, "nameservers", Updates);
        using var victim = new JobProcess(house, world, "nameservers", Updates);

        await world.Account.WhenRespondedAsync(Updates);
        await victim.KillAsync();
        await survivor.WaitForExitAsync();

        survivor.ExitCode.Should().Be(0);
        world.NotMoved(Updates).Should().BeEmpty();
        world.Account.Updates.Where(update => update.Value != 1).Should().BeEmpty("the registry executed each update once");
        await JobProcess.RequireDoneAsync(house, "nameservers", Updates);
    }

    private async Task WorkThroughAsync(StoreFixture house, BulkFixture world, string what, int rows, long responses)
    {
        output.WriteLine(TestSize.Repeat);
        var random = new Random(TestSize.Seed);
        var watch = Stopwatch.StartNew();
        var memory = 0L;
        for (var kill = 0; kill < Kills; kill++)
        {
            using var victim = new JobProcess(house, world, what, rows);
            await Task.WhenAny(world.Account.WhenRespondedAsync(world.Account.Responses + random.NextInt64(responses / (Kills + 1)) + 10), victim.WaitForExitAsync());

            // At any point between a request, a commit and a response.
            await Task.Delay(TimeSpan.FromMilliseconds(random.NextDouble() * 5));
            victim.HasExited.Should().BeFalse("work remains at kill {0}", kill + 1);
            memory = Math.Max(memory, victim.PeakMemory);
            await victim.KillAsync();
        }

        using var last = new JobProcess(house, world, what, rows);
        await last.WaitForExitAsync();
        memory = Math.Max(memory, last.PeakMemory);
        output.WriteLine($"{what}: {rows} rows, {Kills} kills, {watch.Elapsed.TotalSeconds:0} s, {world.Account.Responses} responses, at most {memory / 1024} MiB in the job's process");
        last.ExitCode.Should().Be(0);
    }
}
