using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using EppClient.Bulk;
using EppClient.Commands;
using EppClient.Dk;
using EppClient.PostgreSql;
using EppClient.Sqlite;

namespace EppClient.TestHelper.Bulk;

/// <summary>Runs a bulk job, for tests that kill this process: the input of the job is generated here, and its state is only in its store.</summary>
internal static class BulkWork
{
    public const string Usage = "bulk sqlite|postgres FILE|CONNECTION check|nameservers|hosts ROWS PORT CA-FILE USER PASSWORD SECONDS-AHEAD";

    /// <summary>The prefix of the line with the peak memory of the process, in KiB.</summary>
    public const string MemoryLine = "memory ";

    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(2);

    public static async Task RunAsync(string kind, string place, string what, string rows, string port, string authority, string user, string password, string secondsAhead)
    {
        using var root = X509CertificateLoader.LoadCertificateFromFile(authority);
        var clock = new ShiftedClock(TimeSpan.FromSeconds(int.Parse(secondsAhead, CultureInfo.InvariantCulture)));
        await using var pool = new EppSessionPool(
            new EppOptions
            {
                Host = "localhost",
                Port = int.Parse(port, CultureInfo.InvariantCulture),
                ClientId = user,
                Password = password,
                SponsorId = "REG-100001",

                // A registry on the same machine completes a command within a second after its connection has ended.
                Profile = DkProfile.Current with { ReconciliationDelay = TimeSpan.FromSeconds(1) },
                Timeouts = new EppTimeoutOptions { Logout = Lease * 0.4 },
                Tls = new EppTlsOptions { TrustedRoots = [root] },
            },
            timeProvider: clock);
        await using var sqlite = kind == "sqlite" ? await EppSqliteDatabase.OpenAsync(place) : null;
        await using var postgres = kind == "postgres" ? await EppPostgresDatabase.OpenAsync(place) : null;
        IEppBulkStore store = sqlite is not null ? new EppSqliteBulkStore(sqlite, what) : new EppPostgresBulkStore(postgres!, what, Lease);
        var task = what switch
        {
            "check" => EppBulkTasks.CheckDomains(pool.Options.Profile),
            "hosts" => EppBulkTask.ForEachRow("create hosts", row => new HostCreate { Name = BulkInput.HostOf(row.Key) }),
            _ => DkBulkTasks.SetNameServers(),
        };
        var job = new EppBulkJob(pool, store, task, timeProvider: clock);
        var end = await job.RunAsync(BulkInput.RowsAsync(long.Parse(rows, CultureInfo.InvariantCulture)), new Lines());
        Console.WriteLine($"end {end}");
        Console.WriteLine($"{MemoryLine}{PeakMemoryOf("self")}");
    }

    /// <summary>Returns the peak memory of a process, in KiB; 0 if the system does not report it.</summary>
    /// <param name="process">The process id, or <c>self</c>.</param>
    public static long PeakMemoryOf(string process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(one => one.StartsWith("VmHWM", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.Split(' ', '\t', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    /// <summary>A clock with an offset.</summary>
    internal sealed class ShiftedClock(TimeSpan shift) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + shift;
    }

    /// <summary>Writes one line per second, in order.</summary>
    private sealed class Lines : IProgress<EppBulkProgress>
    {
        public void Report(EppBulkProgress value) => Console.WriteLine(value);
    }
}
