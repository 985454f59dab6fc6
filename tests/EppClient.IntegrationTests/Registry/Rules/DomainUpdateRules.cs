using EppClient.Dk.Testing;
using EppClient.Dk.Testing.Requests;

namespace EppClient.IntegrationTests.Registry.Rules;

/// <summary>domain:update, each operation of it.</summary>
internal static class DomainUpdateRules
{
    private static readonly DkDsRecord Ds = new(12345, 13, 2, new string('a', 64));

    public static IEnumerable<DkRule> All =>
    [
        Rule("2.6", "An update without changes is accepted", 1000, "Command completed successfully", request => request),
        Rule("2.6", "The domain must exist", 2303, "Domain does not exist", request => request, name: "ukendt.dk"),
        Rule("2.6", "Only the registry can set status values", 2102, "Unimplemented option", request => request with { HasStatuses = true }),
        Registrant("The registrant changes immediately if no identity check is required", 1000, "Command completed successfully", DkRegistryFixture.Foreign),
        Rule("2.6 a", "A change of registrant cannot be combined with other changes", 2306, "Change of registrant cannot be combined with other changes", request => request with { Registrant = DkRegistryFixture.Foreign, AutoRenew = true }),
        Rule("2.6 a", "A change of registrant requires the acceptance of the terms", 2003, "Value required for extension.dkhm:orderconfirmationToken", request => request with { Registrant = DkRegistryFixture.Foreign }),
        Registrant("The new registrant must not be a registrar", 2304, "Bad userid. User is in a registrar group", DkRegistryFixture.One),
        Registrant("The new registrant must be in the same portfolio", 2201, "The given handle/user ID cannot be used as registrant", DkRegistryFixture.RegistrantManaged),
        Registrant("Only the registrar can change the registrant", 2201, "No privilege. You are not authorized to change registrant", DkRegistryFixture.Foreign, DkRegistryFixture.UserTwo),
        NameServers("A name server can be replaced", 1000, "Command completed successfully", [DkRegistryFixture.Ns2], [DkRegistryFixture.Ns3]),
        NameServers("A change of name servers must specify name servers", 2003, "No nameservers supplied.", [], []),
        NameServers("At least two name servers must remain", 2308, "Too few hosts.", [DkRegistryFixture.Ns1], []),
        NameServers("A name server to remove must be assigned to the domain", 2303, "Host / domain relation not found", [DkRegistryFixture.Ns3], []),
        NameServers("A name server to remove must be registered", 2303, "Host not found: ns9.navneserver.example", ["ns9.navneserver.example"], []),
        NameServers("A name server to add must not be assigned to the domain", 2302, "Host / domain relation already exists", [], [DkRegistryFixture.Ns1]),
        NameServers("A name server to add must be registered", 2004, "Invalid or inactive nameserver: ns9.navneserver.example", [], ["ns9.navneserver.example"]),
        NameServers("Only the registrar, or the manager of all old and new name servers, can change them", 2004, "No privilege. You are not NSA for all nameservers (old and new)", [], [DkRegistryFixture.Ns3], DkRegistryFixture.UserTwo),
        Rule("2.6 b", "Name servers are removed by name, not by address", 2303, "IP not supported for nameserver remove", request => request with { NameServers = new NameServerChange([DkRegistryFixture.Ns1], []) { RemovesByAddress = true } }),
        Rule("2.6 b", "Name servers are added by name, not by address", 2303, "IP not supported for nameserver add", request => request with { NameServers = new NameServerChange([], [DkRegistryFixture.Ns3]) { AddsByAddress = true } }),
        Rule("2.6 c", "Contacts of a registrar-managed domain must not be specified", 2306, "Specifying contacts for registrar managed domains is not allowed", request => request with { Roles = [new RoleChange("billing", DkRegistryFixture.One, true)] }),
        Rule("2.6 c", "A registrar can become the payer of a registrant-managed domain", 1000, "Command completed successfully", request => request with { Roles = [new RoleChange("billing", DkRegistryFixture.One, true)] }, name: DkRegistryFixture.OldDomain),
        Signers("A DS record can be added", 1000, "Command completed successfully", new DsChange(false, [], [Ds])),
        Signers("Removing all DS records requires at least one", 2303, "No DS records for domain", new DsChange(true, [], [])),
        Signers("A DS record to remove must exist", 2303, "DS set not found", new DsChange(false, [Ds], [])),
        Signers("Removing all and removing specific DS records cannot be combined", 2306, "Remove \"all\" and specific keys not allowed in same operation.", new DsChange(true, [Ds], [])),
        Signers("The length of a digest must match its type", 2004, "Bad digest length", new DsChange(false, [], [Ds with { Digest = "abcd" }])),
        Signers("An urgent change is carried out like any other", 1000, "Command completed successfully", new DsChange(false, [], [Ds]) { IsUrgent = true }),
        new DkRule("2.6 d", "An urgent change is refused (`RefuseUrgentDsRecords`)", 2102, "Unimplemented option", () => new DkRegistryFixture(new DkRegistryOptions { Quirks = new DkQuirks { RefuseUrgentDsRecords = true } })
            .Update(DkRegistryFixture.OwnDomain, request => request with { Ds = new DsChange(false, [], [Ds]) { IsUrgent = true } })),
        Rule("2.6 e", "A keyword creates a token", 1000, "Command completed successfully", request => request with { Password = "autotransfer" }),
        Rule("2.6 e", "Any other text is refused", 2001, "Command syntax error", request => request with { Password = "hemmelig" }),
        Rule("2.6 e", "An empty text is refused", 2003, "Value required for authinfo.pw", request => request with { Password = string.Empty }),
        Rule("2.6 e", "Creating and removing a token cannot be combined", 2002, "Command use error", request => request with { Password = "autotransfer", RemovesPassword = true }),
        Rule("2.6 e", "Only the registrar can create a token", 2201, "No privilege. You are not authorized to set authinfo", request => request with { Password = "autotransfer" }, user: DkRegistryFixture.UserTwo),
        Rule("2.6 e", "Only the registrar can remove a token", 2201, "No privilege. You are not authorized to unset authinfo", request => request with { RemovesPassword = true }, user: DkRegistryFixture.UserTwo),
        Rule("2.6 f", "Automatic renewal can be switched off", 1000, "Command completed successfully", request => request with { AutoRenew = false }),
        Rule("2.6 f", "Only the registrar can change automatic renewal", 2201, "No privilege. You are not authorized to change auto_renew", request => request with { AutoRenew = false }, user: DkRegistryFixture.UserTwo),
    ];

    private static DkRule Rule(
        string section, string rule, int code, string text, Func<DomainUpdateRequest, DomainUpdateRequest> change, string name = DkRegistryFixture.OwnDomain, string user = DkRegistryFixture.UserOne) =>
        new(section, rule, code, text, () => new DkRegistryFixture().Update(name, change, user));

    private static DkRule Registrant(string rule, int code, string text, string handle, string user = DkRegistryFixture.UserOne) => new("2.6 a", rule, code, text, () =>
    {
        var world = new DkRegistryFixture();
        return world.Update(DkRegistryFixture.OwnDomain, request => request with { Registrant = handle, OrderConfirmationToken = world.AcceptanceToken }, user);
    });

    private static DkRule NameServers(string rule, int code, string text, IReadOnlyList<string> remove, IReadOnlyList<string> add, string user = DkRegistryFixture.UserOne) =>
        Rule("2.6 b", rule, code, text, request => request with { NameServers = new NameServerChange(remove, add) }, user: user);

    private static DkRule Signers(string rule, int code, string text, DsChange change) => Rule("2.6 d", rule, code, text, request => request with { Ds = change });
}
