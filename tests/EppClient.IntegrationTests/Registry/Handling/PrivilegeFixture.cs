using EppClient.Dk;
using EppClient.Dk.Testing;

namespace EppClient.IntegrationTests.Registry.Handling;

/// <summary>
/// A registry in which the account of the caller has only the given role on a domain with the given handling model, its registrant and a host
/// below it. All other objects belong to another registrar or to the registrant.
/// </summary>
internal sealed class PrivilegeFixture : IAsyncDisposable
{
    public const string Caller = "REG-100001";
    public const string Other = "REG-100002";
    public const string Domain = "sag.dk";
    public const string Registrant = "IP100-DK";
    public const string NextRegistrant = "JD100-DK";
    public const string OwnProfile = "NS100-DK";
    public const string Clerk = "AD100-DK";
    public const string HostBelow = "ns9.sag.dk";
    public static readonly string[] NameServers = ["ns1.navneserver.example", "ns2.navneserver.example"];
    public static readonly string[] NextNameServers = ["ns1.navneserver.example", "ns3.navneserver.example"];

    private readonly DkTestRegistry _registry;

    private PrivilegeFixture(DkOperation operation, DkHandlingModel model, DkObjectRoles role, bool speaksVersion45)
    {
        var options = new DkTestRegistryOptions { Registry = new DkRegistryOptions { SpeaksVersion45 = speaksVersion45 } };
        _registry = DkTestRegistry.Start(options, builder => Seed(builder, operation, model, role));

        // A host that was transferred with its domain: it has the sponsor of the domain and its previous manager.
        _registry.Registry.RunExclusive(state => state.Hosts[EppDomainName.From(HostBelow)] = state.Hosts[EppDomainName.From(HostBelow)] with { Sponsor = SponsorFor(model, role) });
        Pool = new EppSessionPool(Options(_registry));
        Registrar = new DkRegistrar(Pool, Caller, new DkRegistrarOptions { OwnContacts = [OwnProfile], TimeProvider = _registry.Clock });
    }

    public EppSessionPool Pool { get; }

    public DkRegistrar Registrar { get; }

    public DateTimeOffset Now => _registry.Clock.GetUtcNow();

    public static PrivilegeFixture For(DkOperation operation, DkHandlingModel model, DkObjectRoles role, bool speaksVersion45 = true) =>
        new(operation, model, role, speaksVersion45);

    public static EppOptions Options(DkTestRegistry registry) => new()
    {
        Host = registry.Host,
        Port = registry.Port,
        ClientId = registry.User,
        Password = registry.Password,
        Profile = DkProfile.Current,
        Tls = new EppTlsOptions { TrustedRoots = [registry.CaCertificate] },
    };

    public string Token() => _registry.Registry.Person(Registrant).CreateTransferToken(Domain);

    public async ValueTask DisposeAsync()
    {
        await Pool.DisposeAsync();
        await _registry.DisposeAsync();
    }

    private static void Seed(DkRegistryBuilder builder, DkOperation operation, DkHandlingModel model, DkObjectRoles role)
    {
        var sponsor = SponsorFor(model, role);
        var manager = role == DkObjectRoles.NameServerManager ? Caller : Other;
        builder
            .Account(Caller, configure: account => account with { Group = [OwnProfile] })
            .Account(Other)
            .Contact(Registrant, "Ida Prøve", contact => contact with { Sponsor = sponsor })
            .Contact(NextRegistrant, "Jane Doe", contact => contact with { Sponsor = sponsor, Address = contact.Address with { CountryCode = "GB" } })
            .Contact(OwnProfile, "Niels Server", contact => contact with { Sponsor = model == DkHandlingModel.RegistrantManaged ? DkHandle.Registry : Other })
            .Contact(Clerk, "Anna Due")
            .Hosts(manager, [.. NameServers.Union(NextNameServers)])
            .Domain(Domain, Registrant, NameServers, domain => domain with
            {
                Administrator = Holder(domain.Administrator, DkObjectRoles.Admin),
                Billing = Holder(domain.Billing, DkObjectRoles.Payer),
                Expires = domain.Created.AddDays(25),
                Deletion = operation == DkOperation.RestoreDomain ? new DkDeletion(DkDeletionCause.Requested, domain.Created.AddDays(30), null) : null,
            })
            .Host(manager, HostBelow);

        // If an operation removes a role that the caller does not have, another account has it.
        string Holder(string usual, DkObjectRoles which) =>
            model == DkHandlingModel.RegistrarManaged ? usual
            : role == which ? Caller
            : operation is DkOperation.RemovePayer or DkOperation.RemoveAdmin ? Other
            : usual;
    }

    private static string SponsorFor(DkHandlingModel model, DkObjectRoles role) =>
        model == DkHandlingModel.RegistrantManaged ? DkHandle.Registry
        : role == DkObjectRoles.Registrar ? Caller
        : Other;
}
