using EppClient.Commands;
using EppClient.IntegrationTests.Callers;

namespace EppClient.IntegrationTests.Services;

/// <summary>RFC 8807 with a pool and a registry.</summary>
public sealed class LoginSecurityTests
{
    private const string Passphrase = "correct horse battery staple 2026";

    private const string Events = """
        <extension><loginSec:loginSecData xmlns:loginSec="urn:ietf:params:xml:ns:epp:loginSec-1.0">
        <loginSec:event type="password" level="warning" exDate="2026-12-24T18:00:00Z">Password expires, jane@example.net</loginSec:event>
        <loginSec:event type="cipher" level="error" value="TLS_RSA_WITH_3DES_EDE_CBC_SHA"/></loginSec:loginSecData></extension>
        """;

    [Fact(Timeout = 30_000)]
    public async Task Login_security_sends_a_long_password_and_redacts_it()
    {
        using var log = new ClientLog();
        List<EppWireMessage> wire = [];
        await using var registry = new ServiceRegistry(ServiceRegistry.Greeting(EppNamespaces.LoginSecurity));
        await using (var pool = registry.Connect(o => o with { Password = Passphrase, Login = o.Login with { NewPassword = Passphrase + "!" }, Observability = o.Observability with { WireListener = wire.Add } }))
        {
            await using var session = await pool.RentAsync();
            session.ExtensionUris.Should().Equal(EppNamespaces.LoginSecurity);
            session.LoginEvents.Should().BeEmpty();
        }

        registry.Requests[0].Should().ContainAll(
            "<pw>[LOGIN-SECURITY]</pw><newPW>[LOGIN-SECURITY]</newPW>", $"<loginSec:pw>{Passphrase}</loginSec:pw>", $"<loginSec:newPW>{Passphrase}!</loginSec:newPW>", "<loginSec:app>EppClient ");
        wire.Should().NotContain(message => message.Xml.Contains("horse")).And.Contain(message => message.Xml.Contains("<loginSec:pw>***</loginSec:pw>"));
        log.Texts.Should().NotContain(text => text.Contains("horse"));
    }

    [Fact(Timeout = 30_000)]
    public async Task User_agent_can_be_changed_and_switched_off()
    {
        await using var registry = new ServiceRegistry(ServiceRegistry.Greeting(EppNamespaces.LoginSecurity));
        await using (var changed = registry.Connect(o => o with { Login = o.Login with { UserAgent = new EppUserAgent { Application = "Shop 2.0" } } }))
        {
            await changed.SendAsync(new DomainCheck("a.example"));
        }

        await using (var silent = registry.Connect(o => o with { Login = o.Login with { UserAgent = null } }))
        {
            await silent.SendAsync(new DomainCheck("a.example"));
        }

        var logins = registry.Requests.Where(r => r.Contains("<login>")).ToList();
        logins[0].Should().Contain("<loginSec:userAgent><loginSec:app>Shop 2.0</loginSec:app></loginSec:userAgent>");
        logins[1].Should().NotContain("userAgent");
    }

    [Fact(Timeout = 30_000)]
    public async Task Required_login_security_that_is_not_offered_sends_no_password()
    {
        await using var registry = new ServiceRegistry(ServiceRegistry.Greeting());
        await using var pool = registry.Connect(o => o with { Login = o.Login with { Security = EppLoginSecurity.Required } });

        var failure = (await pool.Invoking(p => p.SendAsync(new DomainCheck("a.example"))).Should().ThrowAsync<EppNegotiationException>()).Which;

        failure.ServiceUri.Should().Be(EppNamespaces.LoginSecurity);
        failure.Message.Should().ContainAll("EppLoginOptions.Security", "no password was sent");
        failure.Delivery.Should().Be(EppDelivery.NotSent);
        failure.IsTransient.Should().BeFalse();
        registry.Requests.Should().BeEmpty();
    }

    [Fact(Timeout = 30_000)]
    public async Task Disabled_login_security_is_not_announced()
    {
        await using var registry = new ServiceRegistry(ServiceRegistry.Greeting(EppNamespaces.LoginSecurity));
        await using var pool = registry.Connect(o => o with { Login = o.Login with { Security = EppLoginSecurity.Never } });

        await pool.SendAsync(new DomainCheck("a.example"));

        registry.Requests[0].Should().Contain("<pw>not-a-secret</pw>").And.NotContain("loginSec");
    }

    [Fact(Timeout = 30_000)]
    public async Task Login_security_events_are_logged_observed_and_available_on_the_session()
    {
        using var log = new ClientLog();
        List<EppLoginEvent> events = [];
        await using var registry = new ServiceRegistry(
            ServiceRegistry.Greeting(EppNamespaces.LoginSecurity), request => request.Contains("<login>") ? ServiceRegistry.Respond(request, 1000, behindResult: Events) : null);
        EppOptions? options = null;
        await using (registry.Connect(o => options = o))
        {
            // Creates only the options; the pool of the test writes to a log.
        }

        await using var pool = new EppSessionPool(
            options! with
            {
                Observability = new EppObservabilityOptions
                {
                    LoginEventListener = e =>
                    {
                        events.Add(e);
                        throw new InvalidOperationException("A listener's fault.");
                    },
                },
            },
            log);
        await using var session = await pool.RentAsync();

        session.LoginEvents.Should().HaveCount(2).And.Equal(events);
        session.LoginEvents[0].ExpiryDate.Should().Be(new DateTimeOffset(2026, 12, 24, 18, 0, 0, TimeSpan.Zero));
        log.Of("LoginWarning").Should().ContainSingle().Which.Should().Contain("password warning, expires 2026-12-24").And.NotContain("jane@");
        log.Of("LoginError").Should().ContainSingle().Which.Should().Contain("cipher error");
        log.Of("LoginEventListenerFailed").Should().HaveCount(2);
    }

    [Fact(Timeout = 30_000)]
    public async Task Login_security_events_explain_a_rejected_login()
    {
        await using var registry = new ServiceRegistry(
            ServiceRegistry.Greeting(EppNamespaces.LoginSecurity), request => ServiceRegistry.Respond(request, 2200, behindResult: Events));
        await using var pool = registry.Connect(o => o);

        var failure = (await pool.Invoking(p => p.SendAsync(new DomainCheck("a.example"))).Should().ThrowAsync<EppAuthenticationException>()).Which;

        failure.LoginEvents.Select(e => e.Type).Should().Equal(EppLoginEventType.Password, EppLoginEventType.Cipher);
        failure.Message.Should().Contain("cipher error, value TLS_RSA_WITH_3DES_EDE_CBC_SHA");
    }
}
