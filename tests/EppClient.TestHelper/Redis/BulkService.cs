using EppClient.Bulk;
using EppClient.Commands;
using Microsoft.Extensions.Hosting;

namespace EppClient.TestHelper.Redis;

/// <summary>Runs one bulk job after the other, and writes a line for each completed job.</summary>
internal sealed class BulkService(EppSessionPool pool) : BackgroundService
{
    private const int Rows = 20;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var job = new EppBulkJob(pool, new EppMemoryBulkStore(), EppBulkTask.ForEachRow("check", row => new DomainCheck(row.Column("domain"))));
            var end = await job.RunAsync(RowsAsync(), cancellationToken: stoppingToken);
            await Console.Out.WriteLineAsync($"done {end.Done} of {Rows}");
        }
    }

    private static async IAsyncEnumerable<EppBulkRow> RowsAsync()
    {
        for (var number = 1; number <= Rows; number++)
        {
            yield return EppBulkRow.FromColumns($"{number}", KeyValuePair.Create("domain", $"navn{number}.dk"));
        }

        await Task.CompletedTask;
    }
}
