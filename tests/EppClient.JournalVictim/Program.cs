using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using EppClient;
using EppClient.Commands.Host;
using EppClient.Dk;

// Sends one command over a journal, for a test that kills this process meanwhile: PORT CA-FILE USER PASSWORD JOURNAL-FILE HOST-NAME send|hold
await using var file = EppFileJournal.Open(args[4]);
var options = new EppOptions
{
    Host = "localhost",
    Port = int.Parse(args[0], CultureInfo.InvariantCulture),
    ClientId = args[2],
    Password = args[3],
    Profile = DkProfile.Current,
    Tls = new EppTlsOptions { TrustedRoots = [X509CertificateLoader.LoadCertificateFromFile(args[1])] },
    Journal = args[6] == "hold" ? new HoldingJournal(file) : file,
};
await using var pool = new EppSessionPool(options);
await using (await pool.RentAsync())
{
    // From here on only the command is on the wire.
    Console.WriteLine("ready");
}

await Console.In.ReadLineAsync();
await pool.SendAsync(new HostCreate { Name = args[5] });

/// <summary>Records, says so, and never returns: the command is on the disk and not on the wire.</summary>
internal sealed class HoldingJournal(EppFileJournal inner) : IEppCommandJournal
{
    public async ValueTask RecordAsync(EppJournalRecord record, CancellationToken cancellationToken)
    {
        await inner.RecordAsync(record, cancellationToken);
        Console.WriteLine("recorded");
        await Task.Delay(Timeout.Infinite, cancellationToken);
    }

    public ValueTask SettleAsync(string recordId, CancellationToken cancellationToken) => inner.SettleAsync(recordId, cancellationToken);

    public ValueTask<IReadOnlyList<EppJournalRecord>> ReadUnsettledAsync(CancellationToken cancellationToken) => inner.ReadUnsettledAsync(cancellationToken);
}
