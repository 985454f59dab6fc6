using System.Globalization;
using EppClient.Dk.Testing;
using EppClient.TestSupport.Consoles;

namespace EppClient.IntegrationTests.CommandLine;

/// <summary>
/// The built-in jobs, from a file of rows to the state of the registry: the registry has the requested state, and the file of results has the reason for
/// each failed row. <see cref="BulkTests"/> covers name servers.
/// </summary>
public sealed class ReadyMadeJobTests : IAsyncLifetime
{
    private const string Ours = "vores.dk";
    private const string Theirs = "deres.dk";
    private static readonly string[] Hosts = ["ns1.example.com", "ns2.example.com"];

    private readonly string _folder = Directory.CreateTempSubdirectory("epp-jobs-").FullName;
    private DkTestRegistry _dk = null!;

    private DkRegistry Registry => _dk.Registry;

    public Task InitializeAsync()
    {
        _dk = DkTestRegistry.Start(seed: seed => seed
            .Contact("KH1-DK", "Kaj Hansen", contact => contact with { Sponsor = "REG-100001" })
            .Contact("BN1-DK", "Bo Nielsen")
            .Hosts("REG-100001", Hosts)
            .Domain(Ours, "KH1-DK", Hosts, domain => domain with { Expires = domain.Created.AddDays(20) })
            .Domain(Theirs, "BN1-DK", Hosts));
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _dk.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact(Timeout = 60_000)]
    public async Task Availability_matches_the_registry()
    {
        var results = await RunAsync("check", expected: 1, "domain,remark", $"{Ours},a", "fri.dk,b", ",c");

        results[0].Should().StartWith("2,Done,1000,").And.Contain("unavailable");
        results[1].Should().StartWith("3,Done,1000,").And.Contain(",available,");
        results[2].Should().StartWith("4,Failed,,").And.Contain("nothing in column 'domain'");
        (Registry.FindDomain(Ours), Registry.FindDomain("fri.dk")).Should().Match<(DkDomainRecord?, DkDomainRecord?)>(found => found.Item1 != null && found.Item2 == null);
    }

    [Fact(Timeout = 60_000)]
    public async Task Domains_are_transferred_with_tokens()
    {
        var token = Registry.Person("BN1-DK").CreateTransferToken(Theirs);

        var results = await RunAsync("takeover", expected: 1, "domain,token", $"{Theirs},{token}", $"{Ours},OWN-TRANSFER-FORKERT1");

        results[0].Should().StartWith("2,Done,1000,");
        results[1].Should().MatchRegex("^3,Failed,2[0-9]{3},[^,]+,").And.NotContain("FORKERT1");
        var taken = Registry.FindDomain(Theirs)!;
        taken.Sponsor.Should().Be(_dk.Account);
        Registry.FindContact(taken.Registrant)!.Should().Match<DkContactRecord>(contact => contact.Sponsor == _dk.Account && contact.Name == "Bo Nielsen", "the registrant was copied into the registrar's portfolio");
        (await File.ReadAllTextAsync(Path.Combine(_folder, "rows.csv.results.csv"))).Should().NotContain(token);
    }

    [Fact(Timeout = 60_000)]
    public async Task Domains_are_renewed_from_the_expiry_date_of_the_row()
    {
        var before = Registry.FindDomain(Ours)!.Expires!.Value;

        var results = await RunAsync("renew", expected: 1, "domain,years,expires", $"{Ours},1,{Date(before)}", $"{Ours},1,{Date(before.AddDays(-1))}", "findes-ikke.dk,1,");

        results[0].Should().StartWith("2,Done,1000,");
        results[1].Should().MatchRegex("^3,Failed,2[0-9]{3},[^,]+,", "the expiry date of the row is outdated");
        results[2].Should().MatchRegex("^4,Failed,2303,[^,]+,");
        Registry.FindDomain(Ours)!.Expires!.Value.Should().BeOnOrAfter(before.AddYears(1)).And.BeBefore(before.AddYears(1).AddDays(31), "the period ends with the last day of the month");
    }

    [Fact(Timeout = 60_000)]
    public async Task Contact_columns_are_changed_and_others_kept()
    {
        var email = Registry.FindContact("KH1-DK")!.Email;

        var results = await RunAsync("contacts", expected: 1, "contact,email,voice", "KH1-DK,,+45.30303030", "BN1-DK,,+45.40404040", "KH1-DK,,");

        results[0].Should().StartWith("2,Done,1000,");
        results[1].Should().MatchRegex("^3,Failed,2[0-9]{3},[^,]+,", "it is not ours");
        results[2].Should().StartWith("4,Failed,,").And.Contain("The row changes nothing");
        Registry.FindContact("KH1-DK")!.Should().Match<DkContactRecord>(contact => contact.Voice == "+45.30303030" && contact.Email == email);
        Registry.FindContact("BN1-DK")!.Voice.Should().NotBe("+45.40404040");
    }

    [Fact(Timeout = 60_000)]
    public async Task Automatic_renewal_is_set()
    {
        var results = await RunAsync("autorenew", expected: 1, "domain,autorenew", $"{Ours},off", $"{Theirs},off", "fri.dk,maybe");

        results[0].Should().StartWith("2,Done,1000,");
        results[1].Should().MatchRegex("^3,Failed,2[0-9]{3},[^,]+,", "it is not ours");
        results[2].Should().StartWith("4,Failed,,").And.Contain("'maybe'");
        (Registry.FindDomain(Ours)!.AutoRenew, Registry.FindDomain(Theirs)!.AutoRenew).Should().Be((false, true));
    }

    private static string Date(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The lines of the results file without the header, in the order of the rows.</summary>
    private async Task<string[]> RunAsync(string job, int expected, params string[] lines)
    {
        var (file, authority) = (Path.Combine(_folder, "rows.csv"), Path.Combine(_folder, "ca.pem"));
        await File.WriteAllLinesAsync(file, lines);
        await File.WriteAllTextAsync(authority, _dk.Server.ExportCaPem());

        var outcome = await ConsoleCall.RunAsync(
            _dk.Password,
            "bulk", file, "--job", job, "--sponsor", _dk.Account, "--sessions", "1", "--host", _dk.Host, "--port", _dk.Port.ToString(CultureInfo.InvariantCulture),
            "--user", _dk.User, "--password-env", ConsoleProcess.PasswordVariable, "--ca", authority, "--profile", "dk");

        outcome.ExitCode.Should().Be(expected, outcome.ToString());
        return (await File.ReadAllLinesAsync($"{file}.results.csv"))[1..];
    }
}
