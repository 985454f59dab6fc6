using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EppClient.Dk;
using EppClient.Dk.Testing;
using EppClient.Testing.Server;

namespace EppClient.IntegrationTests.FastTrack;

/// <summary>A registry with domains under registrant management, an account, and the registry's own count of transfers.</summary>
internal sealed partial class FastTrackRegistry : IAsyncDisposable
{
    public const string Account = "REG-100001";
    public const string Person = "KAJ1-DK";
    public static readonly string[] Theirs = ["ns1.other.example", "ns2.other.example"];
    public static readonly string[] Ours = ["ns1.registrar.example", "ns2.registrar.example"];

    private readonly DkClock _clock;

    public FastTrackRegistry(DkClock clock, int domains)
    {
        _clock = clock;
        Registry = DkTestRegistry.Start(new DkTestRegistryOptions { Clock = clock, Server = new EppTestServerOptions { FrameObserver = Observe } }, seed =>
        {
            seed.Account("REG-200000").Hosts("REG-200000", Theirs).Hosts(Account, Ours).Contact(Person, "Kaj Hansen");
            for (var number = 1; number <= domains; number++)
            {
                seed.Domain(NameOf(number), Person, Theirs);
            }
        });
        Pool = new EppSessionPool(new EppOptions
        {
            Host = Registry.Host,
            Port = Registry.Port,
            ClientId = Registry.User,
            Password = Registry.Password,
            SponsorId = Account,
            Profile = DkProfile.Current,
            Tls = new EppTlsOptions { TrustedRoots = [Registry.CaCertificate] },
        });
        Registrar = new DkRegistrar(Pool, Account, new DkRegistrarOptions { TimeProvider = clock });
    }

    public DkTestRegistry Registry { get; }

    public EppSessionPool Pool { get; }

    public DkRegistrar Registrar { get; }

    /// <summary>Called when the registry has received a transfer, before it is carried out.</summary>
    public Action? OnTransfer { get; set; }

    /// <summary>The domains in the order in which their transfers were received, with repetitions.</summary>
    public ConcurrentQueue<string> Received { get; } = new();

    public static string NameOf(int number) => $"domaene{number}.dk";

    /// <summary>The registrant's request: tokens that the registry accepts for 14 days, and that expire in the request when the test says.</summary>
    public JsonObject Request(params (int Number, TimeSpan Life)[] domains) => FastTrackRequests.Of([.. domains.Select(domain => (NameOf(domain.Number), TokenOf(domain.Number), _clock.GetUtcNow() + domain.Life))]);

    public JsonObject Request(params int[] numbers) => Request([.. numbers.Select(number => (number, TimeSpan.FromMinutes(5)))]);

    public string TokenOf(int number) => Registry.Registry.Person(Person).CreateTransferToken(NameOf(number));

    public DkDomainRecord Domain(int number) => Registry.Registry.FindDomain(NameOf(number))!;

    /// <summary>How often the registry has transferred each domain, by its messages, which this reads and acknowledges.</summary>
    public async Task<Dictionary<string, int>> CountGainsAsync()
    {
        Dictionary<string, int> gains = [];
        while (await Pool.PollAsync() is { } message)
        {
            if (DkPollEvent.From(message) is DkPortfolioChanged { IsGain: true, Subject: { } domain })
            {
                gains[domain] = gains.GetValueOrDefault(domain) + 1;
            }

            await Pool.AcknowledgeAsync(message);
        }

        return gains;
    }

    /// <summary>Makes the next message to the server fail. A session is open, so that it is not a login.</summary>
    public async Task InjectAsync(EppServerFault fault)
    {
        await Registrar.GetBalanceAsync();
        Registry.Server.InjectFault(fault);
    }

    public async ValueTask DisposeAsync()
    {
        await Pool.DisposeAsync();
        await Registry.DisposeAsync();
    }

    private void Observe(ServerFrame frame)
    {
        var text = Encoding.UTF8.GetString(frame.Message.Span);
        if (frame.IsFromClient && text.Contains("<transfer", StringComparison.Ordinal))
        {
            Received.Enqueue(Name().Match(text).Groups[1].Value);
            OnTransfer?.Invoke();
        }
    }

    [GeneratedRegex("name>([^<]+)<")]
    private static partial Regex Name();
}
