using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using EppClient;
using EppClient.Poll.Helper;
using EppClient.Polling;

// One process of a registrar, for tests that kill it: works a queue until its end.
if (args is not [var kind, var place, var port, var authority])
{
    await Console.Error.WriteLineAsync("Usage: EppClient.Poll.Helper sqlite|postgres FILE|CONNECTION PORT CA-FILE");
    return 2;
}

using var root = X509CertificateLoader.LoadCertificateFromFile(authority);
await using var pool = new EppSessionPool(new EppOptions
{
    Host = "localhost",
    Port = int.Parse(port, CultureInfo.InvariantCulture),
    ClientId = "REG-1",
    Password = "secret-of-a-test",
    Tls = new EppTlsOptions { TrustedRoots = [root] },
});
await using var ledger = await Ledger.OpenAsync(kind, place);
var consumer = new EppPollConsumer(pool, ledger.Inbox, EppPollConsumerOptions.For(pool));
await consumer.DrainAsync(ledger.WriteAsync);
return 0;
