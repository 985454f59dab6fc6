using BulkNameServers;
using CsvHelper;
using EppClient;
using EppClient.Bulk;
using EppClient.Dk;
using EppClient.Sqlite;

// Moves domains to new name servers: [FILE.csv [HOST:PORT USER CA-FILE]], with the password in EPP_PASSWORD. Without a host it uses the embedded registry.
// The job is stored next to the file, in FILE.csv.db: interrupt it with Ctrl+C, or kill it, and run it again to continue.
var file = args is [var given, ..] ? given : Path.Combine(AppContext.BaseDirectory, "domains.csv");
using var interrupted = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    // Commands that were sent are awaited and recorded.
    pressed.Cancel = true;
    interrupted.Cancel();
};

await using var embedded = args.Length < 4 ? EmbeddedRegistry.Start(Rows(file).ToBlockingEnumerable()) : null;
await using var pool = new EppSessionPool(embedded?.Options() ?? Registry.Options(args[1], args[2], args[3]));
await using var database = await EppSqliteDatabase.OpenAsync($"{file}.db");
var job = new EppBulkJob(pool, new EppSqliteBulkStore(database, "name servers"), DkBulkTasks.SetNameServers());
try
{
    var end = await job.RunAsync(Rows(file), new Lines(), interrupted.Token);
    Console.WriteLine($"Complete: {end.Done} done, {end.Failed} failed, {end.Unknown} unknown.");
    return end.Failed + end.Unknown == 0 ? 0 : 1;
}
catch (OperationCanceledException)
{
    Console.WriteLine("Interrupted. Run it again to continue.");
    return 3;
}
catch (EppBulkException e)
{
    Console.WriteLine(e.Message);
    return 3;
}
finally
{
    await using var results = CsvWriter.ToFile($"{file}.results.csv");
    await results.WriteRecordAsync(["domain", "state", "code", "message"]);
    await foreach (var row in job.ReadResultsAsync())
    {
        await results.WriteRecordAsync([row.Key, $"{row.State}", $"{row.Code}", $"{row.Message}"]);
    }
}

static async IAsyncEnumerable<EppBulkRow> Rows(string file)
{
    using var csv = CsvReader.FromFile(file);
    while (await csv.ReadAsync())
    {
        // The domain is the key: a domain that is in the file twice is a mistake.
        var domain = csv.GetString("domain");
        yield return EppBulkRow.FromColumns(domain, KeyValuePair.Create("domain", domain), KeyValuePair.Create("nameservers", csv.GetString("nameservers")));
    }
}
