using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using EppClient.Dk;
using EppClient.Sqlite;

namespace EppClient.TestHelper.Bulk;

/// <summary>Runs a batch of transfers, for tests that kill this process: the domains and tokens are in a file, and its state is only in its store.</summary>
internal static class TransferBatchWork
{
    public const string Usage = "wave FILE INPUT-FILE PORT CA-FILE USER PASSWORD";

    public static async Task RunAsync(string place, string input, string port, string authority, string user, string password)
    {
        using var root = X509CertificateLoader.LoadCertificateFromFile(authority);
        await using var pool = new EppSessionPool(new EppOptions
        {
            Host = "localhost",
            Port = int.Parse(port, CultureInfo.InvariantCulture),
            ClientId = user,
            Password = password,
            SponsorId = "REG-100001",

            // A registry on the same machine completes a command within a second after its connection has ended.
            Profile = DkProfile.Current with { ReconciliationDelay = TimeSpan.FromSeconds(1) },
            Tls = new EppTlsOptions { TrustedRoots = [root] },
        });
        await using var database = await EppSqliteDatabase.OpenAsync(place);
        await WaveOf(new DkRegistrar(pool, "REG-100001"), ReadInput(input), database).RunAsync();
    }

    public static DkTransferBatch WaveOf(IDkRegistrar registrar, IEnumerable<DkTransferItem> domains, EppSqliteDatabase database) =>
        new(registrar, domains, job => new EppSqliteBulkStore(database, job));

    /// <summary>Reads one domain per line: domain, token, expiry of the token, customer, automatic renewal, name servers.</summary>
    public static IEnumerable<DkTransferItem> ReadInput(string file) => File.ReadLines(file).Select(line => line.Split(';')).Select(part =>
        new DkTransferItem(part[0], part[1], DateTimeOffset.Parse(part[2], CultureInfo.InvariantCulture), part[3])
        {
            AutoRenew = part[4] == "on",
            NameServers = part[5].Split(' ', StringSplitOptions.RemoveEmptyEntries),
        });
}
