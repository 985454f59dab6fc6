using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using EppClient;
using EppClient.Bulk;
using EppClient.Bulk.Helper;
using EppClient.Dk;
using EppClient.PostgreSql;
using EppClient.Sqlite;

// One process that works on a bulk job, for tests that kill it: the job's whole input is made here, and all that it remembers is in its store.
if (args is not [var kind, var place, var what, var rows, var port, var authority, var user, var password])
{
    await Console.Error.WriteLineAsync("Usage: EppClient.Bulk.Helper sqlite|postgres FILE|CONNECTION check|nameservers ROWS PORT CA-FILE USER PASSWORD");
    return 2;
}

using var root = X509CertificateLoader.LoadCertificateFromFile(authority);
await using var pool = new EppSessionPool(new EppOptions
{
    Host = "localhost",
    Port = int.Parse(port, CultureInfo.InvariantCulture),
    ClientId = user,
    Password = password,

    // A registry in the next process is done with a command a second after its connection has ended.
    Profile = DkProfile.Current with { SettlingTime = TimeSpan.FromSeconds(1) },
    Tls = new EppTlsOptions { TrustedRoots = [root] },
});
await using var sqlite = kind == "sqlite" ? await EppSqliteDatabase.OpenAsync(place) : null;
await using var postgres = kind == "postgres" ? await EppPostgresDatabase.OpenAsync(place) : null;
IEppBulkStore store = sqlite is not null ? new EppSqliteBulkStore(sqlite, what) : new EppPostgresBulkStore(postgres!, what, TimeSpan.FromSeconds(2));
var task = what == "check" ? EppBulkTasks.CheckDomains(pool.Options.Profile) : DkBulkTasks.SetNameServers();
var job = new EppBulkJob(pool, store, task);
var end = await job.RunAsync(BulkInput.RowsAsync(long.Parse(rows, CultureInfo.InvariantCulture)), new Lines());
Console.WriteLine($"end {end}");
return 0;

/// <summary>One line a second, in the order in which they come.</summary>
internal sealed class Lines : IProgress<EppBulkProgress>
{
    public void Report(EppBulkProgress value) => Console.WriteLine(value);
}
