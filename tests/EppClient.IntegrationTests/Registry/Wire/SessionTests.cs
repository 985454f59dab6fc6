using System.Text;
using EppClient.Commands;
using EppClient.Dk;
using EppClient.Dk.Testing;
using EppClient.Extensions;
using EppClient.IntegrationTests.Registry.Handling;
using Microsoft.Extensions.Time.Testing;

namespace EppClient.IntegrationTests.Registry.Wire;

public sealed class SessionTests
{
    [Fact(Timeout = 30_000)]
    public async Task Greeting_is_sent_on_connect_and_on_hello()
    {
        await using var registry = WireFixture.Start();
        await using var client = await RawClient.ConnectAsync(registry);

        var greeting = await client.ReceiveAsync();

        greeting.Values("extURI").Should().Contain("urn:dkhm:params:xml:ns:dkhm-4.5").And.NotContain("urn:ietf:params:xml:ns:rgp-1.0");
        (await client.SendAsync(RawMessages.Hello)).Value("svID").Should().Be(greeting.Value("svID"));
    }

    [Fact(Timeout = 30_000)]
    public async Task Session_starts_with_login_and_ends_with_logout()
    {
        await using var registry = WireFixture.Start();
        await using var client = await RawClient.ConnectAsync(registry);
        await client.ReceiveAsync();

        var early = await client.SendAsync(RawMessages.DomainInfo("eksempel.dk"));
        (early.Code, early.Message, early.Value("clTRID")).Should().Be((2002, "You need to login first.", "ABC-1"));
        var login = await client.SendAsync(RawMessages.Login("EPP-123", "1234-Test"));
        (login.Code, login.Message).Should().Be((1000, "User EPP-123 logged in. "));
        (await client.SendAsync(RawMessages.Login("EPP-123", "1234-Test"))).Message.Should().Be("Repeated logins are not permitted.");
        (await client.SendAsync(RawMessages.Logout)).Code.Should().Be(1500);
        (await client.IsClosedByServerAsync()).Should().BeTrue();
    }

    [Fact(Timeout = 30_000)]
    public async Task Third_equal_error_ends_the_session()
    {
        await using var registry = WireFixture.Start();
        await using var client = await RawClient.LoginAsync(registry);

        (await client.SendAsync(RawMessages.DomainInfo("en.dk"))).Code.Should().Be(2303);
        (await client.SendAsync(RawMessages.Command("<nosuch/>"))).Code.Should().Be(2000);
        (await client.SendAsync(RawMessages.DomainInfo("to.dk"))).Code.Should().Be(2303);
        await client.WriteAsync(Encoding.UTF8.GetBytes(RawMessages.DomainInfo("tre.dk")));

        var last = await client.ReceiveUncheckedAsync();
        (last.Code, last.Message).Should().Be((2503, "Domain not found; Disconnect due to too many errors"));
        (await client.IsClosedByServerAsync()).Should().BeTrue();
    }

    [Fact(Timeout = 30_000)]
    public async Task Shutdown_sends_each_session_one_closing_response()
    {
        await using var registry = WireFixture.Start();
        await using var client = await RawClient.LoginAsync(registry);
        registry.Registry.BeginShutdown();

        var last = await client.SendAsync(RawMessages.DomainInfo("eksempel.dk"));

        (last.Code, last.Message).Should().Be((1500, "Command completed successfully; Disconnect due to server shutdown"));
        (await client.IsClosedByServerAsync()).Should().BeTrue();
    }

    [Fact(Timeout = 30_000)]
    public async Task Frame_over_the_limit_closes_the_connection_without_a_response()
    {
        await using var registry = WireFixture.Start();
        await using var client = await RawClient.LoginAsync(registry);

        await client.AnnounceAsync(262_145);

        (await client.IsClosedByServerAsync()).Should().BeTrue();
    }

    [Theory(Timeout = 30_000)]
    [InlineData(300)]
    [InlineData(8 * 3600)]
    public async Task Idle_or_expired_session_is_closed(int seconds)
    {
        var time = new FakeTimeProvider();
        await using var registry = WireFixture.Start(server: options => options with
        {
            TimeProvider = time,
            IdleLimit = TimeSpan.FromSeconds(Math.Max(seconds, 300)),
            SessionLife = TimeSpan.FromSeconds(Math.Min(seconds, 8 * 3600)),
        });
        await using var client = await RawClient.LoginAsync(registry);

        var closed = client.IsClosedByServerAsync();
        await Eventually.HoldsAsync(() =>
        {
            // The server starts its timer when it waits for the next message, which it does not report.
            time.Advance(TimeSpan.FromSeconds(seconds));
            return closed.IsCompleted;
        });

        (await closed).Should().BeTrue();
    }

    [Fact(Timeout = 30_000)]
    public async Task Schema_violation_is_rejected_with_reasons()
    {
        await using var registry = WireFixture.Start();
        await using var client = await RawClient.LoginAsync(registry);

        var unknownElement = await client.SendAsync(RawMessages.Domain("info", "<d:name>eksempel.dk</d:name><d:nosuch/>"));
        (unknownElement.Code, unknownElement.Value("clTRID")).Should().Be((2001, "ABC-1"));
        unknownElement.Value("reason").Should().Contain("nosuch");
        var missingElement = await client.SendAsync(RawMessages.Domain("info", string.Empty));
        (missingElement.Code, missingElement.Value("clTRID")).Should().Be((2001, "ABC-1"));
    }

    [Fact(Timeout = 30_000)]
    public async Task Unsupported_command_is_rejected_by_name()
    {
        await using var registry = WireFixture.Start();
        await using var client = await RawClient.LoginAsync(registry);

        (await client.SendAsync("<epp xmlns='urn:ietf:params:xml:ns:epp-1.0'/>")).Message.Should().Be("No command specified");
        (await client.SendAsync(RawMessages.Command("<nosuch/>"))).Message.Should().Be("Unknown command");
        (await client.SendAsync(RawMessages.Command("<info/>"))).Code.Should().Be(2400);
        (await client.SendAsync(RawMessages.Command("<info><x:info xmlns:x='urn:example:x'/></info>"))).Code.Should().Be(2307);
        (await client.SendAsync(RawMessages.Command("<delete><c:delete xmlns:c='urn:ietf:params:xml:ns:contact-1.0'><c:id>IP100-DK</c:id></c:delete></delete>")))
            .Message.Should().Be("Unimplemented command");
        (await client.SendAsync(RawMessages.Command("<transfer op='query'><d:transfer xmlns:d='urn:ietf:params:xml:ns:domain-1.0'><d:name>eksempel.dk</d:name></d:transfer></transfer>")))
            .Code.Should().Be(2101);
    }

    [Fact(Timeout = 30_000)]
    public async Task Client_of_the_older_version_gets_responses_in_that_version()
    {
        await using var registry = WireFixture.Start();
        await using var client = await RawClient.ConnectAsync(registry);
        await client.ReceiveAsync();
        await client.SendAsync(RawMessages.Login("EPP-123", "1234-Test", "urn:dkhm:params:xml:ns:dkhm-4.4"));

        var info = await client.SendAsync(RawMessages.DomainInfo("eksempel.dk"));
        info.Element("autoRenew").Name.NamespaceName.Should().Be("urn:dkhm:params:xml:ns:dkhm-4.4");
        var contact = await client.SendAsync(RawMessages.Command("<info><c:info xmlns:c='urn:ietf:params:xml:ns:contact-1.0'><c:id>IP100-DK</c:id></c:info></info>"));
        contact.Code.Should().Be(1000);
        contact.Elements("contact_verification").Should().BeEmpty();
    }

    [Fact(Timeout = 30_000)]
    public async Task Names_are_returned_in_Unicode()
    {
        await using var registry = WireFixture.Start();
        await using var client = await RawClient.LoginAsync(registry);

        var check = await client.SendAsync(RawMessages.Domain("check", "<d:name>xn--blbrgrd-fxak7p.dk</d:name><d:name>GAMMEL.dk</d:name>"));

        check.Values("name").Should().Equal("blåbærgrød.dk", "gammel.dk");
    }

    [Fact(Timeout = 30_000)]
    public async Task Redemption_is_shown_as_rgpStatus()
    {
        await using var registry = WireFixture.Start();
        await using var client = await RawClient.LoginAsync(registry);
        await client.SendAsync(RawMessages.Domain("delete", "<d:name>eksempel.dk</d:name>"));

        var info = await client.SendAsync(RawMessages.DomainInfo("eksempel.dk"));

        info.Element("rgpStatus").Attribute("s")!.Value.Should().Be("redemptionPeriod");
        info.Statuses.Should().Contain("pendingDelete").And.NotContain("redemptionPeriod");
        info.Element("domainAdvisory").Attribute("advisory")!.Value.Should().Be("pendingDeletionDate");
    }

    [Theory(Timeout = 30_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task RestoreShowsState_adds_the_state_to_the_restore_response(bool shows)
    {
        await using var registry = WireFixture.Start(new DkQuirks { RestoreShowsState = shows });
        await using var pool = new EppSessionPool(PrivilegeFixture.Options(registry));
        await pool.SendAsync(new DomainDelete("eksempel.dk"));

        var restored = await pool.SendAsync(DkDomain.Restore("eksempel.dk", registry.Clock.GetUtcNow(), registry.Clock.GetUtcNow()));

        restored.Code.Value.Should().Be(1000);
        (restored.Extension<RgpUpdateResult>() is not null).Should().Be(shows);
    }

    [Theory(Timeout = 30_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task OmitWithdrawNamespace_removes_the_withdrawal_from_the_greeting(bool omits)
    {
        await using var registry = WireFixture.Start(new DkQuirks { OmitWithdrawNamespace = omits });

        var greeting = await EppProbe.GetGreetingAsync(PrivilegeFixture.Options(registry));

        greeting.ExtensionUris.Contains("urn:dkhm:params:xml:ns:dkhm-domain-4.4").Should().Be(!omits);
    }

    [Fact(Timeout = 30_000)]
    public async Task Quirks_select_the_documented_variants_of_responses()
    {
        await using var registry = WireFixture.Start(new DkQuirks
        {
            RedemptionAsDomainStatus = true,
            SponsorByName = true,
            OmitClientTransactionId = true,
            QueueInEveryResponse = true,
            RespondInVersion44 = true,
        });
        await using var client = await RawClient.LoginAsync(registry);
        await using var outsider = await RawClient.LoginAsync(registry, DkRegistryFixture.UserTwo, DkRegistryFixture.Password);
        await client.SendAsync(RawMessages.Domain("delete", "<d:name>eksempel.dk</d:name>"));
        registry.Registry.ReportBouncedEmail(DkRegistryFixture.Checked, "config");

        await client.WriteAsync(Encoding.UTF8.GetBytes(RawMessages.DomainInfo("eksempel.dk")));
        var info = await client.ReceiveUncheckedAsync();
        info.Statuses.Should().Contain("redemptionPeriod");
        info.Elements("clTRID").Should().BeEmpty();
        info.Element("msgQ").Attribute("count")!.Value.Should().Be("2", "the suspension is also reported");
        info.Element("autoRenew").Name.NamespaceName.Should().Be("urn:dkhm:params:xml:ns:dkhm-4.4");

        await outsider.WriteAsync(Encoding.UTF8.GetBytes(RawMessages.DomainInfo("eksempel.dk")));
        (await outsider.ReceiveUncheckedAsync()).Value("clID").Should().Be("Registrar REG-100001");
    }
}
