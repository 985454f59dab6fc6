using System.Text;
using EppClient.Dk;
using EppClient.Dk.Testing;

namespace EppClient.IntegrationTests.Conformance;

/// <summary>The embedded registry and two registrars with a session each, the initial state of ICANN's registry tests (RST).</summary>
internal sealed class RstFixture : IAsyncDisposable
{
    public const string AccountOne = "REG-100001";
    public const string AccountTwo = "REG-200002";
    public const string Registrant = "IP100-DK";
    public const string RegistrantOfTwo = "JD100-DK";
    public const string Registered = "eksempel.dk";
    public const string RegisteredByTwo = "andens.dk";
    public const string Ns1 = "ns1.navneserver.example";
    public const string Ns2 = "ns2.navneserver.example";
    public const string Ns3 = "ns3.navneserver.example";
    public const string NsOfTwo = "ns1.anden.example";
    public const int Timeout = 60_000;

    private const string UserTwo = "EPP-200002";
    private const string PasswordTwo = "Kun-Til-Test-2";

    public RstFixture()
    {
        Dk = DkTestRegistry.Start(seed: registry => registry
            .Account(AccountTwo)
            .User(UserTwo, PasswordTwo, AccountTwo)
            .Contact(Registrant, "Ida Prøve", contact => contact with { Sponsor = AccountOne })
            .Contact(RegistrantOfTwo, "Jens Anden", contact => contact with { Sponsor = AccountTwo })
            .Hosts(AccountOne, Ns1, Ns2, Ns3)
            .Hosts(AccountTwo, NsOfTwo)
            .Domain(Registered, Registrant, [Ns1, Ns2])
            .Domain(RegisteredByTwo, RegistrantOfTwo, [Ns1, Ns2]));
        One = new EppSessionPool(Options);
        Two = new EppSessionPool(Options with { ClientId = UserTwo, Password = PasswordTwo });
    }

    public DkTestRegistry Dk { get; }

    public EppSessionPool One { get; }

    public EppSessionPool Two { get; }

    /// <summary>The options of the first registrar.</summary>
    public EppOptions Options => new()
    {
        Host = Dk.Host,
        Port = Dk.Port,
        ClientId = Dk.User,
        Password = Dk.Password,
        Profile = DkProfile.Current,
        Tls = new EppTlsOptions { TrustedRoots = [Dk.CaCertificate] },
    };

    /// <summary>The code of the result; for a closing code, the code that it replaces.</summary>
    public static async Task<int> CodeOf(EppSessionPool registrar, IEppCommand command) => (await registrar.TrySendAsync(command)).BaseCode.Value;

    /// <summary>A raw command, for content that this library refuses to send.</summary>
    public static EppRawCommand Raw(string verb, string kind, string content, string extension = "") => EppRawCommand.Parse(Encoding.UTF8.GetBytes($"""
        <epp xmlns="urn:ietf:params:xml:ns:epp-1.0"><command><{verb}><o:{verb} xmlns:o="urn:ietf:params:xml:ns:{kind}-1.0">{content}</o:{verb}></{verb}>{extension}</command></epp>
        """));

    /// <summary>Applies for a name, and advances the clock of the registry until it is registered.</summary>
    public async Task RegisterAsync(string name, params IReadOnlyList<string> nameServers)
    {
        var response = await One.TrySendAsync(DkDomain.Create(name, Registrant, Dk.Clock.GetUtcNow(), nameServers.Count == 0 ? [Ns1, Ns2] : nameServers));
        response.Code.Value.Should().Be(1001, response.Message);
        Dk.Registry.Advance(TimeSpan.FromHours(1));
        Dk.Registry.FindDomain(name)!.IsPendingCreate.Should().BeFalse();
    }

    public async ValueTask DisposeAsync()
    {
        await Two.DisposeAsync();
        await One.DisposeAsync();
        await Dk.DisposeAsync();
    }
}
