using System.Diagnostics;
using System.Globalization;
using System.Text;
using EppClient.Dk.Testing;
using EppClient.Dk.Testing.Policies;

namespace EppClient.IntegrationTests.ForeignClient;

/// <summary>The embedded registry with a third-party client: Net::EPP, as packaged by Debian.</summary>
public sealed class NetEppTests : IDisposable
{
    private const string Renewable = "fornyes.dk";
    private const string Deletable = "slettes.dk";
    private const string OtherAccount = "REG-100002";
    private const string OtherUser = "EPP-100002";
    private const string OtherPassword = "Kun-Til-Test-2";

    private static readonly string[] Servers = ["ns1.navneserver.example", "ns2.navneserver.example", "ns3.navneserver.example"];

    // The steps that a client must support; the script prints these words after each step.
    private static readonly string[] Steps =
        ["login", "check", "create: contact", "create: domain", "poll", "poll ack", "info", "update", "renew", "transfer", "delete", "restore", "logout"];

    private readonly string _ca = Path.GetTempFileName();

    public void Dispose() => File.Delete(_ca);

    [SkippableFact(Timeout = 60_000)]
    public async Task Net_epp_runs_the_domain_lifecycle()
    {
        await SkipWithoutNetEpp();
        await using var dk = Start();

        var (code, output) = await RunAsync(dk, dk.Server.ExportCaPem());

        code.Should().Be(0, output);
        var passed = output.Split('\n').Where(line => line.StartsWith("ok ", StringComparison.Ordinal)).ToList();
        Steps.Should().OnlyContain(step => passed.Exists(line => line.Contains($" - {step}", StringComparison.Ordinal)), output);
        dk.Registry.FindDomain("fremmed.dk")!.Sponsor.Should().Be(OtherAccount);
        dk.Registry.FindDomain(Deletable)!.Deletion.Should().BeNull();
    }

    [SkippableFact(Timeout = 60_000)]
    public async Task Net_epp_rejects_another_authority()
    {
        await SkipWithoutNetEpp();
        await using var dk = Start();
        await using var stranger = Start();

        var (code, output) = await RunAsync(dk, stranger.Server.ExportCaPem());

        code.Should().NotBe(0);
        output.Should().Contain("certificate verify failed");
    }

    private static DkTestRegistry Start() => DkTestRegistry.Start(
        new DkTestRegistryOptions { Registry = new DkRegistryOptions { Applications = new ApplicationPolicy { ProcessingTime = TimeSpan.Zero } } },
        seed => seed
            .Account(OtherAccount)
            .User(OtherUser, OtherPassword, OtherAccount)
            .Contact("KH1-DK", "Kaj Hansen", contact => contact with { Sponsor = "REG-100001" })
            .Hosts("REG-100001", Servers)
            .Domain(Renewable, "KH1-DK", Servers, domain => domain with { Expires = domain.Created.AddDays(30) })
            .Domain(Deletable, "KH1-DK", Servers));

    private async Task<(int Code, string Output)> RunAsync(DkTestRegistry dk, string authority)
    {
        await File.WriteAllTextAsync(_ca, authority);
        return await RunPerlAsync(
            [RepositoryFolder.Combine("tests", "EppClient.IntegrationTests", "ForeignClient", "net-epp.pl")],
            new Dictionary<string, string?>
            {
                ["EPP_HOST"] = dk.Host,
                ["EPP_PORT"] = dk.Port.ToString(CultureInfo.InvariantCulture),
                ["EPP_CA"] = _ca,
                ["EPP_USER"] = dk.User,
                ["EPP_PASSWORD"] = dk.Password,
                ["EPP_OTHER_USER"] = OtherUser,
                ["EPP_OTHER_PASSWORD"] = OtherPassword,
                ["EPP_OBJECTS"] = string.Join(' ', [Renewable, Deletable, .. Servers]),
                ["EPP_NOW"] = dk.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            });
    }

    private static async Task SkipWithoutNetEpp()
    {
        var isInstalled = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "perl")))
            && (await RunPerlAsync(["-MNet::EPP::Simple", "-e", "1"], [])).Code == 0;
        Skip.IfNot(isInstalled, "Net::EPP is not installed: install it, for example with 'apt-get install libnet-epp-perl'.");
    }

    private static async Task<(int Code, string Output)> RunPerlAsync(string[] arguments, Dictionary<string, string?> environment)
    {
        var start = new ProcessStartInfo("perl", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var perl = Process.Start(start)!;
        var output = perl.StandardOutput.ReadToEndAsync();
        var error = perl.StandardError.ReadToEndAsync();
        await perl.WaitForExitAsync();
        return (perl.ExitCode, await output + await error);
    }
}
