using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using EppClient.Commands;
using EppClient.Dk;

namespace EppClient.TestHelper.Journal;

/// <summary>Sends one command with a journal, for a test that kills this process during the command.</summary>
internal static class JournalWork
{
    public const string Usage = "journal PORT CA-FILE USER PASSWORD JOURNAL-FILE HOST-NAME send|hold";

    public static async Task RunAsync(string port, string authority, string user, string password, string journal, string hostName, bool isHeld)
    {
        await using var file = EppFileJournal.Open(journal);
        var options = new EppOptions
        {
            Host = "localhost",
            Port = int.Parse(port, CultureInfo.InvariantCulture),
            ClientId = user,
            Password = password,
            Profile = DkProfile.Current,
            Tls = new EppTlsOptions { TrustedRoots = [X509CertificateLoader.LoadCertificateFromFile(authority)] },
            Recovery = new EppRecoveryOptions { Journal = isHeld ? new HoldingJournal(file) : file },
        };
        await using var pool = new EppSessionPool(options);
        await using (await pool.RentAsync())
        {
            // After this line only the command is sent.
            Console.WriteLine("ready");
        }

        await Console.In.ReadLineAsync();
        await pool.SendAsync(new HostCreate { Name = hostName });
    }

    /// <summary>Records the command, reports that, and never returns: the command is on disk but not sent.</summary>
    private sealed class HoldingJournal(EppFileJournal inner) : IEppCommandJournal
    {
        public async ValueTask RecordAsync(EppJournalRecord record, CancellationToken cancellationToken)
        {
            await inner.RecordAsync(record, cancellationToken);
            Console.WriteLine("recorded");
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        public ValueTask CompleteAsync(string recordId, CancellationToken cancellationToken) => inner.CompleteAsync(recordId, cancellationToken);

        public ValueTask<IReadOnlyList<EppJournalRecord>> ReadIncompleteAsync(CancellationToken cancellationToken) => inner.ReadIncompleteAsync(cancellationToken);
    }
}
