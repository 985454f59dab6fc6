using System.Diagnostics;
using System.Globalization;
using EppClient.Bulk;
using EppClient.Dk;
using EppClient.Dk.Testing;
using EppClient.Sqlite;
using EppClient.TestHelper.Bulk;
using EppClient.Testing.Server;
using Xunit.Abstractions;

namespace EppClient.Stores.Tests.Bulk;

/// <summary>
/// A registrar transfers the domains of its customers before registrant management ends, in a process that is killed and restarted. In full size: 10,000
/// domains and five kills.
/// </summary>
public sealed class TransferBatchTests(ITestOutputHelper output) : IDisposable
{
    private const string Account = "REG-100001";
    private static readonly int Domains = TestSize.Of(eachCommit: 600, full: 10_000);
    private static readonly int Kills = TestSize.Of(eachCommit: 2, full: 5);
    private static readonly string[] Theirs = ["ns1.other.example", "ns2.other.example"];
    private static readonly string[] Ours = ["ns1.reg.example", "ns2.reg.example"];

    private readonly string _folder = Directory.CreateTempSubdirectory("wave").FullName;
    private long _transfers;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact(Timeout = 3_600_000)]
    public async Task Each_domain_is_transferred_once_although_the_process_is_killed()
    {
        await using var registry = Start(Domains);
        var input = WriteInput(registry);
        var random = new Random(TestSize.Seed);
        var watch = Stopwatch.StartNew();
        for (var kill = 1; kill <= Kills; kill++)
        {
            using var victim = StartProcess(registry, input);
            var wanted = (long)Domains * kill / (Kills + 1);
            await Eventually.HoldsAsync(() => victim.HasExited || Interlocked.Read(ref _transfers) >= wanted);
            await Task.Delay(TimeSpan.FromMilliseconds(random.NextDouble() * 5));
            victim.HasExited.Should().BeFalse("work remains at kill {0}", kill);
            victim.Kill();
            await victim.WaitForExitAsync();
        }

        using var last = StartProcess(registry, input);
        await last.WaitForExitAsync();
        output.WriteLine($"{Domains} domains, {Kills} kills, {watch.Elapsed.TotalSeconds:0} s");

        last.ExitCode.Should().Be(0);
        await CheckAsync(registry, input);
    }

    [Fact(Timeout = 60_000)]
    public async Task Expired_token_is_not_sent_and_does_not_delay_other_domains()
    {
        await using var registry = Start(2);
        var (good, late) = (TakeOverOf(registry, 1), TakeOverOf(registry, 2) with { TokenExpires = registry.Clock.GetUtcNow().AddMinutes(-1) });
        await using var pool = Pool(registry);
        var stores = new Dictionary<string, IEppBulkStore>(StringComparer.Ordinal);
        var wave = new DkTransferBatch(new DkRegistrar(pool, Account), [good, late], name => stores.TryGetValue(name, out var store) ? store : stores[name] = new EppMemoryBulkStore());

        await wave.RunAsync();
        var results = await wave.ReadResultsAsync().ToListAsync();

        results.Select(result => (result.Item.Customer, result.State)).Should().Equal(("K2", DkTransferState.Refused), ("K1", DkTransferState.Done));
        results[0].Message.Should().Contain("expired on");
        registry.Registry.FindDomain(late.Domain)!.Sponsor.Should().Be(DkHandle.Registry);
    }

    [Fact]
    public void Duplicate_domain_in_a_batch_is_rejected() =>
        FluentActions.Invoking(() => new DkTransferBatch(new DkRegistrar(new NoClient(), Account), [Empty("æ.dk"), Empty("XN--6CA.dk")], _ => new EppMemoryBulkStore()))
            .Should().Throw<ArgumentException>().WithMessage("*twice*");

    [Fact]
    public void Token_is_not_printed() => Empty("eksempel.dk").ToString().Should().Contain("eksempel.dk").And.NotContain("OWN-TRANSFER");

    private static DkTransferItem Empty(string domain) => new(domain, "OWN-TRANSFER-1", default, "K");

    private static async Task CheckAsync(DkTestRegistry registry, string input, string database)
    {
        await using var pool = Pool(registry);
        await using var opened = await EppSqliteDatabase.OpenAsync(database);
        var wave = TransferBatchWork.WaveOf(new DkRegistrar(pool, Account), TransferBatchWork.ReadInput(input), opened);
        var number = 0;
        var previous = DateTimeOffset.MinValue;
        await foreach (var result in wave.ReadResultsAsync())
        {
            number++;
            var record = registry.Registry.FindDomain(result.Item.Domain)!;
            result.Item.TokenExpires.Should().BeOnOrAfter(previous, "tokens are ordered by expiry");
            previous = result.Item.TokenExpires;
            if (result.Item.Token.EndsWith("-wrong", StringComparison.Ordinal))
            {
                (result.State, record.Sponsor).Should().Be((DkTransferState.Refused, DkHandle.Registry));
                continue;
            }

            result.State.Should().Be(DkTransferState.Done, result.Message);
            (record.Sponsor, record.Registrant, record.AutoRenew).Should().Be((Account, result.Registrant!, result.Item.AutoRenew!.Value));
            registry.Registry.FindContact(result.Registrant!)!.Name.Should().Be($"Kunde {result.Item.Customer}", "the copy is matched with its customer");
            record.NameServers.Select(server => server.Ascii).Should().BeEquivalentTo(result.Item.NameServers);
        }

        number.Should().Be(Domains);

        // The registry queued one message for each transferred domain, and each is matched with its customer.
        var gained = 0;
        HashSet<string> customers = [];
        while (await pool.PollAsync() is { } message)
        {
            if (wave.Match(DkPollEvent.From(message)) is { } takeOver)
            {
                gained++;
                customers.Add(takeOver.Customer);
            }

            await pool.AcknowledgeAsync(message);
        }

        (gained, customers.Count).Should().Be((Domains - Wrong, Domains - Wrong));
    }

    private Task CheckAsync(DkTestRegistry registry, string input) => CheckAsync(registry, input, Path.Combine(_folder, "wave.db"));

    // One in fifty tokens is invalid.
    private static int Wrong => Enumerable.Range(1, Domains).Count(IsWrong);

    private static bool IsWrong(int number) => number % 50 == 0;

    private DkTestRegistry Start(int domains) => DkTestRegistry.Start(new DkTestRegistryOptions { ValidatesRequests = false, Server = new EppTestServerOptions { FrameObserver = Observe } }, builder =>
    {
        builder.Account("REG-200000").Hosts("REG-200000", Theirs).Hosts(Account, Ours);
        for (var number = 1; number <= domains; number++)
        {
            builder.Contact($"KU{number}-DK", $"Kunde K{number}").Domain(BulkInput.NameOf(number), $"KU{number}-DK", Theirs);
        }
    });

    private void Observe(ServerFrame frame)
    {
        if (frame.IsFromClient && frame.Message.Span.IndexOf("<transfer"u8) >= 0)
        {
            Interlocked.Increment(ref _transfers);
        }
    }

    private string WriteInput(DkTestRegistry registry)
    {
        var file = Path.Combine(_folder, "domains.csv");
        File.WriteAllLines(file, Enumerable.Range(1, Domains).Select(number =>
        {
            var domain = TakeOverOf(registry, number);
            return string.Join(';', domain.Domain, IsWrong(number) ? $"{domain.Token}-wrong" : domain.Token, domain.TokenExpires.ToString("O", CultureInfo.InvariantCulture), domain.Customer,
                domain.AutoRenew == true ? "on" : "off", string.Join(' ', domain.NameServers));
        }));
        File.WriteAllText(Path.Combine(_folder, "ca.pem"), registry.Server.ExportCaPem());
        return file;
    }

    private static DkTransferItem TakeOverOf(DkTestRegistry registry, int number)
    {
        var name = BulkInput.NameOf(number);
        var token = registry.Registry.Person($"KU{number}-DK").CreateTransferToken(name);

        // The customers created their tokens on different days.
        return new DkTransferItem(name, token, registry.Clock.GetUtcNow().AddDays(14).AddMinutes(-(number * 37 % 10_000)), $"K{number}")
        {
            AutoRenew = number % 2 == 0,
            NameServers = number % 3 == 0 ? Ours : Theirs,
        };
    }

    private static EppSessionPool Pool(DkTestRegistry registry) => new(new EppOptions
    {
        Host = registry.Host,
        Port = registry.Port,
        ClientId = registry.User,
        Password = registry.Password,
        SponsorId = Account,
        Profile = DkProfile.Current,
        Tls = new EppTlsOptions { TrustedRoots = [registry.CaCertificate] },
    });

    private Process StartProcess(DkTestRegistry registry, string input) => Process.Start("dotnet",
    [
        Path.Combine(AppContext.BaseDirectory, "EppClient.TestHelper.dll"),
        "wave",
        Path.Combine(_folder, "wave.db"),
        input,
        registry.Port.ToString(CultureInfo.InvariantCulture),
        Path.Combine(_folder, "ca.pem"),
        registry.User,
        registry.Password,
    ]);

    private sealed class NoClient : IEppClient
    {
        public Task<EppClient.EppResponse> SendCoreAsync(EppClient.IEppCommand command, EppSendOptions options, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("Nothing is sent.");
    }
}
