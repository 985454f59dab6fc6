using EppClient;
using EppClient.Dk;
using EppClient.Dk.Testing;

namespace DkLifecycle.Targets;

/// <summary>
/// A .dk registry in the current process, over TLS on loopback. It starts on a fixed day, so that the story is the same each time, and its
/// clock can be moved.
/// </summary>
internal sealed class EmbeddedTarget : ITarget
{
    private const string OtherAccount = "REG-200000";

    private static readonly DateTimeOffset FirstDay = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly string[] OtherNameServers = ["ns1.example.org", "ns2.example.org"];
    private static readonly string[] OurNameServers = ["ns1.example.com", "ns2.example.com"];

    private static readonly DkTestRegistryOptions Settings = new() { Balance = 500m };

    private readonly DkTestRegistry _server;

    private EmbeddedTarget(DkTestRegistry server)
    {
        _server = server;
        Options = new EppOptions
        {
            Host = server.Host,
            Port = server.Port,
            ClientId = server.User,
            Password = server.Password,
            Profile = DkProfile.Current,

            // Its certificate was created just now, by an authority that no other program trusts.
            Tls = new EppTlsOptions { TrustedRoots = [server.CaCertificate] },
            Pool = new EppPoolOptions { MaxSessions = 1 },
        };
        DomainToTransfer = Legacy("arvegods.dk", "AH1001-DK");
        OutOfReach = Legacy("familieklenodie.dk", "FK1002-DK");
        WithUsAsProxy = Legacy("fuldmagt.dk", "FM1003-DK");
    }

    public EppOptions Options { get; }

    public string Description => $"embedded in this process, over TLS; its clock starts on {Text.Day(FirstDay)}";

    public string Account => _server.Account;

    public TimeProvider Clock => _server.Clock;

    public string Domain => "blåbærgrød.dk";

    public IReadOnlyList<string> NameServers { get; } = ["ns1.example.com", "ns2.example.com", "ns3.example.com"];

    public LegacyDomain? DomainToTransfer { get; }

    public LegacyDomain? WithUsAsProxy { get; }

    public string WithOurNameServers => "kollega.dk";

    public LegacyDomain? OutOfReach { get; }

    public static EmbeddedTarget Start() => new(DkTestRegistry.Start(
        Settings with { Clock = new DkClock(FirstDay) },
        seed: registry => registry
            .Hosts(Settings.Account, OurNameServers)
            .Account(OtherAccount)
            .Hosts(OtherAccount, OtherNameServers)
            .Contact("AH1001-DK", "Anna Holm")
            .Contact("FK1002-DK", "Frida Kjær")
            .Contact("FM1003-DK", "Finn Møller")
            .Contact("KK1004-DK", "Karen Kold", contact => contact with { Sponsor = OtherAccount })
            .Domain("fuldmagt.dk", "FM1003-DK", OtherNameServers, domain => domain with { Administrator = Settings.Account })
            .Domain("kollega.dk", "KK1004-DK", OurNameServers)
            .Domain("arvegods.dk", "AH1001-DK", OtherNameServers)
            .Domain("familieklenodie.dk", "FK1002-DK", OtherNameServers)));

    public bool MoveClock(DateTimeOffset time)
    {
        _server.Registry.AdvanceTo(time);
        return true;
    }

    public Task WaitAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        _server.Registry.Advance(time);
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private LegacyDomain Legacy(string domain, string registrant) =>
        new(domain, registrant, () => _server.Registry.Person(registrant).CreateTransferToken(domain), () => _server.Registry.Person(registrant).Accept(domain));
}
