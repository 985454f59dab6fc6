using EppClient.Commands;
using EppClient.Dk;
using EppClient.Dk.Testing;
using EppClient.IntegrationTests.HostileServers;
using EppClient.IntegrationTests.Services;
using Polly;
using Polly.Retry;

namespace EppClient.IntegrationTests.Callers;

/// <summary>Sessions, logs, passwords and pending actions from the caller's side, with the real client and the embedded registry.</summary>
public sealed class CallerTests
{
    [Fact(Timeout = 30_000)]
    public async Task Commands_are_logged_with_both_transaction_ids_and_without_secrets()
    {
        using var log = new ClientLog();
        await using var registry = DkTestRegistry.Start();
        EppResponse free;
        EppResponse missing;
        await using (var pool = new EppSessionPool(Options(registry), log))
        {
            free = await pool.TrySendAsync(new DomainCheck("ledig.dk"));
            missing = await pool.TrySendAsync(new DomainInfo("ledig.dk"));
        }

        log.Of("CommandCompleted").Should().ContainSingle().Which.Should()
            .Contain("check domain").And.Contain(free.ClientTransactionId).And.Contain(free.ServerTransactionId);
        log.Of("CommandRefused").Should().ContainSingle().Which.Should()
            .Contain("info domain").And.Contain("2303").And.Contain(missing.ClientTransactionId).And.Contain(missing.ServerTransactionId);
        log.Texts.Should().NotContain(text => text.Contains(registry.Password) || text.Contains("ledig.dk"));
    }

    [Fact(Timeout = 30_000)]
    public async Task New_password_is_set_at_the_first_login()
    {
        await using var registry = DkTestRegistry.Start();
        const string newPassword = "Ny-Adgangskode-2026";

        await using (var changing = new EppSessionPool(Options(registry) with { Login = new EppLoginOptions { NewPassword = newPassword }, Pool = new EppPoolOptions { MaxSessions = 2 } }))
        {
            // Two sessions: the second login uses the new password.
            await using var first = await changing.RentAsync();
            await using var second = await changing.RentAsync();
            (await second.SendAsync(new DomainCheck("ledig.dk"))).IsSuccess.Should().BeTrue();
        }

        await using var old = new EppSessionPool(Options(registry));
        var refused = await old.Invoking(p => p.SendAsync(new DomainCheck("ledig.dk"))).Should().ThrowAsync<EppAuthenticationException>();
        refused.Which.Code.Should().Be(EppResultCode.AuthenticationError);

        await using var changed = new EppSessionPool(Options(registry) with { Password = newPassword });
        (await changed.SendAsync(new DomainCheck("ledig.dk"))).IsSuccess.Should().BeTrue();
    }

    [Fact(Timeout = 30_000)]
    public async Task Rented_session_has_its_services_and_supports_hello()
    {
        await using var registry = DkTestRegistry.Start();
        await using var pool = new EppSessionPool(Options(registry));
        await using var session = await pool.RentAsync();
        var atLogin = session.Greeting;

        registry.Clock.Advance(TimeSpan.FromMinutes(2));
        var greeting = await session.HelloAsync();

        session.ExtensionUris.Should().Contain(DkNamespaces.Dkhm).And.NotContain("urn:dkhm:params:xml:ns:dkhm-4.4");
        greeting.ServerDate.Should().BeOnOrAfter(atLogin.ServerDate + TimeSpan.FromMinutes(2));
        session.Greeting.Should().BeSameAs(greeting);
    }

    [Fact(Timeout = 30_000)]
    public async Task Messages_are_acknowledged_when_the_next_one_is_read()
    {
        await using var registry = DkTestRegistry.Start(seed: r => r
            .Contact("IP1-DK", "Ida Prøve", c => c with { Sponsor = "REG-100001" })
            .Hosts("REG-100001", "ns1.example.com", "ns2.example.com"));
        await using var pool = new EppSessionPool(Options(registry));
        foreach (var name in (string[])["et.dk", "to.dk"])
        {
            await pool.SendAsync(DkDomain.Create(name, "IP1-DK", registry.Clock.GetUtcNow(), "ns1.example.com", "ns2.example.com"));
        }

        registry.Clock.Advance(TimeSpan.FromMinutes(1));

        // A loop that is left does not acknowledge the message at which it was left.
        string? first = null;
        await foreach (var message in pool.ReadMessagesAsync())
        {
            first = message.Id;
            break;
        }

        List<string> ids = [];
        await foreach (var message in pool.ReadMessagesAsync())
        {
            message.Text.Should().NotBeEmpty();
            ids.Add(message.Id);
        }

        ids.Should().HaveCountGreaterThan(1).And.OnlyHaveUniqueItems().And.StartWith(first);
        (await pool.PollAsync()).Should().BeNull();
    }

    [Fact(Timeout = 30_000)]
    public async Task Message_that_returns_after_its_acknowledgement_ends_the_loop()
    {
        await using var registry = new ServiceRegistry(
            Wire.Greeting,
            request => request.Contains("op=\"req\"", StringComparison.Ordinal)
                ? Wire.Response(1301, Wire.TransactionOf(request)).Replace("</result>", "</result><msgQ count=\"1\" id=\"7\"><msg>Again</msg></msgQ>", StringComparison.Ordinal)
                : null);
        await using var pool = registry.Connect(options => options);
        var reading = async () =>
        {
            await foreach (var message in pool.ReadMessagesAsync())
            {
                message.Text.Should().Be("Again");
            }
        };

        await reading.Should().ThrowAsync<EppProtocolException>().WithMessage("*message 7 again*");
    }

    [Fact(Timeout = 30_000)]
    public async Task Statistics_count_the_sessions_of_the_pool()
    {
        await using var registry = DkTestRegistry.Start();
        await using var pool = new EppSessionPool(Options(registry));

        pool.Statistics.Should().Be(new EppPoolStatistics(pool.Options.Pool.MaxSessions, 0, 0, 0, 0, 0));
        await using (await pool.RentAsync())
        {
            pool.Statistics.Should().Match<EppPoolStatistics>(now => now.InUse == 1 && now.Open == 1);
        }

        pool.Statistics.Should().Match<EppPoolStatistics>(now => now.InUse == 0 && now.Idle == 1);
    }

    [Fact(Timeout = 30_000)]
    public async Task Pending_action_completes_when_its_message_is_read()
    {
        await using var registry = DkTestRegistry.Start(seed: r => r
            .Contact("IP1-DK", "Ida Prøve", c => c with { Sponsor = "REG-100001" })
            .Hosts("REG-100001", "ns1.example.com", "ns2.example.com"));
        await using var pool = new EppSessionPool(Options(registry));
        var first = await Apply("et.dk");
        var second = await Apply("to.dk");
        registry.Clock.Advance(TimeSpan.FromMinutes(1));

        var message = await pool.PollAsync();

        var decided = message!.DataAs<DomainPendingActionResult>()!.Name == "et.dk" ? first : second;
        var open = decided == first ? second : first;
        (await decided.Completion).Succeeded.Should().BeTrue();
        (await decided.Completion).Response.Extension<DkPollResult>()!.RiskAssessment.Should().NotBeNull();
        open.Completion.IsCompleted.Should().BeFalse();

        await pool.AcknowledgeAsync(message);
        await pool.PollAsync();
        (await open.Completion).Succeeded.Should().BeTrue();

        async Task<EppPendingAction> Apply(string name)
        {
            var response = await pool.SendAsync(DkDomain.Create(name, "IP1-DK", registry.Clock.GetUtcNow(), "ns1.example.com", "ns2.example.com"));
            response.DataOrNull.Should().BeNull();
            response.Extension<DkDomainCreateResult>()!.TrackingNumber.Should().NotBeNullOrEmpty();
            return response.Pending!;
        }
    }

    [Fact(Timeout = 30_000)]
    public async Task Rejection_is_an_exception_with_the_response_or_a_response()
    {
        await using var registry = DkTestRegistry.Start();
        await using var pool = new EppSessionPool(Options(registry));
        var options = new EppSendOptions { ClientTransactionId = "vores-egen-0001" };

        var response = await pool.TrySendAsync(new ContactDelete("ABC123-DK"), options);
        var refused = await pool.Invoking(p => p.SendAsync(new ContactDelete("ABC123-DK"), options)).Should().ThrowAsync<EppCommandException>();

        response.Code.Should().Be(EppResultCode.UnimplementedCommand);
        refused.Which.Code.Should().Be(EppResultCode.UnimplementedCommand);
        refused.Which.ClientTransactionId.Should().Be("vores-egen-0001");
        refused.Which.ServerTransactionId.Should().NotBeNullOrEmpty().And.NotBe(response.ServerTransactionId);
        refused.Which.Delivery.Should().Be(EppDelivery.ResponseReceived);
    }

    [Fact(Timeout = 30_000)]
    public async Task Empty_queue_has_no_message_and_rejects_an_acknowledgement()
    {
        await using var registry = DkTestRegistry.Start();
        await using var pool = new EppSessionPool(Options(registry));

        (await pool.PollAsync()).Should().BeNull();
        (await pool.TrySendAsync(new PollAcknowledge("12345"))).Code.Should().Be(EppResultCode.ObjectDoesNotExist);
    }

    [Fact(Timeout = 30_000)]
    public async Task Cancellation_between_retries_has_the_token_of_the_caller()
    {
        using var cancellation = new CancellationTokenSource();
        var retryOnce = new RetryStrategyOptions
        {
            MaxRetryAttempts = 1,
            Delay = TimeSpan.FromMinutes(1),
            OnRetry = _ => new ValueTask(cancellation.CancelAsync()),
        };
        await using var registry = DkTestRegistry.Start();
        var unreachable = Options(registry) with
        {
            Tls = new EppTlsOptions(),
            Recovery = new EppRecoveryOptions { RetryPipeline = new ResiliencePipelineBuilder().AddRetry(retryOnce).Build() },
        };
        await using var pool = new EppSessionPool(unreachable);

        var cancelled = await pool.Invoking(p => p.SendAsync(new DomainCheck("ledig.dk"), cancellation.Token)).Should().ThrowAsync<OperationCanceledException>();

        cancelled.Which.CancellationToken.Should().Be(cancellation.Token);
    }

    private static EppOptions Options(DkTestRegistry registry) => new()
    {
        Host = registry.Host,
        Port = registry.Port,
        ClientId = registry.User,
        Password = registry.Password,
        Profile = DkProfile.Current,
        Tls = new EppTlsOptions { TrustedRoots = [registry.CaCertificate] },
    };
}
