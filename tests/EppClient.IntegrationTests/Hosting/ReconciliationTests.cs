using System.Diagnostics;
using System.Globalization;
using EppClient.Dk;
using EppClient.Dk.Testing;
using EppClient.Testing.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EppClient.IntegrationTests.Hosting;

/// <summary>A process ends during a command; the next host determines the outcome before its workers start.</summary>
public sealed class ReconciliationTests : IDisposable
{
    private const string HostName = "ns1.eksempel.example.com";

    private readonly string _folder = Directory.CreateTempSubdirectory("epp-reconcile-").FullName;

    private string JournalPath => Path.Combine(_folder, "commands.journal");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact(Timeout = 60_000)]
    public async Task Command_that_the_registry_carried_out_is_completed_before_the_workers_start()
    {
        await using var dk = DkTestRegistry.Start();
        using var victim = await StartHelperAsync(dk, "send");
        dk.Server.InjectFault(EppServerFault.LoseResponse);
        await victim.StandardInput.WriteLineAsync("go");
        await victim.WaitForExitAsync();

        var (left, log) = await StartHostAsync(dk, dk.Password);

        left.Should().Be(0, "the journal has no incomplete commands when the worker starts");
        log.Should().ContainSingle().Which.Should().StartWith("7001 create host (clTRID ").And.EndWith("Applied").And.NotContain(HostName);
        dk.Registry.FindHost(HostName).Should().NotBeNull();
    }

    [Fact(Timeout = 60_000)]
    public async Task Unsent_command_is_completed()
    {
        await using var dk = DkTestRegistry.Start();
        await KillBeforeSendingAsync(dk);

        var (left, log) = await StartHostAsync(dk, dk.Password);

        left.Should().Be(0);
        log.Should().ContainSingle().Which.Should().StartWith("7001 create host").And.EndWith("NotApplied");
        dk.Registry.FindHost(HostName).Should().BeNull("commands are not sent again automatically");
    }

    [Fact(Timeout = 60_000)]
    public async Task Option_disables_reconciliation()
    {
        await using var dk = DkTestRegistry.Start();
        await KillBeforeSendingAsync(dk);

        var (left, log) = await StartHostAsync(dk, dk.Password, ("ReconcileAtStart", "false"));

        left.Should().Be(1);
        log.Should().BeEmpty();
    }

    [Fact(Timeout = 60_000)]
    public async Task Host_starts_and_logs_if_the_registry_cannot_be_queried()
    {
        await using var dk = DkTestRegistry.Start();
        await KillBeforeSendingAsync(dk);

        var (left, log) = await StartHostAsync(dk, "Forkert-Kode-1");

        left.Should().Be(1);
        log.Should().ContainSingle().Which.Should().StartWith("7004 ");
    }

    /// <returns>The number of commands with an unknown outcome when the worker started, and their log entries.</returns>
    private async Task<(int Left, IReadOnlyList<string> Log)> StartHostAsync(DkTestRegistry dk, string password, params (string Key, string? Value)[] more)
    {
        await using var journal = EppFileJournal.Open(JournalPath);
        var log = new HostingEvents();
        var builder = HostOf.With(dk.Server, dk.User, password, [("SponsorId", dk.Account), ("WarmUp", "None"), .. more]);
        builder.Logging.AddProvider(log);
        builder.AddDk(dk.Server)
            .AddProfile(DkProfile.Current with { ReconciliationDelay = TimeSpan.Zero })
            .Configure((options, _) => options with { Recovery = options.Recovery with { Journal = journal } });
        var worker = new Worker(journal);
        builder.Services.AddSingleton<IHostedService>(worker);
        var host = builder.Build();

        await host.StartAsync();
        await host.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();
        return (worker.Left, log.Texts);
    }

    private async Task KillBeforeSendingAsync(DkTestRegistry dk)
    {
        using var victim = await StartHelperAsync(dk, "hold");
        await victim.StandardInput.WriteLineAsync("go");
        (await victim.StandardOutput.ReadLineAsync()).Should().Be("recorded");
        victim.Kill();
        await victim.WaitForExitAsync();
    }

    private async Task<Process> StartHelperAsync(DkTestRegistry dk, string mode)
    {
        var ca = Path.Combine(_folder, "ca.pem");
        await File.WriteAllTextAsync(ca, dk.Server.ExportCaPem());
        string[] arguments =
        [
            "exec", Path.Combine(AppContext.BaseDirectory, "EppClient.TestHelper.dll"), "journal", dk.Port.ToString(CultureInfo.InvariantCulture), ca, dk.User, dk.Password, JournalPath, HostName, mode,
        ];
        var victim = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        (await victim.StandardOutput.ReadLineAsync()).Should().Be("ready");
        return victim;
    }

    private sealed class Worker(IEppCommandJournal journal) : IHostedService
    {
        public int Left { get; private set; }

        public async Task StartAsync(CancellationToken cancellationToken) => Left = (await journal.ReadIncompleteAsync(cancellationToken)).Count;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    /// <summary>The log entries of the package about reconciliation.</summary>
    private sealed class HostingEvents : ILoggerProvider, ILogger
    {
        private readonly List<string> _texts = [];

        public IReadOnlyList<string> Texts => _texts;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (eventId.Id is > 7000 and < 7010)
            {
                _texts.Add($"{eventId.Id} {formatter(state, exception)}");
            }
        }

        public void Dispose()
        {
            // There is nothing to release.
        }
    }
}
