using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using EppClient.Commands;
using EppClient.Dk;

namespace EppClient.TestHelper.Redis;

/// <summary>Works with a pool whose sessions end after a few commands each, so that the processes keep taking room from each other.</summary>
internal static class PoolWork
{
    private const int CommandsPerSession = 5;

    /// <param name="quota">The room that the processes share.</param>
    /// <param name="target">Port, user, password and root certificate of the registry, with bars between.</param>
    /// <param name="count">How many sessions it wants, and how many callers there are.</param>
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
            Pool = new EppPoolOptions { MaxSessions = count, MaxCommandsPerSession = CommandsPerSession },
            SessionQuota = quota,
        });
        await Task.WhenAll(Enumerable.Range(0, count).Select(_ => AskAsync(pool)));
    }

    /// <summary>A line for each answer, so that the test sees who got its share. What fails ends the process with the reason.</summary>
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
                // The others had all the room for as long as this caller would wait.
            }
        }
    }
}
