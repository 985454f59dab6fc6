using System.Diagnostics;
using System.Globalization;
using EppClient.Dk;
using EppClient.Dk.Testing;
using EppClient.Testing.Network;

namespace EppClient.IntegrationTests.Outcomes;

/// <summary>A process is killed during a command; the next one reads the journal and queries the registry.</summary>
public sealed class KilledProcessTests : IDisposable
{
    private const string HostName = "ns1.eksempel.example.com";

    private readonly string _folder = Directory.CreateTempSubdirectory("eppclient-killed-").FullName;

    private string JournalPath => Path.Combine(_folder, "commands.journal");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact(Timeout = 60_000)]
    public async Task Command_applied_by_the_registry_is_reported_as_applied()
    {
        await using var dk = DkTestRegistry.Start();
        await using var proxy = EppFaultProxy.Start(dk.Host, dk.Port);
        using var victim = await StartAsync(dk, proxy.Port, "send");
        proxy.Plan = new EppFaultPlan { ToClient = new EppStreamFaults { IsStalled = true } };
        await victim.StandardInput.WriteLineAsync("go");
        await proxy.Connections[^1].HeldBackFromClient;

        await KillAsync(victim);

        (await ReconcileAsync(dk)).Status.Should().Be(EppReconciliationStatus.Applied);
        dk.Registry.FindHost(HostName).Should().NotBeNull();
    }

    [Fact(Timeout = 60_000)]
    public async Task Unsent_command_is_reported_as_not_applied()
    {
        await using var dk = DkTestRegistry.Start();
        using var victim = await StartAsync(dk, dk.Port, "hold");
        await victim.StandardInput.WriteLineAsync("go");
        (await victim.StandardOutput.ReadLineAsync()).Should().Be("recorded");

        await KillAsync(victim);

        (await ReconcileAsync(dk)).Status.Should().Be(EppReconciliationStatus.NotApplied);
        dk.Registry.FindHost(HostName).Should().BeNull();
    }

    private async Task<Process> StartAsync(DkTestRegistry dk, int port, string mode)
    {
        var ca = Path.Combine(_folder, "ca.pem");
        await File.WriteAllTextAsync(ca, dk.Server.ExportCaPem());
        var program = Path.Combine(AppContext.BaseDirectory, "EppClient.TestHelper.dll");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])["exec", program, "journal", port.ToString(CultureInfo.InvariantCulture), ca, dk.User, dk.Password, JournalPath, HostName, mode])
        {
            start.ArgumentList.Add(argument);
        }

        var victim = Process.Start(start)!;
        (await victim.StandardOutput.ReadLineAsync()).Should().Be("ready");
        return victim;
    }

    private static async Task KillAsync(Process victim)
    {
        victim.Kill();
        await victim.WaitForExitAsync();
    }

    private async Task<EppReconciliation> ReconcileAsync(DkTestRegistry dk)
    {
        await using var journal = EppFileJournal.Open(JournalPath);
        var options = new EppOptions
        {
            Host = dk.Host,
            Port = dk.Port,
            ClientId = dk.User,
            Password = dk.Password,
            SponsorId = dk.Account,
            Profile = DkProfile.Current with { ReconciliationDelay = TimeSpan.Zero },
            Tls = new EppTlsOptions { TrustedRoots = [dk.CaCertificate] },
            Recovery = new EppRecoveryOptions { Journal = journal },
        };
        var record = (await journal.ReadIncompleteAsync(CancellationToken.None)).Should().ContainSingle().Subject;

        // The account of a record includes the server and its port; the proxy, which is cut, has another port than the registry.
        await journal.RecordAsync(record with { Id = "moved", Account = $"{dk.User}@{dk.Host}:{dk.Port}" }, CancellationToken.None);
        await journal.CompleteAsync(record.Id, CancellationToken.None);
        await using var pool = new EppSessionPool(options);

        var finding = (await pool.ReconcileJournalAsync()).Should().ContainSingle().Subject;

        finding.Record.Command.Should().Be("create host");
        (await journal.ReadIncompleteAsync(CancellationToken.None)).Should().BeEmpty("the result completes the record");
        return finding.Reconciliation!;
    }
}
