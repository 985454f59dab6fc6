using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using DkLifecycle;
using EppClient.Dk.Testing;
using EppClient.Dk.Testing.Policies;
using EppClient.Dk.Testing.Wire;
using EppClient.TestSupport.Servers;
using EppClient.Testing.Server;

namespace EppClient.IntegrationTests;

/// <summary>Runs the sample with arguments and checks its output and exit code.</summary>
public sealed partial class LifecycleSampleTests : IDisposable
{
    private const string PasswordVariable = "EPPCLIENT_LIFECYCLE_TEST_PASSWORD";

    // The text before each step, in order.
    private static readonly string[] WholeLife =
    [
        "greeting", "login",
        "CreateContactAsync", "CreateOrReuseContactAsync", "domain:check", "host:check", "host:create", "ApplyAsync", "poll", "poll, acknowledge", "pending action", "GetDomainAsync",
        "SetDsRecordsAsync", "SetNameServersAsync", "SetNameServersAsync", "GetDomainAsync",
        "UpdateRegistrantAsync", "UpdateRegistrantAsync", "GetRegistrantAsync",
        "RenewAsync", "GetDomainAsync",
        "CreateContactAsync", "ChangeRegistrantAsync", "GetDomainAsync",
        "EndRightOfUseAsync", "GetDomainAsync", "RestoreAsync", "poll, acknowledge", "poll, acknowledge", "poll", "pending action", "GetDomainAsync",
        "GetDomainAsync", "RenewAsync", "BecomePayerAsync", "AsPayer.RenewAsync", "AsPayer.StepDownAsync", "poll, acknowledge", "poll",
        "AsAdmin.SetNameServersAsync", "AsAdmin.SetDsRecordsAsync", "AsAdmin", "AsPayer.RenewAsync", "AsAdmin.SetContactsAsync", "poll, acknowledge", "poll, acknowledge", "poll",
        "GetDomainAsync", "SetNameServersAsync", "SetNameServersAsync", "AsNameServerManager",
        "TransferAsync", "poll, acknowledge", "poll", "SetAutoRenewAsync",
        "domain:info", "domain:renew", "domain:delete", "domain:create",
    ];

    // The cost of each part with the prices of the embedded registry: application, year, new registrant, restore with a year, year, year.
    private static readonly string[] Costs = ["0.00", "50.00", "0.00", "0.00", "50.00", "25.00", "150.00", "50.00", "50.00", "0.00", "0.00", "0.00"];

    private readonly StringWriter _output = new(CultureInfo.InvariantCulture);
    private readonly StringWriter _error = new(CultureInfo.InvariantCulture);
    private readonly string _caFile = Path.GetTempFileName();

    public void Dispose() => File.Delete(_caFile);

    [Fact(Timeout = 30_000)]
    public async Task Whole_lifecycle_runs_in_order()
    {
        (await RunAsync()).Should().Be(ExitCode.Success, _error.ToString());

        Steps().Should().Equal(WholeLife);
        _error.ToString().Should().BeEmpty();
    }

    [Fact(Timeout = 30_000)]
    public async Task Last_part_is_rejected_with_the_codes_of_the_registry()
    {
        await RunAsync();

        var lastAct = _output.ToString()[_output.ToString().IndexOf("\n12. ", StringComparison.Ordinal)..];
        StepLines().Matches(lastAct).Select(step => step.Groups["code"].Value).Should().Equal("1000", "2201", "2201", "2305");
    }

    [Fact(Timeout = 30_000)]
    public async Task Effects_of_commands_are_shown()
    {
        await RunAsync();

        // The lines are joined because line breaks are irrelevant here.
        var text = BrokenLines().Replace(_output.ToString(), " ");
        text.Should().Contain("The same data again, the same handle.")
            .And.Contain("2026110200001")
            .And.Contain("New name servers, and still signed.")
            .And.Contain("Refused (LockedField, nothing was sent)")
            .And.Contain("That message ends the deletion: it was not carried out")
            .And.Contain("until 2029-11-30. No paid day was lost.")
            .And.Contain("Refused (MissingRole, nothing was sent)")
            .And.Contain("FM1003-DK pays from now on")
            .And.Contain("AH1001-DK was copied to a contact that we manage, AH3-DK");
    }

    [Fact(Timeout = 30_000)]
    public async Task Each_part_shows_its_cost()
    {
        await RunAsync();

        CostLines().Matches(_output.ToString()).Select(line => line.Groups["amount"].Value).Should().Equal(Costs);
    }

    [Fact(Timeout = 30_000)]
    public async Task Every_duty_in_the_readme_is_shown()
    {
        await RunAsync();
        var played = Steps().Select(step => step.Split('.')[^1]).ToHashSet(StringComparer.Ordinal);

        var page = File.ReadAllText(RepositoryFolder.Combine("README.md"));
        var table = page[page.IndexOf("### The duties", StringComparison.Ordinal)..];
        var calls = table.Split("\n## ")[0].Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .SelectMany(line => CallsInTable().Matches(line).Select(call => call.Groups["member"].Value)).ToList();

        calls.Should().HaveCountGreaterThanOrEqualTo(11).And.OnlyContain(call => played.Contains(call));
    }

    [Fact(Timeout = 30_000)]
    public async Task Lines_fit_a_terminal_of_80_columns()
    {
        await RunAsync();

        _output.ToString().Split('\n').Should().OnlyContain(line => line.TrimEnd('\r').Length < 80);
    }

    [Fact(Timeout = 30_000)]
    public async Task Xml_shows_every_message_and_no_secret()
    {
        (await RunAsync("--xml")).Should().Be(ExitCode.Success, _error.ToString());

        var text = _output.ToString();
        text.Should().Contain("<domain:create").And.Contain("<dkhm:orderconfirmationToken").And.Contain("<greeting>");
        CountOf(text, ">> to the registry").Should().Be(CountOf(text, "<< from the registry") - CountOf(text, "<greeting>"), "only greetings are sent without a request");
        PasswordElements().Matches(text).Select(password => password.Groups["content"].Value).Should().OnlyContain(content => content == "***");
        text.Should().NotContain(new DkTestRegistryOptions().Password)
            .And.NotContain("OWN-TRANSFER-")
            .And.NotContain("Ida Prøve").And.NotContain("Testvej").And.NotContain("20202020").And.NotContain("ida@");
    }

    [Fact(Timeout = 30_000)]
    public async Task Steps_that_need_the_clock_or_a_registrant_are_skipped_with_a_real_host()
    {
        await using var registry = StartRegistry();

        (await RunAgainstAsync(registry.Port, registry, "--domain", "ÆØÅ.dk")).Should().Be(ExitCode.Success, _error.ToString());

        Skipped().Should().Equal("RenewAsync", "BecomePayerAsync", "AsAdmin", "AsNameServerManager", "TransferAsync", "domain:renew and others");
        registry.Registry.FindDomain("æøå.dk").Should().NotBeNull();
        _output.ToString().Should().Contain("æøå.dk (in DNS: xn--5cab8c.dk)").And.NotContain(registry.Password);
    }

    [Fact(Timeout = 30_000)]
    public async Task Rejected_command_exits_with_1()
    {
        await using var registry = StartRegistry(seed => seed.Contact("KH1-DK", "Kaj Hansen").Hosts("REG-100001", "ns1.example.com", "ns2.example.com")
            .Domain("optaget.dk", "KH1-DK", ["ns1.example.com", "ns2.example.com"]));

        (await RunAgainstAsync(registry.Port, registry, "--domain", "optaget.dk")).Should().Be(ExitCode.Rejected);

        _output.ToString().Should().Contain("optaget.dk is not free: In use");
        _error.ToString().Should().Contain("2302");
    }

    [Fact(Timeout = 30_000)]
    public async Task Wrong_password_exits_with_1()
    {
        await using var registry = StartRegistry();
        Environment.SetEnvironmentVariable(PasswordVariable + "_WRONG", "Not-The-One-1");
        await File.WriteAllTextAsync(_caFile, registry.Server.ExportCaPem());

        (await RunAsync("--host", registry.Host, "--port", Port(registry.Port), "--user", registry.User, "--account", registry.Account, "--password-env", PasswordVariable + "_WRONG", "--ca", _caFile))
            .Should().Be(ExitCode.Rejected);

        _error.ToString().Should().Contain("2200").And.NotContain("Not-The-One");
    }

    [Fact(Timeout = 30_000)]
    public async Task Untrusted_certificate_exits_with_3()
    {
        await using var registry = StartRegistry();
        Environment.SetEnvironmentVariable(PasswordVariable, registry.Password);

        (await RunAsync("--host", registry.Host, "--port", Port(registry.Port), "--user", registry.User, "--account", registry.Account, "--password-env", PasswordVariable))
            .Should().Be(ExitCode.Connection);

        _error.ToString().Should().NotBeEmpty();
    }

    [Fact(Timeout = 30_000)]
    public async Task Closed_port_exits_with_3()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        Environment.SetEnvironmentVariable(PasswordVariable, "Kun-Til-Test-1");

        (await RunAsync("--host", "127.0.0.1", "--port", Port(port), "--user", "EPP-1", "--account", "REG-1", "--password-env", PasswordVariable, "--insecure"))
            .Should().Be(ExitCode.Connection);
    }

    [Fact(Timeout = 30_000)]
    public async Task Unknown_outcome_exits_with_4()
    {
        await using var registry = StartRegistry();
        await using var mute = EppTestServer.Start(new SilentService(new DkEppService(registry.Registry, validates: true), "domain:create"));
        await File.WriteAllTextAsync(_caFile, mute.ExportCaPem());
        Environment.SetEnvironmentVariable(PasswordVariable, registry.Password);

        (await RunAsync("--host", mute.Host, "--port", Port(mute.Port), "--user", registry.User, "--account", registry.Account, "--password-env", PasswordVariable, "--ca", _caFile))
            .Should().Be(ExitCode.UnknownOutcome);

        _error.ToString().Should().Contain("info");
    }

    [Theory(Timeout = 30_000)]
    [InlineData("--colour")]
    [InlineData("--port", "700")]
    [InlineData("--host")]
    [InlineData("--host", "epp.example")]
    [InlineData("--host", "epp.example", "--host", "epp.example")]
    [InlineData("--host", "epp.example", "--password-env", "EPPCLIENT_NOT_SET", "--user", "EPP-1")]
    [InlineData("--host", "epp.example", "--password-env", "PATH")]
    [InlineData("--host", "epp.example", "--password-env", "PATH", "--user", "EPP-1")]
    [InlineData("--host", "epp.example", "--password-env", "PATH", "--user", "EPP-1", "--account", "EPP-1")]
    [InlineData("--host", "epp.example", "--password-env", "PATH", "--user", "EPP-1", "--account", "REG-1", "--port", "0")]
    [InlineData("--host", "epp.example", "--password-env", "PATH", "--user", "EPP-1", "--account", "REG-1", "--port", "x")]
    [InlineData("--host", "epp.example", "--password-env", "PATH", "--user", "EPP-1", "--account", "REG-1", "--ca", "no-such-file.pem")]
    [InlineData("--host", "epp.example", "--password-env", "PATH", "--user", "EPP-1", "--account", "REG-1", "--ca", "ca.pem", "--insecure")]
    [InlineData("--host", "epp.example", "--password-env", "PATH", "--user", "EPP-1", "--account", "REG-1", "--name-servers", "ns1.example.com,ns2.example.com")]
    public async Task Wrong_usage_exits_with_2_and_an_explanation(params string[] args)
    {
        (await RunAsync(args)).Should().Be(ExitCode.Usage);

        _error.ToString().Should().Contain("--help");
        _output.ToString().Should().BeEmpty();
    }

    [Fact(Timeout = 30_000)]
    public async Task Help_lists_options_and_exit_codes()
    {
        (await RunAsync("--help")).Should().Be(ExitCode.Success);

        _output.ToString().Should().Contain("--password-env").And.Contain("Exit codes").And.NotContain("Registry ");
        _output.ToString().Split('\n').Should().OnlyContain(line => line.TrimEnd('\r').Length < 80);
    }

    private static DkTestRegistry StartRegistry(Action<DkRegistryBuilder>? seed = null) => DkTestRegistry.Start(
        new DkTestRegistryOptions { Registry = new DkRegistryOptions { Applications = new ApplicationPolicy { ProcessingTime = TimeSpan.Zero } } }, seed);

    private static string Port(int port) => port.ToString(CultureInfo.InvariantCulture);

    private static int CountOf(string text, string part) => text.Split(part).Length - 1;

    private async Task<ExitCode> RunAgainstAsync(int port, DkTestRegistry registry, params string[] more)
    {
        await File.WriteAllTextAsync(_caFile, registry.Server.ExportCaPem());
        Environment.SetEnvironmentVariable(PasswordVariable, registry.Password);
        return await RunAsync(["--host", registry.Host, "--port", Port(port), "--user", registry.User, "--account", registry.Account, "--password-env", PasswordVariable, "--ca", _caFile, .. more]);
    }

    private Task<ExitCode> RunAsync(params string[] args) => Walkthrough.RunAsync(args, _output, _error, CancellationToken.None);

    private IEnumerable<string> Steps() => StepLines().Matches(_output.ToString()).Select(step => step.Groups["sent"].Value.TrimEnd());

    private IEnumerable<string> Skipped() =>
        StepLines().Matches(_output.ToString()).Where(step => step.Groups["code"].Value == "skip").Select(step => step.Groups["sent"].Value.TrimEnd());

    [GeneratedRegex(@"^  (?<sent>[A-Za-z].{27}) (?<code>\d{4}|skip|    ) ", RegexOptions.Multiline)]
    private static partial Regex StepLines();

    [GeneratedRegex(@"^  = (?<amount>-?[0-9.]+) DKK in [0-9]+ commands; ", RegexOptions.Multiline)]
    private static partial Regex CostLines();

    [GeneratedRegex(@"`\w+\.(?<member>\w+Async)`")]
    private static partial Regex CallsInTable();

    [GeneratedRegex(@"\s+")]
    private static partial Regex BrokenLines();

    [GeneratedRegex("<(?:\\w+:)?(?:pw|newPW)[^>/]*>(?<content>[^<]*)<")]
    private static partial Regex PasswordElements();
}
