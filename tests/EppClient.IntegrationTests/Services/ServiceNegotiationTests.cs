using EppClient.Commands;
using EppClient.Extensions;
using EppClient.IntegrationTests.HostileServers;

namespace EppClient.IntegrationTests.Services;

/// <summary>Negotiation of the services of a session, with a pool and a registry.</summary>
public sealed class ServiceNegotiationTests
{
    private const string OwnEpp = "https://registry.example/schema/epp-3.1.xsd";
    private const string OwnDomain = "https://registry.example/schema/domain-3.2.xsd";

    private static readonly SecDnsUpdate Unsign = new() { Remove = SecDnsRemoval.FromAll(true) };

    [Fact(Timeout = 30_000)]
    public async Task Command_with_an_extension_that_is_not_offered_is_not_sent()
    {
        await using var registry = new ServiceRegistry(ServiceRegistry.Greeting(EppNamespaces.Rgp));
        await using var pool = registry.Connect(o => o);
        await using var session = await pool.RentAsync();

        var refused = await session.Invoking(s => s.SendAsync(new DomainUpdate("a.example") { Extensions = [Unsign] })).Should().ThrowAsync<EppValidationException>();
        await session.CheckAsync("a.example");

        refused.Which.Message.Should().ContainAll("SecDnsUpdate", "does not offer " + EppNamespaces.SecDns, "It offers " + EppNamespaces.Domain);
        registry.Requests.Should().HaveCount(2).And.NotContain(r => r.Contains("<update"));
    }

    [Fact(Timeout = 30_000)]
    public async Task Extension_missing_in_the_greeting_is_used_if_the_profile_forces_it()
    {
        await using var registry = new ServiceRegistry(ServiceRegistry.Greeting());
        await using var pool = registry.Connect(o => o with { Profile = o.Profile with { AlwaysAnnounce = [EppNamespaces.SecDns] } });

        await pool.SendAsync(new DomainUpdate("a.example") { Extensions = [Unsign] });

        registry.Requests[0].Should().Contain($"<extURI>{EppNamespaces.SecDns}</extURI>");
        registry.Requests[1].Should().Contain("<secDNS:all>");
    }

    [Fact(Timeout = 30_000)]
    public async Task Custom_namespaces_of_a_registry_are_used()
    {
        await using var registry = new ServiceRegistry(Own(Wire.Greeting), request => Own(Wire.ResponseTo(request)));
        var wire = new List<EppWireMessage>();
        await using (var pool = registry.Connect(o => o with
        {
            Observability = o.Observability with { WireListener = wire.Add },
            Profile = o.Profile with { Namespaces = [new(EppNamespaces.Epp, OwnEpp), new(EppNamespaces.Domain, OwnDomain)] },
            Timeouts = o.Timeouts with { Logout = Client.Long },
        }))
        {
            await using var session = await pool.RentAsync();
            await session.CheckAsync("a.example");
            await session.SendAsync(SecureTransfer);
            (await session.HelloAsync()).ObjectUris.Should().Equal(OwnDomain);
        }

        registry.Requests.Should().HaveCount(5).And.NotContain(r => r.Contains("urn:ietf"));
        registry.Requests[0].Should().Contain($"<objURI>{OwnDomain}</objURI>");
        registry.Requests[1].Should().ContainAll($"<epp xmlns=\"{OwnEpp}\">", $"<domain:check xmlns:domain=\"{OwnDomain}\">");
        registry.Requests[^1].Should().Contain("<logout");
        wire.Should().NotContain(message => message.Xml.Contains("not-a-secret") || message.Xml.Contains("t0ken"));

        static string Own(string message) => message
            .Replace(EppNamespaces.Epp, OwnEpp, StringComparison.Ordinal)
            .Replace(EppNamespaces.Domain, OwnDomain, StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task Poll_message_with_unhandled_namespaces_is_read_completely()
    {
        await using var registry = new ServiceRegistry(ServiceRegistry.Greeting(EppNamespaces.UnhandledNamespaces), request => request.Contains("<poll") ? Withheld(request) : null);
        await using var pool = registry.Connect(o => o);

        var message = await pool.PollAsync();

        registry.Requests[0].Should().Contain($"<extURI>{EppNamespaces.UnhandledNamespaces}</extURI>");
        message!.DataAs<DomainPendingActionResult>()!.Name.Should().Be("a.example");
        message.Response.Extension<RgpInfoResult>()!.Statuses.Should().ContainSingle();
        message.Response.UnhandledNamespaces.Select(u => u.IsExtension).Should().Equal(false, true);
    }

    private static DomainUpdate SecureTransfer => new("a.example") { Change = new DomainChange { AuthInfo = DomainAuthInfoChange.FromPassword("t0ken") } };

    private static string Withheld(string request) => ServiceRegistry.Respond(
        request,
        1301,
        """
        <extValue><value><domain:panData xmlns:domain="urn:ietf:params:xml:ns:domain-1.0"><domain:name paResult="1">a.example</domain:name>
        <domain:paTRID><clTRID>C-1</clTRID><svTRID>S-9</svTRID></domain:paTRID><domain:paDate>2026-11-01T10:00:00.0Z</domain:paDate></domain:panData></value>
        <reason>urn:ietf:params:xml:ns:domain-1.0 not in login services</reason></extValue>
        <extValue><value><rgp:infData xmlns:rgp="urn:ietf:params:xml:ns:rgp-1.0"><rgp:rgpStatus s="addPeriod"/></rgp:infData></value>
        <reason>urn:ietf:params:xml:ns:rgp-1.0 not in login services</reason></extValue>
        """,
        """<msgQ count="1" id="7"><msg>About a.example</msg></msgQ>""");
}
