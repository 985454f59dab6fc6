using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.Tests.Protocol;

public sealed class EppServicesTests
{
    private const string OlderSecDns = "urn:ietf:params:xml:ns:secDNS-1.0";

    private static readonly EppProfile Profile = EppProfiles.Standard with { OlderVersions = [new EppSchemaVersion(OlderSecDns, EppNamespaces.SecDns)] };

    [Fact]
    public void What_both_sides_know_is_announced_and_nothing_else()
    {
        var services = Negotiate([EppNamespaces.Domain, EppNamespaces.Contact, "urn:example:object"], [EppNamespaces.SecDns, "urn:example:extension"]);

        services.ObjectUris.Should().BeEquivalentTo(EppNamespaces.Domain, EppNamespaces.Contact);
        services.ExtensionUris.Should().Equal(EppNamespaces.SecDns);
        services.Dialect.ToWire(EppNamespaces.SecDns).Should().Be(EppNamespaces.SecDns);
    }

    [Fact]
    public void Newest_of_several_versions_is_announced()
    {
        var services = Negotiate([EppNamespaces.Domain], [OlderSecDns, EppNamespaces.SecDns]);

        services.ExtensionUris.Should().Equal(EppNamespaces.SecDns);
        services.Dialect.ToWire(EppNamespaces.SecDns).Should().Be(EppNamespaces.SecDns);
    }

    [Fact]
    public void Older_version_is_spoken_where_the_newest_is_not_on_offer()
    {
        var services = Negotiate([EppNamespaces.Domain], [OlderSecDns]);

        services.ExtensionUris.Should().Equal(OlderSecDns);
        services.Dialect.ToWire(EppNamespaces.SecDns).Should().Be(OlderSecDns);
        services.Dialect.ToCanonical(OlderSecDns).Should().Be(EppNamespaces.SecDns);
    }

    [Fact]
    public void Extension_that_is_not_on_offer_is_not_announced()
    {
        var services = Negotiate([EppNamespaces.Domain], []);

        services.ExtensionUris.Should().BeEmpty();
    }

    [Fact]
    public void Extension_that_a_registry_lists_among_the_objects_is_announced_there()
    {
        var services = Negotiate([EppNamespaces.Domain, EppNamespaces.SecDns], []);

        services.ObjectUris.Should().BeEquivalentTo(EppNamespaces.Domain, EppNamespaces.SecDns);
    }

    [Fact]
    public void Greeting_without_any_known_object_gets_its_own_list_back() =>
        Negotiate(["urn:example:object"], []).ObjectUris.Should().Equal("urn:example:object");

    private static EppServices Negotiate(IReadOnlyList<string> objects, IReadOnlyList<string> extensions) => EppServices.Negotiate(Profile, new EppGreeting
    {
        ServerId = "test",
        ServerDate = default,
        Versions = ["1.0"],
        Languages = ["en"],
        ObjectUris = objects,
        ExtensionUris = extensions,
    });
}
