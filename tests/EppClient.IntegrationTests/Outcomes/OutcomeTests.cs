using EppClient.Commands.Domain;
using EppClient.Commands.Poll;
using EppClient.IntegrationTests.HostileServers;
using EppClient.Protocol;
using Polly;
using Polly.Retry;

namespace EppClient.IntegrationTests.Outcomes;

/// <summary>Each way in which a command can end, as an exception and as a value.</summary>
[Trait("Pain", "2")]
public sealed class OutcomeTests
{
    [Fact(Timeout = 30_000)]
    public async Task Unknown_outcome_carries_the_command_and_all_that_is_known_of_it()
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
    public async Task Cancellation_after_the_command_was_sent_is_a_cancellation_that_carries_it()
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
        failure.Unsettled.Command.Should().Be(new PollAcknowledge("1"));
    }

    [Fact(Timeout = 30_000)]
    public async Task Retry_pipeline_that_repeats_everything_does_not_repeat_what_was_sent()
    {
        await using var server = HostileServer.Start(HearAndLeaveAsync, c => c.ServeAsync());
        var always = new RetryStrategyOptions { MaxRetryAttempts = 3, Delay = TimeSpan.Zero };
        await using var pool = Client.For(server, o => o with { RetryPipeline = new ResiliencePipelineBuilder().AddRetry(always).Build() });

        await Client.LossOf<EppConnectionException>(() => pool.SendAsync(new PollAcknowledge("1")));

        server.Connections.Should().BeLessThanOrEqualTo(2, "the pool may look for a session, but nothing is sent on it");
        await pool.CheckAsync("a.example");
    }

    [Fact(Timeout = 30_000)]
    [Trait("Pain", "5")]
    public async Task Session_that_the_registry_takes_for_one_without_login_is_ended_and_the_command_sent_on_another()
    {
        await using var server = HostileServer.Start(
            async connection =>
            {
                await connection.OpenAsync();
                await connection.SendAsync(Wire.Response(2002, Wire.TransactionOf(await connection.ReceiveAsync())));
                await connection.AnswerAllAsync();
            },
            c => c.ServeAsync());
        await using var pool = Client.For(server);

        (await pool.ExecuteAsync(new PollAcknowledge("1"))).Code.Should().Be(EppResultCode.Success);

        server.Connections.Should().Be(2);
    }

    [Fact(Timeout = 30_000)]
    [Trait("Pain", "5")]
    public async Task Second_use_error_is_the_registrys_answer()
    {
        await using var server = HostileServer.Start(async connection =>
        {
            await connection.OpenAsync();
            string request;
            while (!(request = await connection.ReceiveAsync()).Contains("<logout", StringComparison.Ordinal))
            {
                await connection.SendAsync(Wire.Response(2002, Wire.TransactionOf(request)));
            }

            await connection.SendAsync(Wire.Answer(request));
        });
        await using var pool = Client.For(server);

        (await pool.ExecuteAsync(new PollAcknowledge("1"))).Code.Should().Be(EppResultCode.UseError);

        server.Connections.Should().Be(2);
    }

    [Fact(Timeout = 30_000)]
    [Trait("Pain", "5")]
    public async Task After_a_use_error_no_other_old_session_is_tried()
    {
        await using var server = HostileServer.Start(ForgetsAsync, ForgetsAsync, c => c.ServeAsync());
        await using var pool = Client.For(server, o => o with { Pool = o.Pool with { MaxSessions = 2 } });
        await using (var first = await pool.RentAsync())
        await using (var second = await pool.RentAsync())
        {
            // Both are open and become idle.
        }

        (await pool.ExecuteAsync(new PollAcknowledge("1"))).Code.Should().Be(EppResultCode.Success);

        server.Connections.Should().Be(3, "the one that had been logged in anew carried it out");
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
    [Trait("Pain", "5")]
    public async Task Use_error_of_the_command_itself_costs_no_more_than_one_session()
    {
        var refused = 0;
        await using var server = HostileServer.Start(async connection =>
        {
            await connection.OpenAsync();
            while (await connection.ReceiveAsync() is var request)
            {
                var isRefused = request.Contains("op=\"ack\"", StringComparison.Ordinal);
                refused += isRefused ? 1 : 0;
                await connection.SendAsync(isRefused ? Wire.Response(2002, Wire.TransactionOf(request)) : Wire.Answer(request));
            }
        });
        await using var pool = Client.For(server);

        (await pool.ExecuteAsync(new PollAcknowledge("1"))).Code.Should().Be(EppResultCode.UseError);
        await pool.CheckAsync("a.example");

        refused.Should().Be(2);
        server.Connections.Should().Be(2, "the second session answered as the first did, and goes on");
    }

    [Fact(Timeout = 30_000)]
    public async Task Each_end_is_a_value()
    {
        await using var server = HostileServer.Start(
            c => Task.CompletedTask,
            HearAndLeaveAsync,
            HearAndLeaveAsync,
            async connection =>
            {
                await connection.OpenAsync();
                await connection.SendAsync(Wire.Response(2303, Wire.TransactionOf(await connection.ReceiveAsync())));
                await connection.AnswerAllAsync();
            });
        await using var pool = Client.For(server);
        var acknowledge = new PollAcknowledge("1");

        (await pool.AttemptAsync(acknowledge)).Should().BeOfType<EppNotSent>().Which.Cause.Should().BeOfType<EppConnectionException>();
        (await pool.AttemptAsync(acknowledge)).Should().BeOfType<EppUnknown>().Which.Unsettled!.Command.Should().BeSameAs(acknowledge);
        (await pool.AttemptAsync(new DomainCheck("a.example"))).Should().BeOfType<EppUnknown>().Which.Unsettled.Should().BeNull("it only reads");
        (await pool.AttemptAsync(acknowledge)).Should().BeOfType<EppRejected>().Which.Response.Code.Should().Be(EppResultCode.ObjectDoesNotExist);
        (await pool.AttemptAsync(acknowledge)).Should().BeOfType<EppCompleted>();
        (await pool.AttemptAsync(new DomainCheck("a.example"))).Should().BeOfType<EppCompleted<DomainCheckResult>>().Which.Response.Data.Items.Should().ContainSingle();
        (await pool.AttemptAsync(acknowledge, new CancellationToken(canceled: true))).Should().BeOfType<EppNotSent>().Which.Cause.Should().BeAssignableTo<OperationCanceledException>();
        (await pool.AttemptAsync(new DomainDelete(string.Empty))).Should().BeOfType<EppNotSent>().Which.Cause.Should().BeOfType<EppValidationException>();
    }

    [Fact(Timeout = 30_000)]
    public async Task Command_that_no_reconciler_knows_cannot_be_told_and_the_missing_one_is_named()
    {
        await using var server = HostileServer.Start(HearAndLeaveAsync, c => c.ServeAsync());
        await using var pool = Client.For(server, o => o with { Profile = o.Profile with { Reconcilers = [] } });
        var unknown = await Client.FailureOf<EppOutcomeUnknownException>(() => pool.SendAsync(new DomainDelete("a.example")));

        var reconciliation = await unknown.ReconcileAsync();

        reconciliation.Verdict.Should().Be(EppReconciliationVerdict.CannotTell);
        reconciliation.Explanation.Should().Contain("delete domain").And.Contain("EppProfile.Reconcilers");
    }

    [Fact(Timeout = 30_000)]
    public async Task Registry_that_cannot_be_asked_is_an_exception_and_no_verdict()
    {
        await using var server = HostileServer.Start(HearAndLeaveAsync, c => Task.CompletedTask);
        await using var pool = Client.For(server);
        var unknown = await Client.FailureOf<EppOutcomeUnknownException>(() => pool.SendAsync(new DomainDelete("a.example")));

        await Client.FailureOf<EppConnectionException>(() => unknown.ReconcileAsync(), EppDelivery.NotSent);
    }

    [Fact(Timeout = 30_000)]
    public async Task Journal_that_fails_stops_the_command_before_it_is_sent()
    {
        await using var server = HostileServer.Start(c => c.ServeAsync());
        await using var pool = Client.For(server, o => o with { Journal = new FailingJournal() });

        await Client.FailureOf<EppJournalException>(() => pool.SendAsync(new PollAcknowledge("1")), EppDelivery.NotSent);
        await pool.CheckAsync("a.example");

        server.Connections.Should().Be(1, "the session is as good as before");
    }

    [Fact(Timeout = 30_000)]
    public async Task Journal_holds_what_changes_something_until_it_is_answered()
    {
        var journal = new EppMemoryJournal();
        List<EppJournalRecord> whileAsked = [];
        await using var server = HostileServer.Start(async connection =>
        {
            await connection.OpenAsync();
            while (true)
            {
                var request = await connection.ReceiveAsync();
                whileAsked.AddRange(await journal.ReadUnsettledAsync(CancellationToken.None));
                await connection.SendAsync(Wire.Answer(request));
            }
        });
        await using var pool = Client.For(server, o => o with { Journal = journal });

        await pool.CheckAsync("a.example");
        whileAsked.Should().BeEmpty();
        await pool.SendAsync(new PollAcknowledge("1"));

        whileAsked.Should().ContainSingle().Which.Command.Should().Be("poll");
        (await journal.ReadUnsettledAsync(CancellationToken.None)).Should().BeEmpty();
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

        public ValueTask SettleAsync(string recordId, CancellationToken cancellationToken) => throw new InvalidOperationException("Broken.");

        public ValueTask<IReadOnlyList<EppJournalRecord>> ReadUnsettledAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
    }

    [Theory(Timeout = 30_000)]
    [InlineData(50)]
    [InlineData(3650)]
    [InlineData(double.MaxValue)]
    public async Task Time_out_beyond_what_timers_take_sends_each_command_once(double days)
    {
        var names = new System.Collections.Concurrent.ConcurrentQueue<string>();
        await using var server = HostileServer.Start(async connection =>
        {
            await connection.OpenAsync();
            await connection.AnswerAllAsync(request => names.Enqueue(Wire.NameIn(request)));
        });
        await using var pool = Client.For(server);
        var patient = new EppSendOptions { Timeout = days == double.MaxValue ? TimeSpan.MaxValue : TimeSpan.FromDays(days) };

        await pool.SendAsync(new DomainDelete("a.example"), patient);
        await pool.SendAsync(new DomainDelete("b.example"), patient);

        names.Should().Equal("a.example", "b.example");
    }

    [Fact(Timeout = 30_000)]
    public async Task Negative_time_out_is_an_error_before_anything_is_sent()
    {
        await using var server = HostileServer.Start(c => c.ServeAsync());
        await using var pool = Client.For(server);

        await FluentActions.Awaiting(() => pool.SendAsync(new DomainDelete("a.example"), new EppSendOptions { Timeout = TimeSpan.FromSeconds(-5) }))
            .Should().ThrowAsync<ArgumentException>().WithMessage("*EppSendOptions.Timeout*");

        server.Connections.Should().Be(0);
    }

    [Fact(Timeout = 30_000)]
    public async Task Not_applied_is_not_said_before_the_registry_has_closed_the_session_that_was_cut()
    {
        var isAsked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var goOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var isDeleted = false;
        await using var server = HostileServer.Start(
            async connection =>
            {
                await connection.OpenAsync();
                await connection.ReceiveAsync();
                await goOn.Task.WaitAsync(connection.Stopped);
                Volatile.Write(ref isDeleted, true);
            },
            connection => AnswerInfoAsync(connection, () =>
            {
                isAsked.TrySetResult();
                return Volatile.Read(ref isDeleted);
            }));
        await using var pool = Client.For(server, o => Settling(o, TimeSpan.FromMilliseconds(100), logout: TimeSpan.FromSeconds(10)));
        var unknown = await Client.FailureOf<EppOutcomeUnknownException>(
            () => pool.SendAsync(new DomainDelete("a.example"), new EppSendOptions { Timeout = Client.Short }));

        var reconciling = unknown.ReconcileAsync();
        await isAsked.Task;
        reconciling.IsCompleted.Should().BeFalse("the registry may still carry it out");
        goOn.SetResult();

        (await reconciling).Verdict.Should().Be(EppReconciliationVerdict.Applied);
    }

    [Fact(Timeout = 30_000)]
    public async Task Registry_that_does_not_close_the_session_that_was_cut_does_not_keep_the_answer_for_ever()
    {
        await using var server = HostileServer.Start(
            async connection =>
            {
                await connection.OpenAsync();
                await connection.ReceiveAsync();
                await Task.Delay(Timeout.Infinite, connection.Stopped);
            },
            connection => AnswerInfoAsync(connection, () => false));
        await using var pool = Client.For(server, o => Settling(o, TimeSpan.FromMilliseconds(100), logout: TimeSpan.FromMilliseconds(250)));
        var unknown = await Client.FailureOf<EppOutcomeUnknownException>(
            () => pool.SendAsync(new DomainDelete("a.example"), new EppSendOptions { Timeout = Client.Short }));

        (await unknown.ReconcileAsync()).Verdict.Should().Be(EppReconciliationVerdict.NotApplied);
    }

    [Theory(Timeout = 30_000)]
    [InlineData(EppReconciliationMode.Manual)]
    [InlineData(EppReconciliationMode.Automatic)]
    public async Task Reconciler_that_throws_leaves_the_outcome_unknown(EppReconciliationMode mode)
    {
        var journal = new EppMemoryJournal();
        await using var server = HostileServer.Start(HearAndLeaveAsync, c => c.ServeAsync());
        EppUnsettledCommand unsettled;
        await using (var pool = Client.For(server, Throwing))
        {
            var unknown = await Client.FailureOf<EppOutcomeUnknownException>(() => pool.SendAsync(new DomainDelete("a.example")));
            unknown.InnerException.Should().BeOfType<EppConnectionException>();
            unsettled = unknown.Unsettled;

            var reconciliation = await unknown.ReconcileAsync();

            reconciliation.Verdict.Should().Be(EppReconciliationVerdict.CannotTell);
            reconciliation.Explanation.Should().Contain(nameof(ThrowingReconciler)).And.NotContain("not-a-secret");
        }

        await using var next = Client.For(server, Throwing);
        var finding = (await next.ReconcileJournalAsync()).Should().ContainSingle().Subject;
        finding.Record.ClientTransactionId.Should().Be(unsettled.ClientTransactionId);
        finding.Reconciliation!.Verdict.Should().Be(EppReconciliationVerdict.CannotTell);

        EppOptions Throwing(EppOptions o) => Settling(o, TimeSpan.Zero) with
        {
            Reconciliation = mode,
            Journal = journal,
            Profile = o.Profile with { Reconcilers = [new ThrowingReconciler()], SettlingTime = TimeSpan.Zero },
        };
    }

    [Fact(Timeout = 30_000)]
    public async Task Journal_that_is_slow_to_settle_holds_up_neither_the_response_nor_the_session_nor_the_end()
    {
        var journal = new NeverSettling();
        await using var server = HostileServer.Start(c => c.ServeAsync());
        var pool = Client.For(server, o => o with { Journal = journal });

        await pool.SendAsync(new PollAcknowledge("1"));
        await pool.SendAsync(new PollAcknowledge("2"));
        await pool.DisposeAsync();

        journal.Settled.Should().Be(2);
    }

    [Fact(Timeout = 30_000)]
    public async Task Commands_that_another_pool_of_the_process_has_under_way_are_left_alone()
    {
        var journal = new EppMemoryJournal();
        var isAsked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = HostileServer.Start(
            async connection =>
            {
                await connection.OpenAsync();
                await connection.ReceiveAsync();
                isAsked.SetResult();
                await connection.StallAsync();
            },
            connection => AnswerInfoAsync(connection, () => true));
        await using var other = Client.For(server, o => Settling(o, TimeSpan.Zero) with { Journal = journal });
        using var cancellation = new CancellationTokenSource();
        await using (var one = Client.For(server, o => Settling(o, TimeSpan.Zero) with { Journal = journal }))
        {
            var sending = one.SendAsync(new DomainDelete("a.example"), cancellation.Token);
            await isAsked.Task;

            (await other.ReconcileJournalAsync()).Should().BeEmpty("it is under way");
            await cancellation.CancelAsync();
            await Client.FailureOf(() => sending);
            (await other.ReconcileJournalAsync()).Should().BeEmpty("its caller has it");
        }

        (await other.ReconcileJournalAsync()).Should().ContainSingle().Which.Reconciliation!.Verdict.Should().Be(EppReconciliationVerdict.Applied);
        (await journal.ReadUnsettledAsync(CancellationToken.None)).Should().BeEmpty();
    }

    [Fact(Timeout = 30_000)]
    public async Task Journal_notes_the_registrys_clock()
    {
        var journal = new NeverSettling();
        await using var server = HostileServer.Start(c => c.ServeAsync());
        await using var pool = Client.For(server, o => o with { Journal = journal });

        await pool.SendAsync(new PollAcknowledge("1"));

        journal.Records.Should().ContainSingle().Which.RegistryTime.Should().BeOnOrAfter(Wire.GreetingDate).And.BeBefore(Wire.GreetingDate + Client.Long);
    }

    private static EppOptions Settling(EppOptions options, TimeSpan time, TimeSpan? logout = null) => options with
    {
        Profile = options.Profile with { SettlingTime = time },
        Timeouts = options.Timeouts with { Logout = logout ?? options.Timeouts.Logout },
        Pool = options.Pool with { MaxSessions = 2 },
    };

    /// <summary>Answers questions about a domain that is there, or has been deleted.</summary>
    private static async Task AnswerInfoAsync(HostileConnection connection, Func<bool> isDeleted)
    {
        await connection.OpenAsync();
        string request;
        do
        {
            request = await connection.ReceiveAsync();
            var transaction = Wire.TransactionOf(request);
            await connection.SendAsync(!request.Contains("<info", StringComparison.Ordinal) ? Wire.Answer(request)
                : isDeleted() ? Wire.Response(2303, transaction)
                : Wire.Response(1000, transaction, """
                    <resData><domain:infData xmlns:domain="urn:ietf:params:xml:ns:domain-1.0"><domain:name>a.example</domain:name><domain:roid>A-1</domain:roid>
                    <domain:clID>REG-1</domain:clID><domain:crDate>2020-01-01T00:00:00Z</domain:crDate></domain:infData></resData>
                    """));
        }
        while (!request.Contains("<logout", StringComparison.Ordinal));
    }

    private sealed class ThrowingReconciler : IEppReconciler
    {
        public bool CanReconcile(EppUnsettledCommand command) => true;

        public Task<EppReconciliation> ReconcileAsync(EppInquiry inquiry, CancellationToken cancellationToken) => throw new InvalidOperationException("not-a-secret");
    }

    private sealed class NeverSettling : IEppCommandJournal
    {
        private readonly List<EppJournalRecord> _records = [];
        private int _settled;

        public int Settled => Volatile.Read(ref _settled);

        public IReadOnlyList<EppJournalRecord> Records => _records;

        public ValueTask RecordAsync(EppJournalRecord record, CancellationToken cancellationToken)
        {
            _records.Add(record);
            return ValueTask.CompletedTask;
        }

        public ValueTask SettleAsync(string recordId, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _settled);
            return new ValueTask(new TaskCompletionSource().Task);
        }

        public ValueTask<IReadOnlyList<EppJournalRecord>> ReadUnsettledAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IReadOnlyList<EppJournalRecord>>(_records);
    }
}
