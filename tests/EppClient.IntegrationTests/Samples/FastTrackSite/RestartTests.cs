using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DkFastTrack;
using EppClient.Dk.Testing;
using EppClient.IntegrationTests.Sandbox;
using EppClient.Testing.Server;

namespace EppClient.IntegrationTests.Samples.FastTrackSite;

/// <summary>The sample as a separate process: its command, and what a registrant sees when it is killed and started again.</summary>
public sealed partial class RestartTests : IDisposable
{
    private const string Key = "key-of-the-registrar-portal";

    private readonly string _folder = Directory.CreateTempSubdirectory("dk-fast-track-").FullName;
    private readonly ConcurrentQueue<string> _transfers = new();
    private readonly TaskCompletionSource _shown = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _killed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private SampleProcess? _registrar;

    public void Dispose()
    {
        _registrar?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [SkippableFact(Timeout = 120_000)]
    public async Task Killed_registrar_continues_and_transfers_no_domain_twice()
    {
        Browser.SkipIfAbsent();
        var site = RegistrarSite.FreeAddress();
        await using var registry = StartRegistry();
        registry.Registry.SetFastTrack(DemoRegistry.Account, new DkFastTrackEndpoint { Url = new Uri(site, "/fast-track"), ApiKey = Key });
        await StartRegistrarAsync(registry, site);
        var transfer = await registry.Registry.Person(DemoRegistry.Registrant).StartFastTrackTransferAsync(DemoRegistry.Account, RegistrarSite.Domains);
        await using var registrant = await Registrant.OpenAsync(transfer.SessionUrl!);
        await registrant.AcceptAsync();
        await registrant.SeeAsync("#details", "Being transferred");
        _shown.SetResult();
        await _killed.Task;
        await registrant.PhotographAsync("killed");

        await StartRegistrarAsync(registry, site);

        await registrant.SeeAsync("#summary", "All 3 domains are ours now.");
        await registrant.PhotographAsync("killed-and-started-again");
        _transfers.Should().BeEquivalentTo(RegistrarSite.Domains.Select(name => EppDomainName.From(name).Ascii), "each transfer was sent once");
        RegistrarSite.Domains.Should().OnlyContain(name => registry.Registry.FindDomain(name)!.Sponsor == DemoRegistry.Account);
    }

    [SkippableFact(Timeout = 60_000)]
    public async Task Command_prints_where_to_begin_and_ends_without_traces()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no such signals.");
        var site = RegistrarSite.FreeAddress();
        using var sample = SampleProcess.Start("DkFastTrack", new Dictionary<string, string> { ["TMPDIR"] = _folder }, "--urls", site.AbsoluteUri);
        var output = await sample.ReadUntilAsync("Ctrl+C ends both");
        using var client = new HttpClient();

        (await client.GetStringAsync(Page().Match(output).Groups[1].Value)).Should().Contain("Transfer domains to a registrar");
        await sample.TerminateAsync();

        (await sample.EndAsync()).ExitCode.Should().Be(0);
        Directory.EnumerateFileSystemEntries(_folder, "dk-fast-track-*").Should().BeEmpty();
    }

    private DkTestRegistry StartRegistry() => DkTestRegistry.Start(
        new DkRegistryBuilder().FromJson(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "DkFastTrack.registry.json"))),
        new EppTestServerOptions { FrameObserver = KillAtSecondTransfer });

    private async Task StartRegistrarAsync(DkTestRegistry registry, Uri site)
    {
        var authority = Path.Combine(_folder, "authority.pem");
        await File.WriteAllTextAsync(authority, registry.Server.ExportCaPem());
        _registrar = SampleProcess.Start(
            "DkFastTrack",
            new Dictionary<string, string> { ["Epp__Dk__Password"] = registry.Password, ["FastTrack__ApiKeys__0"] = Key },
            "--urls", site.AbsoluteUri,
            "--Folder", Path.Combine(_folder, "data"),
            "--Epp:Dk:Host", registry.Host,
            "--Epp:Dk:Port", registry.Port.ToString(CultureInfo.InvariantCulture),
            "--Epp:Dk:ClientId", registry.User,
            "--Epp:Dk:SponsorId", DemoRegistry.Account,
            "--Epp:Dk:Tls:TrustedRootsFile", authority,
            "--FastTrack:SessionUrl", new Uri(site, "/transfer").AbsoluteUri,
            "--FastTrack:Lease", "00:00:05");
        await _registrar.ReadUntilAsync("The site listens on");
    }

    // The first transfer waits until the registrant sees it. The second one is received and carried out by the registry, but the registrar gets no response.
    private void KillAtSecondTransfer(ServerFrame frame)
    {
        var text = Encoding.UTF8.GetString(frame.Message.Span);
        if (frame.IsFromClient && text.Contains("<transfer", StringComparison.Ordinal))
        {
            _transfers.Enqueue(Name().Match(text).Groups[1].Value);
            switch (_transfers.Count)
            {
                case 1:
                    _shown.Task.Wait();
                    break;
                case 2:
                    _registrar!.Dispose();
                    _killed.SetResult();
                    break;
            }
        }
    }

    [GeneratedRegex("name>([^<]+)<")]
    private static partial Regex Name();

    [GeneratedRegex(@"Begin here\s+(\S+)")]
    private static partial Regex Page();
}
