using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using EppClient;
using EppClient.Poll.Helper;
using EppClient.Polling;

// One process of a registrar, for tests that kill it: drains a queue and ends, or is a service that asks for the lead and works it.
if (args is not [var work, var place, var port, var authority])
{
    await Console.Error.WriteLineAsync("Usage: EppClient.Poll.Helper sqlite|postgres|service FILE|CONNECTION PORT CA-FILE");
    return 2;
}

using var root = X509CertificateLoader.LoadCertificateFromFile(authority);
var options = new EppOptions
{
    Host = "localhost",
    Port = int.Parse(port, CultureInfo.InvariantCulture),
    ClientId = "REG-1",
    Password = "secret-of-a-test",
    Tls = new EppTlsOptions { TrustedRoots = [root] },
};
await using var ledger = await Ledger.OpenAsync(work, place);
if (work == "service")
{
    await ServiceWork.RunAsync(options, ledger, place);
    return 0;
}

await using var pool = new EppSessionPool(options);
var consumer = new EppPollConsumer(pool, ledger.Inbox, EppPollConsumerOptions.For(pool));
await consumer.DrainAsync(ledger.WriteAsync);
return 0;
