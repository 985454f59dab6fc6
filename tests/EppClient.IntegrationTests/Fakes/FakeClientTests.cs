using EppClient.Commands;
using EppClient.Extensions;
using EppClient.Testing.Fakes;

namespace EppClient.IntegrationTests.Fakes;

/// <summary>The client for users' unit tests: what a test describes is what the code under test gets.</summary>
public sealed class FakeClientTests
{
    private static readonly DateTimeOffset Expiry = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact(Timeout = 30_000)]
    public async Task Data_and_extensions_of_a_success_are_read_as_from_a_registry()
    {
        await using var client = EppFakeClient.Start();
        client.When<DomainInfo>().Respond(info => EppFakeResponse
            .Success(Domain(info.Command.Name))
            .WithExtension(new RgpInfoResult { Statuses = [RgpStatusValue.RedemptionPeriod] }.Write));

        var response = await client.SendAsync(new DomainInfo("a.example"));

        response.Data.Should().Be(Domain("a.example"));
        response.Extension<RgpInfoResult>()!.Statuses.Should().ContainSingle();
        (response.ServerTransactionId, response.ReadDiagnostics.Count).Should().Be(("FAKE-2", 0));
    }

    [Fact(Timeout = 30_000)]
    public async Task Refusal_has_the_code_the_message_and_the_values()
    {
        await using var client = EppFakeClient.Start();
        client.Expect<DomainDelete>().Respond(EppFakeResponse.Refusal(EppResultCode.ObjectAssociationProhibitsOperation, "Hosts depend on it") with
        {
            Values = [new EppErrorValue { Value = EppMixedText("<n xmlns='urn:x'>ns1.a.example</n>"), Reason = "in use" }],
        });

        var refused = await FluentActions.Awaiting(() => client.SendAsync(new DomainDelete("a.example"))).Should().ThrowAsync<EppCommandException>();

        var result = refused.Which.Response.Results.Should().ContainSingle().Subject;
        (result.Code, result.Message).Should().Be((EppResultCode.ObjectAssociationProhibitsOperation, "Hosts depend on it"));
        result.Values.Should().ContainSingle().Which.Reason.Should().Be("in use");
        client.Verify();
    }

    [Fact(Timeout = 30_000)]
    public async Task Pending_command_completes_with_the_message_of_the_queue()
    {
        await using var client = EppFakeClient.Start();
        client.Expect<DomainCreate>().Respond(EppFakeResponse.Pending());

        var response = await client.SendAsync(new DomainCreate("a.example", DomainAuthInfo.FromPassword("secret-1")));
        client.Enqueue("Registered", new DomainPendingActionResult
        {
            Name = "a.example",
            Succeeded = true,
            TransactionId = new EppTransactionId { ServerTransactionId = response.ServerTransactionId },
            CompletedDate = Expiry,
        });
        var message = await client.PollAsync();
        var outcome = await response.Pending!.Completion;

        outcome.Succeeded.Should().BeTrue();
        (message!.Text, message.Count).Should().Be(("Registered", 1UL));
    }

    [Fact(Timeout = 30_000)]
    public async Task Lost_connection_leaves_the_outcome_of_a_transform_unknown_until_it_is_reconciled()
    {
        await using var client = EppFakeClient.Start();
        client.Expect<DomainDelete>().Respond(EppFakeResponse.ConnectionLost);
        client.Expect<DomainInfo>().Respond(EppFakeResponse.Refusal(EppResultCode.ObjectDoesNotExist, "Object does not exist"));

        var outcome = await client.SendForOutcomeAsync(new DomainDelete("a.example"));
        var unknown = outcome.Should().BeOfType<EppOutcomeUnknown>().Subject;
        var reconciliation = await unknown.IndeterminateCommand!.ReconcileAsync();

        unknown.Cause.Should().BeOfType<EppOutcomeUnknownException>().Which.Command.Should().Be(new DomainDelete("a.example"));
        reconciliation.Status.Should().Be(EppReconciliationStatus.Applied);
        client.Verify();
    }

    [Fact(Timeout = 30_000)]
    public async Task Lost_connection_fails_a_query_once()
    {
        await using var client = EppFakeClient.Start();
        client.When<DomainInfo>().Respond(EppFakeResponse.ConnectionLost);

        var failure = await FluentActions.Awaiting(() => client.SendAsync(new DomainInfo("a.example"))).Should().ThrowAsync<EppConnectionException>();

        failure.Which.Delivery.Should().Be(EppDelivery.MaybeSent);
        client.Received<DomainInfo>().Should().ContainSingle();
    }

    [Fact(Timeout = 30_000)]
    public async Task Automatic_reconciliation_of_the_pool_can_be_tested()
    {
        await using var client = EppFakeClient.Start(new EppFakeClientOptions
        {
            ConfigurePool = pool => pool with { Recovery = pool.Recovery with { Reconciliation = EppReconciliationMode.Automatic } },
        });
        client.Expect<DomainDelete>().Respond(EppFakeResponse.ConnectionLost);
        client.Expect<DomainInfo>().Respond(EppFakeResponse.Refusal(EppResultCode.ObjectDoesNotExist, "Object does not exist"));

        var response = await client.SendAsync(new DomainDelete("a.example"));

        response.Reconciliation!.Status.Should().Be(EppReconciliationStatus.Applied);
    }

    [Fact(Timeout = 30_000)]
    public async Task Command_can_be_cancelled_while_its_response_is_withheld()
    {
        await using var client = EppFakeClient.Start();
        using var cancellation = new CancellationTokenSource();
        var received = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        client.Expect<DomainDelete>().Respond((_, _) =>
        {
            received.SetResult();
            return new ValueTask<EppFakeResponse>(EppFakeResponse.Withheld);
        });

        var call = client.SendForOutcomeAsync(new DomainDelete("a.example"), cancellation.Token);
        await received.Task;
        await cancellation.CancelAsync();

        (await call).Should().BeOfType<EppOutcomeUnknown>().Which.Cause.Should().BeOfType<EppOutcomeUnknownCanceledException>();
    }

    [Fact(Timeout = 30_000)]
    public async Task Withheld_response_ends_with_the_deadline_of_the_clock()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Expiry);
        await using var client = EppFakeClient.Start(new EppFakeClientOptions { TimeProvider = clock });
        var received = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        client.When<DomainInfo>().Respond((_, _) =>
        {
            received.SetResult();
            return new ValueTask<EppFakeResponse>(EppFakeResponse.Withheld);
        });

        var call = client.SendAsync(new DomainInfo("a.example"));
        await received.Task;
        clock.Advance(client.Pool.Options.Timeouts.Command);

        (await FluentActions.Awaiting(() => call).Should().ThrowAsync<EppTimeoutException>()).Which.Delivery.Should().NotBe(EppDelivery.NotSent);
    }

    [Fact(Timeout = 30_000)]
    public async Task Messages_are_read_in_order_and_stay_until_they_are_acknowledged()
    {
        await using var client = EppFakeClient.Start();
        var first = client.Enqueue("one");
        client.Enqueue("two");

        (await client.PollAsync())!.Id.Should().Be(first);
        (await client.PollAsync())!.Id.Should().Be(first);
        List<string> texts = [];
        await foreach (var message in client.ReadMessagesAsync())
        {
            texts.Add(message.Text);
        }

        texts.Should().Equal("one", "two");
        client.QueuedMessageCount.Should().Be(0);
        client.Received<PollAcknowledge>().Select(ack => ack.Command.MessageId).Should().Equal("1", "2");
        (await client.TrySendAsync(new PollAcknowledge("2"))).Code.Should().Be(EppResultCode.ObjectDoesNotExist);
    }

    [Fact(Timeout = 30_000)]
    public async Task Received_command_has_its_extensions()
    {
        await using var client = EppFakeClient.Start();
        client.Expect<DomainUpdate>(update => update.Extension<SecDnsUpdate>() is { Urgent: true });

        await client.SendAsync(new DomainUpdate("a.example") { Extensions = [new SecDnsUpdate { Urgent = true, Remove = SecDnsRemoval.FromAll(true) }] });

        client.Received<IEppUpdateCommand>().Should().ContainSingle().Which.Command.Should().Be(new DomainUpdate("a.example"));
        client.Verify();
    }

    [Fact(Timeout = 30_000)]
    public async Task Transfer_is_received_with_its_operation()
    {
        await using var client = EppFakeClient.Start();
        client.Expect<DomainTransfer>(transfer => transfer.Command.Operation == EppTransferOperation.Approve);

        await client.SendAsync(DomainTransfer.Approve("a.example"));

        client.Verify();
    }

    [Theory(Timeout = 30_000)]
    [InlineData("<thing xmlns='urn:x'>1</thing>")]
    [InlineData("<domain:info xmlns:domain='urn:ietf:params:xml:ns:domain-1.0'><domain:name/><domain:oops/></domain:info>")]
    public async Task Command_that_matches_no_schema_is_received_unchanged(string content)
    {
        await using var client = EppFakeClient.Start();
        client.Expect<EppRawCommand>();
        var document = System.Text.Encoding.UTF8.GetBytes($"<epp xmlns='urn:ietf:params:xml:ns:epp-1.0'><command><info>{content}</info></command></epp>");

        await client.SendAsync(EppRawCommand.Parse(document));

        client.Commands.Should().ContainSingle().Which.Command.Verb.Should().Be(EppVerb.Info);
    }

    private static DomainInfoResult Domain(string name) => new()
    {
        Name = name,
        Roid = "D1-EX",
        SponsoringClientId = "REG-1",
        ExpiryDate = Expiry,
        Statuses = [DomainStatusValue.Ok],
    };

    private static Xml.EppMixedContent EppMixedText(string xml) => Xml.EppMixedContent.FromXml(xml);
}
