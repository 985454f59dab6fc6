using EppClient.Dk.Testing.Commands;
using EppClient.Dk.Testing.Requests;
using EppClient.Dk.Testing.Results;

namespace EppClient.IntegrationTests.Registry.Rules;

/// <summary>domain:renew, domain:delete, restore.</summary>
internal static class DomainLifeRules
{
    private static readonly DateOnly Expiry = new(2027, 11, 30);
    private static readonly DateTimeOffset InWindow = new(2027, 10, 1, 0, 0, 0, TimeSpan.Zero);

    public static IEnumerable<DkRule> All =>
    [
        Renew("Renewal is possible from two months before the expiry date", 1000, "Command completed successfully", InWindow),
        Renew("Renewal is not possible earlier", 2105, "Domain is not in a state where it can be renewed", InWindow.AddDays(-3)),
        Renew("Renewal must specify the current expiry date", 2306, "Given curExpDate 2027-11-29 does not match current expire date: 2027-11-30", InWindow, expiry: Expiry.AddDays(-1)),
        Renew("The period of a renewal is one year", 2005, "Invalid period 2. Must be within range", InWindow, years: 2),
        Renew("The unit of a renewal period is years", 2005, "The only supported unit is y", InWindow, isInMonths: true),
        Renew("The domain to renew must exist", 2303, "Domain not found", InWindow, name: "ukendt.dk"),
        Renew("Only the payer can renew", 2201, "You do not have the privilege required to renew this domain", InWindow, user: DkRegistryFixture.UserTwo),
        Renew("A registrar that is not the payer of a registrant-managed domain cannot renew it", 2201, "You do not have the privilege required to renew this domain", InWindow, name: DkRegistryFixture.OldDomain),
        new DkRule("2.5", "The new expiry date must be at most 14 months in the future", 2306, "New expire date 2028-01-31 exceeds max 2028-01-23", TooFar),
        new DkRule("2.5", "An unpaid domain cannot be renewed", 2105, "Domain is not in a state where it can be renewed", Unpaid),
        new DkRule("2.7", "A deletion is pending for 30 days", 1001, "Command completed successfully; action pending", () => new DkRegistryFixture().Delete(DkRegistryFixture.OwnDomain)),
        new DkRule("2.7", "A deletion can be requested only once", 2304, "Domain delete already pending.", DeleteTwice),
        new DkRule("2.7", "A domain whose hosts serve other domains cannot be deleted", 2305, "Nameserver has active domains, cannot be deleted", DeleteServingOthers),
        new DkRule("2.7", "Only the registrar can delete the domain", 2201, "No privilege.", () => new DkRegistryFixture().Delete(DkRegistryFixture.OwnDomain, DkRegistryFixture.UserTwo)),
        new DkRule("2.7", "A blocked domain cannot be deleted", 2304, "Domain status prohibits operation", DeleteBlocked),
        new DkRule("2.8", "A deleted domain can be restored within 30 days", 1000, "Command completed successfully", () => Restore(TimeSpan.FromDays(29))),
        new DkRule("2.8", "Only a deleted domain can be restored", 2201, "No privilege. You are not authorized to restore domain", () => new DkRegistryFixture().Restore(DkRegistryFixture.OwnDomain)),
        new DkRule("2.8", "A restore consists of one step, the report; a restore request is refused", 2102, "Unimplemented option", () => new DkRegistryFixture().Update(DkRegistryFixture.OwnDomain, request => request with { Restore = RestoreStep.Request })),
    ];

    private static DkRule Renew(
        string rule, int code, string text, DateTimeOffset at, DateOnly? expiry = null, int? years = null, bool isInMonths = false, string name = DkRegistryFixture.OwnDomain, string user = DkRegistryFixture.UserOne) =>
        new("2.5", rule, code, text, () =>
        {
            var world = new DkRegistryFixture();
            world.Registry.AdvanceTo(at);
            return world.Send(call => DomainRenewHandler.Handle(call, new DomainRenewRequest(name, expiry ?? Expiry, years, isInMonths)), user);
        });

    private static DkResult TooFar()
    {
        var world = new DkRegistryFixture(seed: builder => builder.Domain("sen.dk", DkRegistryFixture.Checked, [DkRegistryFixture.Ns1, DkRegistryFixture.Ns2], domain =>
            domain with { Expires = new DateTimeOffset(2027, 1, 10, 22, 59, 59, TimeSpan.Zero) }));
        return world.Send(call => DomainRenewHandler.Handle(call, new DomainRenewRequest("sen.dk", new DateOnly(2027, 1, 10))));
    }

    private static DkResult Unpaid()
    {
        var world = new DkRegistryFixture();
        world.Registry.AdvanceTo(InWindow);
        world.Registry.SendInvoice(DkRegistryFixture.OwnDomain);
        return world.Send(call => DomainRenewHandler.Handle(call, new DomainRenewRequest(DkRegistryFixture.OwnDomain, Expiry)));
    }

    private static DkResult DeleteTwice()
    {
        var world = new DkRegistryFixture();
        world.Delete(DkRegistryFixture.OwnDomain);
        return world.Delete(DkRegistryFixture.OwnDomain);
    }

    private static DkResult DeleteBlocked()
    {
        var world = new DkRegistryFixture();
        world.Registry.Block(DkRegistryFixture.OwnDomain);
        return world.Delete(DkRegistryFixture.OwnDomain);
    }

    private static DkResult DeleteServingOthers()
    {
        var world = new DkRegistryFixture();
        world.CreateHost("ns1.eksempel.dk", addresses: ["193.163.102.1"]);
        world.Create("nyt.dk", request => request with { NameServers = ["ns1.eksempel.dk", DkRegistryFixture.Ns1] });
        world.Registry.RunPendingJobs();
        return world.Delete(DkRegistryFixture.OwnDomain);
    }

    private static DkResult Restore(TimeSpan after)
    {
        var world = new DkRegistryFixture();
        world.Delete(DkRegistryFixture.OwnDomain);
        world.Registry.Advance(after);
        return world.Restore(DkRegistryFixture.OwnDomain);
    }
}
