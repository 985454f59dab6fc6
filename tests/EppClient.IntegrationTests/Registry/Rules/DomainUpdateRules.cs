using EppClient.Dk.Testing;
using EppClient.Dk.Testing.Requests;

namespace EppClient.IntegrationTests.Registry.Rules;

/// <summary>domain:update, each operation of it.</summary>
internal static class DomainUpdateRules
{
    private static readonly DkDsRecord Ds = new(12345, 13, 2, new string('a', 64));

    public static IEnumerable<DkRule> All =>
    [
        Rule("2.6", "An update that changes nothing is fine", 1000, "Command completed successfully", request => request),
        Rule("2.6", "The domain exists", 2303, "Domain does not exist", request => request, name: "ukendt.dk"),
        Rule("2.6", "Status values are the registry's", 2102, "Unimplemented option", request => request with { HasStatuses = true }),
        Registrant("The registrant changes at once if no identity has to be checked", 1000, "Command completed successfully", DkRegistryFixture.Foreign),
        Rule("2.6 a", "A change of registrant is combined with no other change", 2306, "Change of registrant cannot be combined with other changes", request => request with { Registrant = DkRegistryFixture.Foreign, AutoRenew = true }),
        Rule("2.6 a", "A change of registrant needs the acceptance of the terms", 2003, "Value required for extension.dkhm:orderconfirmationToken", request => request with { Registrant = DkRegistryFixture.Foreign }),
        Registrant("The new registrant is no registrar", 2304, "Bad userid. User is in a registrar group", DkRegistryFixture.One),
        Registrant("The new registrant is in the same portfolio", 2201, "The given handle/user ID cannot be used as registrant", DkRegistryFixture.RegistrantManaged),
        Registrant("Only the registrar changes it", 2201, "No privilege. You are not authorized to change registrant", DkRegistryFixture.Foreign, DkRegistryFixture.UserTwo),
        NameServers("A name server replaces another", 1000, "Command completed successfully", [DkRegistryFixture.Ns2], [DkRegistryFixture.Ns3]),
        NameServers("A change of name servers names some", 2003, "No nameservers supplied.", [], []),
        NameServers("Two stay at the least", 2308, "Too few hosts.", [DkRegistryFixture.Ns1], []),
        NameServers("What is removed is there", 2303, "Host / domain relation not found", [DkRegistryFixture.Ns3], []),
        NameServers("What is removed is registered", 2303, "Host not found: ns9.navneserver.example", ["ns9.navneserver.example"], []),
        NameServers("What is added is not there yet", 2302, "Host / domain relation already exists", [], [DkRegistryFixture.Ns1]),
        NameServers("What is added is registered", 2004, "Invalid or inactive nameserver: ns9.navneserver.example", [], ["ns9.navneserver.example"]),
        NameServers("Who changes them manages them", 2004, "No privilege. You are not NSA for all nameservers (old and new)", [], [DkRegistryFixture.Ns3], DkRegistryFixture.UserTwo),
        Rule("2.6 b", "Name servers are removed by name", 2303, "IP not supported for nameserver remove", request => request with { NameServers = new NameServerChange([DkRegistryFixture.Ns1], []) { RemovesByAddress = true } }),
        Rule("2.6 b", "Name servers are added by name", 2303, "IP not supported for nameserver add", request => request with { NameServers = new NameServerChange([], [DkRegistryFixture.Ns3]) { AddsByAddress = true } }),
        Rule("2.6 c", "Contacts of a registrar-managed domain are implied", 2306, "Specifying contacts for registrar managed domains is not allowed", request => request with { Roles = [new RoleChange("billing", DkRegistryFixture.One, true)] }),
        Rule("2.6 c", "A registrar may pay for a registrant-managed domain", 1000, "Command completed successfully", request => request with { Roles = [new RoleChange("billing", DkRegistryFixture.One, true)] }, name: DkRegistryFixture.OldDomain),
        Signers("A DS record is added", 1000, "Command completed successfully", new DsChange(false, [], [Ds])),
        Signers("All are removed where there are some", 2303, "No DS records for domain", new DsChange(true, [], [])),
        Signers("One is removed that is there", 2303, "DS set not found", new DsChange(false, [Ds], [])),
        Signers("All or some are removed", 2306, "Remove \"all\" and specific keys not allowed in same operation.", new DsChange(true, [Ds], [])),
        Signers("A digest has the length of its type", 2004, "Bad digest length", new DsChange(false, [], [Ds with { Digest = "abcd" }])),
        Signers("A change that is urgent is made like others", 1000, "Command completed successfully", new DsChange(false, [], [Ds]) { IsUrgent = true }),
        new DkRule("2.6 d", "An urgent change can be refused", 2102, "Unimplemented option", () => new DkRegistryFixture(new DkRegistryOptions { Quirks = new DkQuirks { RefuseUrgentDsRecords = true } })
            .Update(DkRegistryFixture.OwnDomain, request => request with { Ds = new DsChange(false, [], [Ds]) { IsUrgent = true } })),
        Rule("2.6 e", "A keyword makes a token", 1000, "Command completed successfully", request => request with { Password = "autotransfer" }),
        Rule("2.6 e", "No other text does", 2001, "Command syntax error", request => request with { Password = "hemmelig" }),
        Rule("2.6 e", "An empty text is none", 2003, "Value required for authinfo.pw", request => request with { Password = string.Empty }),
        Rule("2.6 e", "A token is made or removed", 2002, "Command use error", request => request with { Password = "autotransfer", RemovesPassword = true }),
        Rule("2.6 e", "Only the registrar makes one", 2201, "No privilege. You are not authorized to set authinfo", request => request with { Password = "autotransfer" }, user: DkRegistryFixture.UserTwo),
        Rule("2.6 e", "Only the registrar removes one", 2201, "No privilege. You are not authorized to unset authinfo", request => request with { RemovesPassword = true }, user: DkRegistryFixture.UserTwo),
        Rule("2.6 f", "Renewal by itself is switched off", 1000, "Command completed successfully", request => request with { AutoRenew = false }),
        Rule("2.6 f", "Only the registrar does so", 2201, "No privilege. You are not authorized to change auto_renew", request => request with { AutoRenew = false }, user: DkRegistryFixture.UserTwo),
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
