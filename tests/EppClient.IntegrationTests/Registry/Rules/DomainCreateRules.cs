using EppClient.Dk.Testing;
using EppClient.Dk.Testing.Requests;
using EppClient.Dk.Testing.Results;

namespace EppClient.IntegrationTests.Registry.Rules;

/// <summary>domain:create.</summary>
internal static class DomainCreateRules
{
    private const string Name = "nyt.dk";
    private const string Section = "2.4";

    public static IEnumerable<DkRule> All =>
    [
        Rule("An application is queued", 1001, "Create domain pending for nyt.dk", request => request),
        Rule("A name consists of letters, digits and hyphens", 2306, "Parameter value policy error", request => request, name: "n_t.dk", section: "5.2"),
        Rule("A name must not start with a hyphen", 2306, "Parameter value policy error", request => request, name: "-nyt.dk", section: "5.2"),
        Rule("A name must not have hyphens in the third and fourth position", 2306, "Parameter value policy error", request => request, name: "ny--t.dk", section: "5.2"),
        Rule("The name must not be registered", 2302, "Domain Name is occupied", request => request, name: DkRegistryFixture.OwnDomain),
        Rule("The period is one year", 2005, "Invalid period 2. Must be within range", request => request with { Years = 2 }),
        Rule("A registrant is required", 2004, "Too few users for contact type", request => request with { Registrant = null }),
        Rule("The registrant must exist", 2303, "Contact not found", request => request with { Registrant = "XX1-DK" }),
        Rule("The registrant must not be a registrar", 2201, "Registrar handle is not permitted for registrant role.", request => request with { Registrant = DkRegistryFixture.One }),
        Rule("The registrant must be managed by the registrar", 2305, "Specified user handle not permitted when handled by registrar", request => request with { Registrant = DkRegistryFixture.RegistrantManaged }),
        new DkRule(Section, "The registrant must not have failed a check", 2201, "Contact has previously failed ID control and cannot become registrant.", FailedRegistrant),
        Rule("Contacts must not be specified", 2306, "Specifying contacts for registrar managed domains is not allowed", request => request with { HasContacts = true }),
        Rule("Registrant management is no longer available", 2306, "Parameter value policy error", request => request with { IsRegistrantManaged = true }),
        Rule("Name servers must be registered", 2004, "Invalid or inactive nameserver: ns9.navneserver.example", request => request with { NameServers = [DkRegistryFixture.Ns1, "ns9.navneserver.example"] }),
        Rule("At least two name servers are required", 2308, "Too few hosts.", request => request with { NameServers = [DkRegistryFixture.Ns1] }, section: "5.9"),
        Rule("The date of the acceptance of the terms is required", 2003, "Value required for extension.dkhm:orderconfirmationToken", request => request with { OrderConfirmationToken = null }, section: "5.7"),
        Rule("The date must be a number", 2005, "Bad value for dkhm:orderconfirmationToken: >testtoken<", request => request with { OrderConfirmationToken = "testtoken" }, section: "5.7"),
        Rule("The date must be at most 30 days in the past", 2004, "dkhm:orderconfirmationToken: >1792835999< exceeds allowed threshold", request => request with { OrderConfirmationToken = Seconds(-30, -1) }, section: "5.7"),
        Rule("The date must be at most 24 hours in the future", 2004, "dkhm:orderconfirmationToken: >1795514401< exceeds allowed threshold", request => request with { OrderConfirmationToken = Seconds(1, 1) }, section: "5.7"),
        Rule("A date exactly 30 days in the past is accepted", 1001, "Create domain pending for nyt.dk", request => request with { OrderConfirmationToken = Seconds(-30, 0) }, section: "5.7"),
        new DkRule("1.9", "The balance must cover the price", 2104, "Insufficient credit. Domain cannot be created.", () => World(balance: 10m).Create(Name)),
        new DkRule("4.8", "A name that is offered from the waiting list requires the code of the offer", 2202, "Invalid authorization information", () => World(offer: true).Create(Name)),
        new DkRule("4.8", "The code is case-insensitive", 1001, "Create domain pending for nyt.dk", () => World(offer: true).Create(Name, request => request with { Password = "066F6352" })),
        new DkRule("4.5", "The service user needs the role", 2201, "No privilege.", () => new DkRegistryFixture(seed: builder => builder.User("EPP-3", DkRegistryFixture.Password, DkRegistryFixture.One, DkRoles.Payer)).Create(Name, user: "EPP-3")),
    ];

    private static DkRule Rule(
        string rule, int code, string text, Func<DomainCreateRequest, DomainCreateRequest> change, string name = Name, string section = Section) =>
        new(section, rule, code, text, () => new DkRegistryFixture().Create(name, change));

    private static DkRegistryFixture World(decimal balance = 1000m, bool offer = false) => new(seed: builder =>
    {
        builder.Account(DkRegistryFixture.One, balance);
        if (offer)
        {
            builder.WaitingListOffer(Name, DkRegistryFixture.Checked, "066f6352");
        }
    });

    private static DkResult FailedRegistrant()
    {
        var world = new DkRegistryFixture();
        var handle = ((CreatedView)world.CreateContact(request => request).Payload!).Name;
        world.Create("andet.dk", request => request with { Registrant = handle });
        world.Registry.Person(handle).FailIdCheck();
        return world.Create(Name, request => request with { Registrant = handle });
    }

    private static string Seconds(int days, int seconds) =>
        DkRegistryFixture.Start.AddDays(days).AddSeconds(seconds).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
}
