using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using EppClient.Commands;
using EppClient.Dk;

namespace EppClient.TestHelper.Redis;

/// <summary>Uses a pool whose sessions end after a few commands each, so that permits keep moving between the processes.</summary>
internal static class PoolWork
{
    private const int CommandsPerSession = 5;

    /// <param name="quota">The quota that the processes share.</param>
    /// <param name="target">Port, user, password and root certificate of the registry, separated by vertical bars.</param>
    /// <param name="count">The number of sessions to use, and of callers.</param>
    public static async Task RunAsync(IEppSessionQuota quota, string target, int count)
    {
        var parts = target.Split('|');
        using var root = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(parts[3]));
        await using var pool = new EppSessionPool(new EppOptions
        {
            Host = "localhost",
            Port = int.Parse(parts[0], CultureInfo.InvariantCulture),
            ClientId = parts[1],
            Password = parts[2],
            Profile = DkProfile.Current,
            Tls = new EppTlsOptions { TrustedRoots = [root] },
            Pool = new EppPoolOptions { MaxSessions = count, MaxCommandsPerSession = CommandsPerSession, Quota = quota },
        });
        await Task.WhenAll(Enumerable.Range(0, count).Select(_ => AskAsync(pool)));
    }

    /// <summary>Writes a line for each response, so that the test can verify that each process makes progress. A failure ends the process with the reason.</summary>
    private static async Task AskAsync(EppSessionPool pool)
    {
        while (true)
        {
            try
            {
                await pool.SendAsync(new DomainCheck("eksempel.dk"));
                await Console.Out.WriteLineAsync("answered");
            }
            catch (EppException e) when (e.Delivery == EppDelivery.NotSent && e is not EppSessionLimitException)
            {
                // The other processes had all permits during the wait of this caller.
            }
        }
    }
}
