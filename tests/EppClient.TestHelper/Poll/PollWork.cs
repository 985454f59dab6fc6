using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using EppClient.Polling;

namespace EppClient.TestHelper.Poll;

/// <summary>Drains a queue and exits, or runs a service that acquires leadership and processes the queue.</summary>
internal static class PollWork
{
    public const string Usage = "poll sqlite|postgres|service FILE|CONNECTION PORT CA-FILE";

    public static async Task RunAsync(string work, string place, string port, string authority)
    {
        using var root = X509CertificateLoader.LoadCertificateFromFile(authority);
        var options = new EppOptions
        {
            Host = "localhost",
            Port = int.Parse(port, CultureInfo.InvariantCulture),
            ClientId = "REG-1",
            Password = "secret-of-a-test",
            Tls = new EppTlsOptions { TrustedRoots = [root] },
        };
        await using var handled = await HandledMessages.OpenAsync(work, place);
        if (work == "service")
        {
            await ServiceWork.RunAsync(options, handled, place);
            return;
        }

        await using var pool = new EppSessionPool(options);
        var consumer = new EppPollConsumer(pool, handled.Inbox, EppPollConsumerOptions.For(pool));
        await consumer.DrainAsync(handled.WriteAsync);
    }
}
