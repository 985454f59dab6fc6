using System.Net;
using System.Net.Sockets;
using EppClient.Dk.Testing.Wire;
using EppClient.TestSupport.Consoles;
using EppClient.TestSupport.Servers;
using EppClient.Testing.Server;

namespace EppClient.IntegrationTests.CommandLine;

/// <summary>Exit codes for scripts, and the text for people.</summary>
public sealed class ExitCodeTests(RegistryFixture registry) : IClassFixture<RegistryFixture>
{
    [Fact(Timeout = 60_000)]
    public async Task Rejected_command_exits_with_1_and_the_code_of_the_registry()
    {
        var outcome = await registry.RunProcessAsync("info", "domain", "findes-ikke.dk", "--json");

        outcome.ExitCode.Should().Be(1, outcome.ToString());
        outcome.Error.Should().Contain("2303");
        var document = outcome.Documents.Should().ContainSingle().Subject;
        document.GetProperty("code").GetInt32().Should().Be(2303);
        document.GetProperty("exitCode").GetInt32().Should().Be(1);
    }

    [Fact(Timeout = 60_000)]
    public async Task Wrong_password_exits_with_1_and_is_not_shown()
    {
        var outcome = await registry.RunWithPasswordAsync("Not-The-One-1", "login");

        outcome.ExitCode.Should().Be(1, outcome.ToString());
        outcome.Error.Should().Contain("2200").And.NotContain("Not-The-One");
    }

    [Theory(Timeout = 60_000)]
    [InlineData("check", "domain")]
    [InlineData("info", "nothing", "a.dk")]
    [InlineData("no-such-verb")]
    [InlineData("login", "--colour")]
    [InlineData("login", "--insecure")]
    [InlineData("login", "--client-cert", "no-such-file.pem")]
    [InlineData("raw", "no-such-file.xml")]
    public async Task Wrong_usage_exits_with_2(params string[] args)
    {
        var outcome = await registry.RunAsync(args);

        outcome.ExitCode.Should().Be(2, outcome.ToString());
        outcome.Error.Should().NotBeEmpty();
        outcome.Output.Should().BeEmpty();
    }

    [Theory(Timeout = 60_000)]
    [InlineData("hello")]
    [InlineData("hello", "--host", "localhost", "--port", "x")]
    [InlineData("hello", "--host", "localhost", "--port", "0")]
    [InlineData("hello", "--host", "localhost", "--profile", "other")]
    [InlineData("login", "--host", "localhost")]
    [InlineData("login", "--host", "localhost", "--user", "EPP-1", "--password-env", "EPPCLIENT_NOT_SET")]
    [InlineData("hello", "--host", "localhost", "--ca", "no-such-file.pem")]
    public async Task Wrong_connection_options_exit_with_2(params string[] args)
    {
        var outcome = await ConsoleCall.RunAsync(null, args);

        outcome.ExitCode.Should().Be(2, outcome.ToString());
        outcome.Error.Should().NotBeEmpty();
    }

    [Fact(Timeout = 60_000)]
    public async Task All_faults_of_the_connection_are_reported_at_once()
    {
        var outcome = await ConsoleCall.RunAsync(null, "login", "--port", "0", "--profile", "other", "--ca", "ca.pem", "--insecure");

        outcome.ExitCode.Should().Be(2, outcome.ToString());
        outcome.Error.Should().ContainAll("--host", "--port must be", "The profile other", "--ca and --insecure", "needs --user");
    }

    [Fact(Timeout = 60_000)]
    public async Task Unknown_verb_exits_with_2() => (await ConsoleProcess.RunAsync(null, "no-such-verb")).ExitCode.Should().Be(2);

    [Fact(Timeout = 60_000)]
    public async Task Name_that_violates_the_schema_exits_with_2_and_is_not_sent()
    {
        var outcome = await registry.RunAsync("info", "contact", "a-handle-that-is-much-too-long");

        outcome.ExitCode.Should().Be(2, outcome.ToString());
        outcome.Error.Should().StartWith("Nothing was sent");
    }

    [Fact(Timeout = 60_000)]
    public async Task Closed_port_exits_with_3_and_a_remedy()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        var outcome = await ConsoleProcess.RunAsync(null, "hello", "--host", "localhost", "--port", $"{port}", "--insecure");

        outcome.ExitCode.Should().Be(3, outcome.ToString());
        outcome.Error.Should().Contain("Nothing listens there");
    }

    [Fact(Timeout = 60_000)]
    public async Task Untrusted_certificate_exits_with_3_and_a_remedy()
    {
        var outcome = await ConsoleCall.RunAsync(null, "hello", "--host", registry.Registry.Host, "--port", $"{registry.Registry.Port}");

        outcome.ExitCode.Should().Be(3, outcome.ToString());
        outcome.Error.Should().Contain("--ca").And.NotContain("EppTlsOptions");
    }

    [Fact(Timeout = 60_000)]
    public async Task Change_without_a_response_exits_with_4()
    {
        await using var mute = EppTestServer.Start(new SilentService(new DkEppService(registry.Registry.Registry, validates: true), "op=\"ack\""));
        registry.Registry.Registry.ReportBouncedEmail(RegistryFixture.Contact, "failed");

        var outcome = await registry.RunProcessAsync(mute.Port, registry.FileOf(mute.ExportCaPem(), ".pem"), registry.Registry.Password, "poll", "--ack");

        outcome.ExitCode.Should().Be(4, outcome.ToString());
        outcome.Error.Should().Contain("info");
    }

    [Fact(Timeout = 60_000)]
    public async Task Help_lists_verbs_options_and_exit_codes()
    {
        var outcome = await ConsoleProcess.RunAsync(null, "--help");

        outcome.ExitCode.Should().Be(0, outcome.Error);
        outcome.Output.Should().ContainAll("hello", "login", "check", "info", "poll", "balance", "raw", "--password-env", "--client-cert", "Exit codes");
    }
}
