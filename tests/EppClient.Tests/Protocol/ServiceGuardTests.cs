using EppClient.Commands;
using EppClient.Extensions;
using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.Tests.Protocol;

public sealed class ServiceGuardTests
{
    private static readonly EppProfile Profile = EppProfiles.Standard with
    {
        Schemas = [.. EppProfiles.Standard.Schemas, Toy.Schema10, Toy.Schema11],
        VersionGroups = [new EppVersionGroup(Toy.Uri11, Toy.Uri10)],
    };

    [Fact]
    public void Extension_that_the_registry_does_not_offer_is_refused_with_the_offered_ones()
    {
        var update = new DomainUpdate("a.example") { Extensions = [new SecDnsUpdate { Remove = SecDnsRemoval.FromAll(true) }] };

        var refused = Refusal(update, Profile, EppNamespaces.Rgp);

        refused.Member.Should().Be("SecDnsUpdate");
        refused.Message.Should().ContainAll("does not offer " + EppNamespaces.SecDns, EppNamespaces.Domain, EppNamespaces.Rgp, "AlwaysAnnounce");
        refused.Delivery.Should().Be(EppDelivery.NotSent);
    }

    [Fact]
    public void Extension_that_is_offered_but_not_in_the_profile_is_refused_with_the_remedy()
    {
        var check = new DomainCheck("a.example") { Extensions = [new Toy10("x")] };

        Refusal(check, EppProfiles.Standard, Toy.Uri10).Message.Should().ContainAll("offers " + Toy.Uri10, "EppProfile.Schemas");
    }

    [Fact]
    public void Version_that_is_not_offered_is_refused_with_the_offered_one()
    {
        var check = new DomainCheck("a.example") { Extensions = [new Toy11("x")] };

        Refusal(check, Profile, Toy.Uri10).Message.Should().Contain($"the registry offers {Toy.Uri10}, not {Toy.Uri11}");
    }

    [Fact]
    public void Version_that_was_not_negotiated_is_refused_with_the_negotiated_one()
    {
        var check = new DomainCheck("a.example") { Extensions = [new Toy10("x")] };

        Refusal(check, Profile, Toy.Uri10, Toy.Uri11).Message.Should().Contain($"the session uses {Toy.Uri11}, not {Toy.Uri10}");
    }

    [Theory]
    [InlineData(typeof(Toy10), Toy.Uri10)]
    [InlineData(typeof(Toy11), Toy.Uri11)]
    [InlineData(typeof(Toy11), Toy.Uri10, Toy.Uri11)]
    public void First_negotiated_alternative_is_sent(Type sent, params string[] offered)
    {
        var check = new DomainCheck("a.example") { Extensions = [new EppExtensionVersions<DomainCheck>(new Toy11("new"), new Toy10("old"))] };

        Guard(Profile, offered).Admit(check).Should().ContainSingle().Which.Should().BeOfType(sent);
    }

    [Fact]
    public void Alternatives_without_a_negotiated_version_are_refused()
    {
        var check = new DomainCheck("a.example") { Extensions = [new EppExtensionVersions<DomainCheck>(new Toy11("new"), new Toy10("old"))] };

        Refusal(check, Profile, EppNamespaces.Rgp).Message.Should().Contain("does not offer " + Toy.Uri11);
    }

    [Fact]
    public void Command_for_an_object_that_the_registry_does_not_offer_is_refused() =>
        Refusal(new ContactDelete("H-1"), Profile).Message.Should().Contain("does not offer " + EppNamespaces.Contact);

    [Fact]
    public void Commands_without_an_object_are_always_sent() => Guard(Profile).Admit(new PollRequest()).Should().BeEmpty();

    [Fact]
    public void Nothing_is_refused_if_the_greeting_names_no_known_object()
    {
        var greeting = Greeting(["urn:example:object"], []);
        var guard = new ServiceGuard(Profile, new SessionState(greeting, ServiceNegotiator.Negotiate(Profile, greeting)));

        guard.Admit(new ContactDelete("H-1")).Should().BeEmpty();
    }

    private static EppValidationException Refusal(IEppCommand command, EppProfile profile, params string[] extensions) =>
        Guard(profile, extensions).Invoking(guard => guard.Admit(command)).Should().Throw<EppValidationException>().Which;

    private static ServiceGuard Guard(EppProfile profile, params string[] extensions)
    {
        var greeting = Greeting([EppNamespaces.Domain], extensions);
        return new ServiceGuard(profile, new SessionState(greeting, ServiceNegotiator.Negotiate(profile, greeting)));
    }

    private static EppGreeting Greeting(IReadOnlyList<string> objects, IReadOnlyList<string> extensions) => new()
    {
        ServerId = "test",
        ServerDate = default,
        Versions = ["1.0"],
        Languages = ["en"],
        ObjectUris = objects,
        ExtensionUris = extensions,
    };
}
