using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DkSandbox;
using EppClient.IntegrationTests.CommandLine;
using EppClient.TestSupport.Consoles;

namespace EppClient.IntegrationTests.Sandbox;

/// <summary>The programs that the page offers connect to the sandbox.</summary>
public sealed class ConnectionTests : IAsyncLifetime, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dk-sandbox-").FullName;
    private DkSandbox.Sandbox _sandbox = null!;

    public async Task InitializeAsync() =>
        _sandbox = await DkSandbox.Sandbox.StartAsync(new SandboxOptions { CertificateFile = Path.Combine(_folder, "authority.pem") });

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact(Timeout = 60_000)]
    public async Task Epp_tool_checks_a_domain()
    {
        var words = (await ProgramAsync("epp")).Replace("\\\n", " ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        words[0].Should().Be("epp");

        var outcome = await ConsoleCall.RunAsync("Kun-Til-Test-1", [.. words[1..].Select(word => word switch
        {
            "PASSWORD" => ConsoleProcess.PasswordVariable,
            "authority.pem" => Path.Combine(_folder, word),
            _ => word,
        })]);

        outcome.ExitCode.Should().Be(0, outcome.Error);
        outcome.Output.Should().MatchRegex(@"nyt\.dk\s+yes");
    }

    [SkippableFact(Timeout = 60_000)]
    public async Task Perl_program_checks_a_domain()
    {
        Skip.IfNot(await RunsAsync("perl", "-MNet::EPP::Simple", "-e", "1"), "Net::EPP is not installed: install it, for example with 'apt-get install libnet-epp-perl'.");

        var (code, output) = await RunAsync("perl", [await SaveAsync("Perl", "connect.pl")]);

        (code, output).Should().Be((0, "available\n"));
    }

    [SkippableFact(Timeout = 60_000)]
    public async Task Python_program_checks_a_domain()
    {
        Skip.IfNot(await RunsAsync("python3", "-c", "import ssl"), "Python is not installed: install it, for example with 'apt-get install python3'.");

        var (code, output) = await RunAsync("python3", [await SaveAsync("Python", "connect.py")]);

        code.Should().Be(0, output);
        output.Should().Contain("User EPP-100001 logged in.").And.MatchRegex("avail=\"1\">nyt.dk<");
    }

    [Fact(Timeout = 60_000)]
    public async Task Programs_have_no_password() =>
        (await ConnectionAsync()).ToJsonString().Should().NotContain("Kun-Til-Test").And.NotContain("{{");

    private async Task<JsonObject> ConnectionAsync()
    {
        using var http = new HttpClient { BaseAddress = _sandbox.Page };
        return (await http.GetFromJsonAsync<JsonObject>("api/connection"))!;
    }

    private async Task<string> ProgramAsync(string language) =>
        (await ConnectionAsync())["programs"]!.AsArray().Single(program => program!["language"]!.GetValue<string>() == language)!["text"]!.GetValue<string>();

    private async Task<string> SaveAsync(string language, string file)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, file), await ProgramAsync(language));
        return file;
    }

    private async Task<bool> RunsAsync(string program, params IReadOnlyList<string> arguments)
    {
        var isInstalled = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
        return isInstalled && (await RunAsync(program, arguments)).Code == 0;
    }

    private async Task<(int Code, string Output)> RunAsync(string program, IReadOnlyList<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["PASSWORD"] = "Kun-Til-Test-1" },
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }
}
