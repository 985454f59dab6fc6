using EppClient.Commands;
using EppClient.IntegrationTests.HostileServers;
using Polly;
using Polly.Retry;

namespace EppClient.IntegrationTests.Outcomes;

/// <summary>Every outcome of a command, as an exception and as a value.</summary>
[Trait("Failure", "2")]
public sealed class OutcomeTests
{
    [Fact(Timeout = 30_000)]
    public async Task Unknown_outcome_contains_the_command_and_its_details()
    {
        await using var server = HostileServer.Start(HearAndLeaveAsync, c => c.ServeAsync());
        await using var pool = Client.For(server);
        var command = new PollAcknowledge("1");
        var before = TimeProvider.System.GetUtcNow();

        var unknown = await Client.FailureOf<EppOutcomeUnknownException>(
            () => pool.SendAsync(command, new EppSendOptions { ClientTransactionId = "C-OWN-1" }), EppDelivery.MaybeSent);

        unknown.Command.Should().BeSameAs(command);
        unknown.ClientTransactionId.Should().Be("C-OWN-1");
        unknown.WrittenAt.Should().BeOnOrAfter(before).And.BeOnOrBefore(TimeProvider.System.GetUtcNow());
        unknown.IsTransient.Should().BeFalse();
        unknown.InnerException.Should().BeOfType<EppConnectionException>();
    }

    [Fact(Timeout = 30_000)]
    public async Task Cancellation_after_sending_contains_the_indeterminate_command()
    {
        var isAsked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = HostileServer.Start(
            async connection =>
            {
                await connection.OpenAsync();
                await connection.ReceiveAsync();
                isAsked.SetResult();
                await connection.StallAsync();
            },
            c => c.ServeAsync());
        await using var pool = Client.For(server);
        using var cancellation = new CancellationTokenSource();

        var call = pool.SendAsync(new PollAcknowledge("1"), cancellation.Token);
        await isAsked.Task;
        await cancellation.CancelAsync();
        var failure = (await Client.FailureOf(() => call)).Should().BeOfType<EppOutcomeUnknownCanceledException>().Subject;

        failure.CancellationToken.Should().Be(cancellation.Token);
        failure.IndeterminateCommand.Command.Should().Be(new PollAcknowledge("1"));
    }

    [Fact(Timeout = 30_000)]
    public async Task Retry_pipeline_does_not_repeat_sent_commands()
    {
        await using var server = HostileServer.Start(HearAndLeaveAsync, c => c.ServeAsync());
        var always = new RetryStrategyOptions { MaxRetryAttempts = 3, Delay = TimeSpan.Zero };
        await using var pool = Client.For(server, o => o with { Recovery = o.Recovery with { RetryPipeline = new ResiliencePipelineBuilder().AddRetry(always).Build() } });

        await Client.LossOf<EppConnectionException>(() => pool.SendAsync(new PollAcknowledge("1")));

        server.Connections.Should().BeLessThanOrEqualTo(2, "the pool may open a session, but sends nothing on it");
        await pool.CheckAsync("a.example");
    }

    [Theory(Timeout = 30_000)]
    [InlineData(false, EppDelivery.NotSent)]
    [InlineData(true, EppDelivery.ResponseReceived)]
    public async Task Retry_pipeline_that_cancels_by_itself_is_a_failure(bool afterResponse, EppDelivery delivery)
    {
        await using var server = HostileServer.Start(c => c.ServeAsync());
        var own = new RetryStrategyOptions
        {
            ShouldHandle = arguments => afterResponse == (arguments.Outcome.Exception is null) ? throw new OperationCanceledException("own cancellation") : ValueTask.FromResult(true),
            Delay = TimeSpan.Zero,
        };
        await using var pool = Client.For(server, o => o with { Recovery = o.Recovery with { RetryPipeline = new ResiliencePipelineBuilder().AddRetry(own).Build() } });

        // An invalid command fails before it is sent.
        var failure = await Client.FailureOf<EppConnectionException>(() => pool.SendAsync(new PollAcknowledge(afterResponse ? "1" : string.Empty)), delivery);

        failure.Message.Should().Contain("EppRecoveryOptions.RetryPipeline failed: own cancellation");
    }

    [Fact(Timeout = 30_000)]
    [Trait("Failure", "5")]
    public async Task Session_rejected_as_not_logged_in_is_closed_and_the_command_sent_on_another()
    {
        await using var server = HostileServer.Start(
            async connection =>
            {
                await connection.OpenAsync();
                await connection.SendAsync(Wire.Response(2002, Wire.TransactionOf(await connection.ReceiveAsync())));
                await connection.RespondToAllAsync();
            },
            c => c.ServeAsync());
        await using var pool = Client.For(server);

        (await pool.TrySendAsync(new PollAcknowledge("1"))).Code.Should().Be(EppResultCode.Success);

        server.Connections.Should().Be(2);
    }

    [Fact(Timeout = 30_000)]
    [Trait("Failure", "5")]
    public async Task Second_use_error_is_returned()
    {
        await using var server = HostileServer.Start(async connection =>
        {
            await connection.OpenAsync();
            string request;
            while (!(request = await connection.ReceiveAsync()).Contains("<logout", StringComparison.Ordinal))
            {
                await connection.SendAsync(Wire.Response(2002, Wire.TransactionOf(request)));
            }

            await connection.SendAsync(Wire.ResponseTo(request));
        });
        await using var pool = Client.For(server);

        (await pool.TrySendAsync(new PollAcknowledge("1"))).Code.Should().Be(EppResultCode.UseError);

        server.Connections.Should().Be(2);
    }

    [Fact(Timeout = 30_000)]
    [Trait("Failure", "5")]
    public async Task After_a_use_error_no_other_old_session_is_tried()
    {
        await using var server = HostileServer.Start(ForgetsAsync, ForgetsAsync, c => c.ServeAsync());
        await using var pool = Client.For(server, o => o with { Pool = o.Pool with { MaxSessions = 2 } });
        await using (var first = await pool.RentAsync())
        await using (var second = await pool.RentAsync())
        {
            // Both sessions are open and become idle.
        }

        (await pool.TrySendAsync(new PollAcknowledge("1"))).Code.Should().Be(EppResultCode.Success);

        server.Connections.Should().Be(3, "the command was completed on the new session");
        static async Task ForgetsAsync(HostileConnection connection)
        {
            await connection.OpenAsync();
            while (true)
            {
                await connection.SendAsync(Wire.Response(2002, Wire.TransactionOf(await connection.ReceiveAsync())));
            }
        }
    }

    [Fact(Timeout = 30_000)]
    [Trait("Failure", "5")]
    public async Task Use_error_of_the_command_closes_at_most_one_session()
    {
        var refused = 0;
        await using var server = HostileServer.Start(async connection =>
        {
            await connection.OpenAsync();
            while (await connection.ReceiveAsync() is var request)
            {
                var isRefused = request.Contains("op=\"ack\"", StringComparison.Ordinal);
                refused += isRefused ? 1 : 0;
                await connection.SendAsync(isRefused ? Wire.Response(2002, Wire.TransactionOf(request)) : Wire.ResponseTo(request));
            }
        });
        await using var pool = Client.For(server);

        (await pool.TrySendAsync(new PollAcknowledge("1"))).Code.Should().Be(EppResultCode.UseError);
        await pool.CheckAsync("a.example");

        refused.Should().Be(2);
        server.Connections.Should().Be(2, "the second session got the same response and stays open");
    }

    [Fact(Timeout = 30_000)]
    public async Task Every_outcome_is_a_value()
    {
        await using var server = HostileServer.Start(
            c => Task.CompletedTask,
            HearAndLeaveAsync,
            HearAndLeaveAsync,
            async connection =>
            {
                await connection.OpenAsync();
                await connection.SendAsync(Wire.Response(2303, Wire.TransactionOf(await connection.ReceiveAsync())));
                await connection.RespondToAllAsync();
            });
        await using var pool = Client.For(server);
        var acknowledge = new PollAcknowledge("1");

        (await pool.SendForOutcomeAsync(acknowledge)).Should().BeOfType<EppNotSent>().Which.Cause.Should().BeOfType<EppConnectionException>();
        (await pool.SendForOutcomeAsync(acknowledge)).Should().BeOfType<EppOutcomeUnknown>().Which.IndeterminateCommand!.Command.Should().BeSameAs(acknowledge);
        (await pool.SendForOutcomeAsync(new DomainCheck("a.example"))).Should().BeOfType<EppOutcomeUnknown>().Which.IndeterminateCommand.Should().BeNull("the command is read-only");
        (await pool.SendForOutcomeAsync(acknowledge)).Should().BeOfType<EppRejected>().Which.Response.Code.Should().Be(EppResultCode.ObjectDoesNotExist);
        (await pool.SendForOutcomeAsync(acknowledge)).Should().BeOfType<EppCompleted>();
        (await pool.SendForOutcomeAsync(new DomainCheck("a.example"))).Should().BeOfType<EppCompleted<DomainCheckResult>>().Which.Response.Data.Items.Should().ContainSingle();
        (await pool.SendForOutcomeAsync(acknowledge, new CancellationToken(canceled: true))).Should().BeOfType<EppNotSent>().Which.Cause.Should().BeAssignableTo<OperationCanceledException>();
        (await pool.SendForOutcomeAsync(new DomainDelete(string.Empty))).Should().BeOfType<EppNotSent>().Which.Cause.Should().BeOfType<EppValidationException>();
    }

    [Fact(Timeout = 30_000)]
    public async Task Command_without_a_reconciler_is_indeterminate_and_explained()
    {
        await using var server = HostileServer.Start(HearAndLeaveAsync, c => c.ServeAsync());
        await using var pool = Client.For(server, o => o with { Profile = o.Profile with { Reconcilers = [] } });
        var unknown = await Client.FailureOf<EppOutcomeUnknownException>(() => pool.SendAsync(new DomainDelete("a.example")));

        var reconciliation = await unknown.ReconcileAsync();

        reconciliation.Status.Should().Be(EppReconciliationStatus.Indeterminate);
        reconciliation.Explanation.Should().Contain("delete domain").And.Contain("EppProfile.Reconcilers");
    }

    [Fact(Timeout = 30_000)]
    public async Task Reconciliation_throws_if_the_registry_cannot_be_queried()
    {
        await using var server = HostileServer.Start(HearAndLeaveAsync, c => Task.CompletedTask);
        await using var pool = Client.For(server);
        var unknown = await Client.FailureOf<EppOutcomeUnknownException>(() => pool.SendAsync(new DomainDelete("a.example")));

        await Client.FailureOf<EppConnectionException>(() => unknown.ReconcileAsync(), EppDelivery.NotSent);
    }

    [Fact(Timeout = 30_000)]
    public async Task Journal_failure_prevents_the_command()
    {
        await using var server = HostileServer.Start(c => c.ServeAsync());
        await using var pool = Client.For(server, o => o with { Recovery = o.Recovery with { Journal = new FailingJournal() } });

        await Client.FailureOf<EppJournalException>(() => pool.SendAsync(new PollAcknowledge("1")), EppDelivery.NotSent);
        await pool.CheckAsync("a.example");

        server.Connections.Should().Be(1, "the session is still usable");
    }

    [Fact(Timeout = 30_000)]
    public async Task Journal_keeps_transform_commands_until_their_response()
    {
        var journal = new EppMemoryJournal();
        List<EppJournalRecord> whileAsked = [];
        await using var server = HostileServer.Start(async connection =>
        {
            await connection.OpenAsync();
            while (true)
            {
                var request = await connection.ReceiveAsync();
                whileAsked.AddRange(await journal.ReadIncompleteAsync(CancellationToken.None));
                await connection.SendAsync(Wire.ResponseTo(request));
            }
        });
        await using var pool = Client.For(server, o => o with { Recovery = o.Recovery with { Journal = journal } });

        await pool.CheckAsync("a.example");
        whileAsked.Should().BeEmpty();
        await pool.SendAsync(new PollAcknowledge("1"));

        whileAsked.Should().ContainSingle().Which.Command.Should().Be("poll");
        (await journal.ReadIncompleteAsync(CancellationToken.None)).Should().BeEmpty();
    }

    private static async Task HearAndLeaveAsync(HostileConnection connection)
    {
        await connection.OpenAsync();
        await connection.ReceiveAsync();
    }

    private sealed class FailingJournal : IEppCommandJournal
    {
        public ValueTask RecordAsync(EppJournalRecord record, CancellationToken cancellationToken) =>
            ValueTask.FromException(new EppJournalException("The disk is full."));

        public ValueTask CompleteAsync(string recordId, CancellationToken cancellationToken) => throw new InvalidOperationException("Broken.");

        public ValueTask<IReadOnlyList<EppJournalRecord>> ReadIncompleteAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
