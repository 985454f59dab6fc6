using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.Tests.Protocol;

public sealed class ServiceNegotiatorTests
{
    private const string OlderSecDns = "urn:ietf:params:xml:ns:secDNS-1.0";

    private static readonly EppProfile Profile = EppProfiles.Standard with { OlderVersions = [new EppSchemaVersion(OlderSecDns, EppNamespaces.SecDns)] };

    [Fact]
    public void Only_services_that_both_sides_support_are_announced()
    {
        var services = Negotiate([EppNamespaces.Domain, EppNamespaces.Contact, "urn:example:object"], [EppNamespaces.SecDns, "urn:example:extension"]);

        services.ObjectUris.Should().BeEquivalentTo(EppNamespaces.Domain, EppNamespaces.Contact);
        services.ExtensionUris.Should().Equal(EppNamespaces.SecDns);
        services.Dialect.ToWire(EppNamespaces.SecDns).Should().Be(EppNamespaces.SecDns);
    }

    [Fact]
    public void Service_in_another_case_is_announced_as_the_greeting_writes_it()
    {
        var services = Negotiate([EppNamespaces.Domain.ToUpperInvariant()], ["URN:IETF:params:xml:ns:secDNS-1.1"]);

        services.ObjectUris.Should().Equal(EppNamespaces.Domain.ToUpperInvariant());
        services.ExtensionUris.Should().Equal("URN:IETF:params:xml:ns:secDNS-1.1");
        services.Spoken.Should().Contain([EppNamespaces.Domain, EppNamespaces.SecDns]);
    }

    [Fact]
    public void Newest_of_several_versions_is_announced()
    {
        var services = Negotiate([EppNamespaces.Domain], [OlderSecDns, EppNamespaces.SecDns]);

        services.ExtensionUris.Should().Equal(EppNamespaces.SecDns);
        services.Dialect.ToWire(EppNamespaces.SecDns).Should().Be(EppNamespaces.SecDns);
    }

    [Fact]
    public void Older_version_is_used_if_the_newest_is_not_offered()
    {
        var services = Negotiate([EppNamespaces.Domain], [OlderSecDns]);

        services.ExtensionUris.Should().Equal(OlderSecDns);
        services.Dialect.ToWire(EppNamespaces.SecDns).Should().Be(OlderSecDns);
        services.Dialect.ToCanonical(OlderSecDns).Should().Be(EppNamespaces.SecDns);
    }

    [Fact]
    public void Extension_that_is_not_offered_is_not_announced()
    {
        var services = Negotiate([EppNamespaces.Domain], []);

        services.ExtensionUris.Should().BeEmpty();
    }

    [Fact]
    public void Extension_that_a_registry_lists_as_an_object_is_announced_as_an_object()
    {
        var services = Negotiate([EppNamespaces.Domain, EppNamespaces.SecDns], []);

        services.ObjectUris.Should().BeEquivalentTo(EppNamespaces.Domain, EppNamespaces.SecDns);
    }

    [Fact]
    public void All_offered_objects_are_announced_if_none_is_known() =>
        Negotiate(["urn:example:object"], []).ObjectUris.Should().Equal("urn:example:object");

    [Theory]
    [InlineData()]
    [InlineData("", " ")]
    public void RFC_objects_of_the_profile_are_announced_if_none_is_offered(params string[] offered)
    {
        Negotiate(offered, []).ObjectUris.Should().BeEquivalentTo(EppNamespaces.Domain, EppNamespaces.Host, EppNamespaces.Contact);
        var one = Profile with { NeverAnnounce = [EppNamespaces.Host, EppNamespaces.Contact], Namespaces = [new(EppNamespaces.Domain, "urn:example:domain")] };
        ServiceNegotiator.Negotiate(one, Greeting(offered, [])).ObjectUris.Should().Equal("urn:example:domain");
    }

    [Fact]
    public void Preferred_offered_version_is_announced_if_versions_have_separate_types()
    {
        var profile = Grouped(announceAll: false);

        Negotiate(profile, Toy.Uri10, Toy.Uri11).ExtensionUris.Should().Equal(Toy.Uri11);
        Negotiate(profile, Toy.Uri10).ExtensionUris.Should().Equal(Toy.Uri10);
        Negotiate(Grouped(announceAll: true), Toy.Uri10, Toy.Uri11).ExtensionUris.Should().BeEquivalentTo(Toy.Uri10, Toy.Uri11);
    }

    [Fact]
    public void Practices_are_announced_if_offered()
    {
        Negotiate([EppNamespaces.Domain], [EppNamespaces.UnhandledNamespaces]).ExtensionUris.Should().Equal(EppNamespaces.UnhandledNamespaces);
        Negotiate([EppNamespaces.Domain], []).ExtensionUris.Should().BeEmpty();
        Negotiate(Profile with { PracticeUris = [] }, EppNamespaces.UnhandledNamespaces).ExtensionUris.Should().BeEmpty();
    }

    [Fact]
    public void AlwaysAnnounce_service_is_announced_and_used_although_it_is_not_offered()
    {
        var services = Negotiate(Profile with { AlwaysAnnounce = [EppNamespaces.SecDns] });

        services.ExtensionUris.Should().Equal(EppNamespaces.SecDns);
        services.Spoken.Should().Contain(EppNamespaces.SecDns).And.NotContain(EppNamespaces.Rgp);
    }

    [Fact]
    public void NeverAnnounce_service_is_used_but_not_announced()
    {
        var services = Negotiate(Profile with { NeverAnnounce = [EppNamespaces.SecDns] }, EppNamespaces.SecDns, EppNamespaces.Rgp);

        services.ExtensionUris.Should().Equal(EppNamespaces.Rgp);
        services.Spoken.Should().Contain(EppNamespaces.SecDns);
    }

    [Theory]
    [InlineData(EppLoginSecurity.WhenOffered, true, true)]
    [InlineData(EppLoginSecurity.WhenOffered, false, false)]
    [InlineData(EppLoginSecurity.Required, true, true)]
    [InlineData(EppLoginSecurity.Never, true, false)]
    public void Login_security_is_used_if_offered_and_wanted(EppLoginSecurity wanted, bool offered, bool agreed)
    {
        var services = ServiceNegotiator.Negotiate(Profile, Greeting([EppNamespaces.Domain], offered ? [EppNamespaces.LoginSecurity] : []), wanted);

        services.HasLoginSecurity.Should().Be(agreed);
        services.ExtensionUris.Contains(EppNamespaces.LoginSecurity).Should().Be(agreed);
    }

    [Fact]
    public void Replaced_namespaces_are_announced_as_the_registry_writes_them()
    {
        var profile = Profile with { Namespaces = [new(EppNamespaces.Domain, "https://registry.example/domain-1.2"), new(EppNamespaces.SecDns, "https://registry.example/dnssec-1.0")] };

        var services = ServiceNegotiator.Negotiate(profile, Greeting(["https://registry.example/domain-1.2"], ["https://registry.example/dnssec-1.0"]));

        services.ObjectUris.Should().Equal("https://registry.example/domain-1.2");
        services.ExtensionUris.Should().Equal("https://registry.example/dnssec-1.0");
        services.Spoken.Should().BeEquivalentTo(EppNamespaces.Domain, EppNamespaces.SecDns);
    }

    private static EppProfile Grouped(bool announceAll) => Profile with
    {
        Schemas = [.. Profile.Schemas, Toy.Schema10, Toy.Schema11],
        VersionGroups = [new EppVersionGroup(Toy.Uri11, Toy.Uri10) { AnnounceAll = announceAll }],
    };

    private static EppServices Negotiate(EppProfile profile, params IReadOnlyList<string> extensions) =>
        ServiceNegotiator.Negotiate(profile, Greeting([EppNamespaces.Domain], extensions));

    private static EppServices Negotiate(IReadOnlyList<string> objects, IReadOnlyList<string> extensions) =>
        ServiceNegotiator.Negotiate(Profile, Greeting(objects, extensions));

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
