using EppClient.Bulk;
using EppClient.Commands;
using EppClient.Diagnostics;
using EppClient.Dk;
using EppClient.TestHelper.Bulk;
using EppClient.TestSupport.Telemetry;

namespace EppClient.Stores.Tests.Bulk;

/// <summary>The metrics of bulk jobs match docs/guide/telemetry.md.</summary>
public sealed class BulkTelemetryTests
{
    private const int Domains = 4;
    private static readonly string[] CommonTags = ["epp.client.pool.name", "server.address", "server.port", "epp.bulk.kind"];

    [Fact(Timeout = 60_000)]
    public async Task Rows_are_counted_by_result_and_in_flight_and_remaining_rows_are_measured_while_the_job_runs()
    {
        var name = $"bulk {Guid.NewGuid()}";
        using var recorder = new MetricRecorder(name);
        await using var world = new BulkFixture(Domains);
        await using var pool = world.Pool(options => options with { Profile = options.Profile with { Name = name } });
        var task = EppBulkTask.ForEachRow("measured", async (row, client, token) =>
        {
            if (row.Key == "1")
            {
                recorder.Observe();
            }

            var info = await client.SendAsync(new DomainInfo(row.Column("domain")), token);
            return DkDesiredState.SetNameServers(info.Data, EppBulkTasks.NameServersOf(row));
        });

        // One at a time, so that the first row is in flight and the others remain; the domain of the last row does not exist.
        var end = await new EppBulkJob(pool, new EppMemoryBulkStore(), task, new EppBulkOptions { Degree = 1 }).RunAsync(BulkInput.RowsAsync(Domains + 1));
        recorder.Observe();

        (end.Done, end.Failed, end.Unknown).Should().Be((Domains, 1, 0));
        (Rows("done"), Rows("failed"), Rows("unknown")).Should().Be((Domains, 1, 0));
        recorder.Sum(EppTelemetry.BulkInFlight).Should().Be(1);
        recorder.Sum(EppTelemetry.BulkLeft).Should().Be(Domains + 1);
        recorder.Count(EppTelemetry.BulkLeft).Should().Be(1, "nothing is reported for a job that does not run");
        var bulk = recorder.Measurements.Where(measurement => measurement.Name.StartsWith("epp.client.bulk.", StringComparison.Ordinal)).ToList();
        bulk.Should().OnlyContain(measurement => CommonTags.All(tag => measurement.Tags.ContainsKey(tag))).And.OnlyContain(measurement => Equals(measurement.Tags["epp.bulk.kind"], "measured"));

        double Rows(string outcome) => recorder.Sum(EppTelemetry.BulkRows, "outcome", outcome);
    }

    [Fact(Timeout = 60_000)]
    public async Task Row_with_an_unknown_outcome_is_counted_as_unknown()
    {
        var name = $"bulk {Guid.NewGuid()}";
        using var recorder = new MetricRecorder(name);
        await using var world = new BulkFixture(1);
        await using var pool = world.Pool(options => options with { Profile = options.Profile with { Name = name } });
        var store = new EppMemoryBulkStore();
        var task = EppBulkTask.ForEachRow("unreadable", row => DkDomain.SetAutoRenew(row.Column("domain"), false));

        // The state after an earlier run: started, with a record that this version cannot read.
        await store.OpenAsync("unreadable", pool.Account, default);
        await store.AppendAsync(0, await BulkInput.RowsAsync(1).ToListAsync(), default);
        await store.ClaimAsync(1, default);
        var record = new EppJournalRecord
        {
            Id = "1",
            Account = pool.Account,
            ClientTransactionId = "LOST-1",
            WrittenAt = DateTimeOffset.UnixEpoch,
            Command = "update domain",
            Message = "<none/>"u8.ToArray(),
        };
        await store.WriteAsync([EppBulkEntry.Start(1, record)], default);
        await store.CloseAsync(default);

        var end = await new EppBulkJob(pool, store, task).RunAsync(BulkInput.RowsAsync(1));

        end.Unknown.Should().Be(1);
        recorder.Sum(EppTelemetry.BulkRows, "outcome", "unknown").Should().Be(1);
    }
}
