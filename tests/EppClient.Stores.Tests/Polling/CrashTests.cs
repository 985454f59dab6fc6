using System.Diagnostics;
using System.Globalization;
using EppClient.Stores.Tests.Servers;
using EppClient.TestSupport.Servers;
using EppClient.Testing.Server;
using Xunit.Abstractions;

namespace EppClient.Stores.Tests.Polling;

/// <summary>A process that handles a queue is killed repeatedly at random times, and its successor continues.</summary>
public sealed class CrashTests(PostgresServer postgres, ITestOutputHelper output) : IClassFixture<PostgresServer>
{
    private static readonly int Kills = TestSize.Of(eachCommit: 2, full: 10);
    private static readonly int Messages = TestSize.Of(eachCommit: 400, full: 100_000);

    [SkippableTheory(Timeout = 3_600_000)]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task No_message_is_lost_or_handled_twice_and_the_order_is_kept(StoreKind kind)
    {
        await using var house = await StoreFixture.CreateAsync(kind, postgres);
        var ledger = await HandledMessageReader.CreateAsync(house);
        var service = new PollQueueService();
        string[] ids = [.. Enumerable.Range(1, Messages).Select(number => number.ToString(CultureInfo.InvariantCulture))];
        service.Enqueue(ids);
        await using var server = EppTestServer.Start(service);
        var authority = Path.Combine(house.Folder, "ca.pem");
        await File.WriteAllTextAsync(authority, server.ExportCaPem());
        output.WriteLine(TestSize.Repeat);
        var random = new Random(TestSize.Seed);
        var watch = Stopwatch.StartNew();

        for (var kill = 0; kill < Kills; kill++)
        {
            using var victim = Start(kind, house, server.Port, authority);
            await service.WhenAcknowledgedAsync(service.Acknowledged.Count + random.Next(Messages / Kills));

            // At any point between a request, a commit and an acknowledgement.
            await Task.Delay(TimeSpan.FromMilliseconds(random.NextDouble() * 5));
            victim.Kill();
            await victim.WaitForExitAsync();
        }

        using var last = Start(kind, house, server.Port, authority);
        await last.WaitForExitAsync();

        output.WriteLine($"{Messages} messages in {watch.Elapsed.TotalSeconds:0} s, {service.Requests - Messages - 1} of them seen more than once");
        last.ExitCode.Should().Be(0);
        service.Acknowledged.Should().Equal(ids, "each message was acknowledged once");
        (await ledger.ReadAsync()).Should().Equal(ids, "the registrar's table has each message once, in the order of the queue");
    }

    private static Process Start(StoreKind kind, StoreFixture house, int port, string authority)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "EppClient.TestHelper.dll");
        string[] arguments =
        [
            program, "poll", kind == StoreKind.Sqlite ? "sqlite" : "postgres", kind == StoreKind.Sqlite ? house.SqlitePath : house.ConnectionString!,
            port.ToString(CultureInfo.InvariantCulture), authority,
        ];
        return Process.Start("dotnet", arguments);
    }
}
