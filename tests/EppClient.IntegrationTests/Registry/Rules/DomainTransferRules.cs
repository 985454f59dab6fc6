using EppClient.Dk.Testing;
using EppClient.Dk.Testing.Results;

namespace EppClient.IntegrationTests.Registry.Rules;

/// <summary>domain:transfer.</summary>
internal static class DomainTransferRules
{
    public static IEnumerable<DkRule> All =>
    [
        Rule("A transfer with a token takes effect immediately", 1000, "Command completed successfully", _ => { }),
        Rule("The domain must exist", 2303, "Cannot change registrar on non-existent domain", _ => { }, name: "ukendt.dk"),
        Rule("An unpaid domain cannot be transferred", 2106, "Object is not eligible for transfer, payment status prohibits transfer", world => world.Registry.SendInvoice(DkRegistryFixture.OldDomain)),
        Rule("A blocked domain cannot be transferred", 2106, "Object is not eligible for transfer, domain status prohibits transfer", world => world.Registry.Block(DkRegistryFixture.OldDomain)),
        Rule("A token is valid for 14 days", 2201, "Object is not eligible for transfer, no valid authinfo token", world => world.Registry.Advance(TimeSpan.FromDays(14)), section: "5.10"),
        Rule("A token is valid for one domain only", 2202, "Supplied authinfo token is not valid for this domain/operation", _ => { }, token: "OWN-TRANSFER-0"),
        Rule("A token is case-sensitive", 2202, "Supplied authinfo token is not valid for this domain/operation", _ => { }, change: token => token.ToUpperInvariant(), section: "5.10"),
        new DkRule("2.9", "A token can be used only once", 2302, "Domain is already registrar managed.", UseTwice),
        new DkRule("2.9", "A transfer without a token requires a role on the domain", 2305, "No NSA for domain is member of this registrar group", () => new DkRegistryFixture().Transfer(DkRegistryFixture.OldDomain, null, DkRegistryFixture.UserTwo)),
        new DkRule("2.9", "A registrar with a role on the domain needs no token while the registry allows this", 1000, "Command completed successfully", () => new DkRegistryFixture().Transfer(DkRegistryFixture.OldDomain, null, DkRegistryFixture.UserOne)),
        new DkRule("2.9", "The registry can disallow transfers without a token", 2201, "Change of registrar without authinfo token is not currently allowed", () => new DkRegistryFixture(new DkRegistryOptions { AllowTransferWithoutToken = false }).Transfer(DkRegistryFixture.OldDomain, null, DkRegistryFixture.UserOne)),
        new DkRule("2.9", "A transfer between registrars requires a token", 2302, "Domain is already registrar managed.", () => new DkRegistryFixture().Transfer(DkRegistryFixture.OwnDomain, null, DkRegistryFixture.UserTwo)),
        new DkRule("5.10", "A change of name servers invalidates the token", 2202, "Supplied authinfo token is not valid for this domain/operation", AfterNameServerChange),
    ];

    private static DkRule Rule(
        string rule, int code, string text, Action<DkRegistryFixture> before, string name = DkRegistryFixture.OldDomain, string? token = null, Func<string, string>? change = null, string section = "2.9") =>
        new(section, rule, code, text, () =>
        {
            var world = new DkRegistryFixture();
            var made = world.Registry.Person(DkRegistryFixture.RegistrantManaged).CreateTransferToken(DkRegistryFixture.OldDomain);
            before(world);
            return world.Transfer(name, token ?? change?.Invoke(made) ?? made, DkRegistryFixture.UserTwo);
        });

    private static DkResult UseTwice()
    {
        var world = new DkRegistryFixture();
        var token = world.Registry.Person(DkRegistryFixture.RegistrantManaged).CreateTransferToken(DkRegistryFixture.OldDomain);
        world.Transfer(DkRegistryFixture.OldDomain, token, DkRegistryFixture.UserTwo);
        return world.Transfer(DkRegistryFixture.OldDomain, token, DkRegistryFixture.UserTwo);
    }

    private static DkResult AfterNameServerChange()
    {
        var world = new DkRegistryFixture();
        world.Update(DkRegistryFixture.OwnDomain, request => request with { Password = "autotransfer" });
        var token = world.Own.Tokens[0].Value;
        world.Update(DkRegistryFixture.OwnDomain, request => request with { NameServers = new([DkRegistryFixture.Ns2], [DkRegistryFixture.Ns3]) });
        return world.Transfer(DkRegistryFixture.OwnDomain, token, DkRegistryFixture.UserTwo);
    }
}
