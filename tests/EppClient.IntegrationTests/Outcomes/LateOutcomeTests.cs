using System.Collections.Concurrent;
using EppClient.Commands;
using EppClient.IntegrationTests.HostileServers;

namespace EppClient.IntegrationTests.Outcomes;

/// <summary>Outcomes and time: late commands, clocks, very long deadlines, and journals and reconcilers that fail or are slow.</summary>
[Trait("Failure", "2")]
public sealed class LateOutcomeTests
{
    [Theory(Timeout = 30_000)]
    [InlineData(50)]
    [InlineData(3650)]
    [InlineData(double.MaxValue)]
    public async Task Timeout_longer_than_timers_allow_sends_each_command_once(double days)
    {
        var names = new ConcurrentQueue<string>();
        await using var server = HostileServer.Start(async connection =>
        {
            await connection.OpenAsync();
            await connection.RespondToAllAsync(request => names.Enqueue(Wire.NameIn(request)));
        });
        await using var pool = Client.For(server);
        var patient = new EppSendOptions { Timeout = days == double.MaxValue ? TimeSpan.MaxValue : TimeSpan.FromDays(days) };

        await pool.SendAsync(new DomainDelete("a.example"), patient);
        await pool.SendAsync(new DomainDelete("b.example"), patient);

        names.Should().Equal("a.example", "b.example");
    }

    [Fact(Timeout = 30_000)]
    public async Task Negative_timeout_throws_before_anything_is_sent()
    {
        await using var server = HostileServer.Start(c => c.ServeAsync());
        await using var pool = Client.For(server);

        await FluentActions.Awaiting(() => pool.SendAsync(new DomainDelete("a.example"), new EppSendOptions { Timeout = TimeSpan.FromSeconds(-5) }))
            .Should().ThrowAsync<ArgumentException>().WithMessage("*EppSendOptions.Timeout*");

        server.Connections.Should().Be(0);
    }

    [Fact(Timeout = 30_000)]
    public async Task Not_applied_is_reported_only_after_the_registry_has_closed_the_aborted_session()
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
            connection => ServeInfoAsync(connection, () =>
            {
                isAsked.TrySetResult();
                return Volatile.Read(ref isDeleted);
            }));
        await using var pool = Client.For(server, o => Settling(o, TimeSpan.FromMilliseconds(100), logout: TimeSpan.FromSeconds(10)));
        var unknown = await Client.FailureOf<EppOutcomeUnknownException>(
            () => pool.SendAsync(new DomainDelete("a.example"), new EppSendOptions { Timeout = Client.Short }));

        unknown.IndeterminateCommand.Gone.IsCompleted.Should().BeFalse("the registry has not closed the session");

        var reconciling = unknown.ReconcileAsync();
        await isAsked.Task;
        reconciling.IsCompleted.Should().BeFalse("the registry may still carry it out");
        goOn.SetResult();

        (await reconciling).Status.Should().Be(EppReconciliationStatus.Applied);
    }

    [Fact(Timeout = 30_000)]
    public async Task Not_applied_is_reported_after_the_limit_if_the_registry_does_not_close_the_aborted_session()
    {
        await using var server = HostileServer.Start(
            async connection =>
            {
                await connection.OpenAsync();
                await connection.ReceiveAsync();
                await Task.Delay(Timeout.Infinite, connection.Stopped);
            },
            connection => ServeInfoAsync(connection, () => false));
        await using var pool = Client.For(server, o => Settling(o, TimeSpan.FromMilliseconds(100), logout: TimeSpan.FromMilliseconds(250)));
        var unknown = await Client.FailureOf<EppOutcomeUnknownException>(
            () => pool.SendAsync(new DomainDelete("a.example"), new EppSendOptions { Timeout = Client.Short }));

        (await unknown.ReconcileAsync()).Status.Should().Be(EppReconciliationStatus.NotApplied);
    }

    [Theory(Timeout = 30_000)]
    [InlineData(EppReconciliationMode.Manual)]
    [InlineData(EppReconciliationMode.Automatic)]
    public async Task Reconciler_that_throws_leaves_the_outcome_unknown(EppReconciliationMode mode)
    {
        var journal = new EppMemoryJournal();
        await using var server = HostileServer.Start(HearAndLeaveAsync, c => c.ServeAsync());
        EppIndeterminateCommand unsettled;
        await using (var pool = Client.For(server, Throwing))
        {
            var unknown = await Client.FailureOf<EppOutcomeUnknownException>(() => pool.SendAsync(new DomainDelete("a.example")));
            unknown.InnerException.Should().BeOfType<EppConnectionException>();
            unsettled = unknown.IndeterminateCommand;

            var reconciliation = await unknown.ReconcileAsync();

            reconciliation.Status.Should().Be(EppReconciliationStatus.Indeterminate);
            reconciliation.Explanation.Should().Contain(nameof(ThrowingReconciler)).And.NotContain("not-a-secret");
        }

        await using var next = Client.For(server, Throwing);
        var finding = (await next.ReconcileJournalAsync()).Should().ContainSingle().Subject;
        finding.Record.ClientTransactionId.Should().Be(unsettled.ClientTransactionId);
        finding.Reconciliation!.Status.Should().Be(EppReconciliationStatus.Indeterminate);

        EppOptions Throwing(EppOptions o) => Settling(o, TimeSpan.Zero) with
        {
            Recovery = o.Recovery with { Reconciliation = mode, Journal = journal },
            Profile = o.Profile with { Reconcilers = [new ThrowingReconciler()], ReconciliationDelay = TimeSpan.Zero },
        };
    }

    [Fact(Timeout = 30_000)]
    public async Task Reconciler_that_throws_a_cancellation_leaves_the_outcome_unknown()
    {
        await using var server = HostileServer.Start(HearAndLeaveAsync, c => c.ServeAsync());
        await using var pool = Client.For(server, o => Settling(o, TimeSpan.Zero) with
        {
            Profile = o.Profile with { Reconcilers = [new Reconciler(_ => throw new TaskCanceledException())], ReconciliationDelay = TimeSpan.Zero },
        });
        var unknown = await Client.FailureOf<EppOutcomeUnknownException>(() => pool.SendAsync(new DomainDelete("a.example")));

        (await unknown.ReconcileAsync()).Status.Should().Be(EppReconciliationStatus.Indeterminate);
        await FluentActions.Awaiting(() => unknown.ReconcileAsync(new CancellationToken(canceled: true))).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact(Timeout = 30_000)]
    public async Task Not_applied_is_not_reported_before_the_reconciliation_delay()
    {
        var requested = 0;
        await using var server = HostileServer.Start(HearAndLeaveAsync, c => c.ServeAsync());
        await using var pool = Client.For(server, o => o with
        {
            Profile = o.Profile with
            {
                ReconciliationDelay = TimeSpan.FromHours(1),
                Reconcilers = [new Reconciler(context => ++requested > 0 ? context.NotApplied("It is not there.") : throw new InvalidOperationException())],
            },
        });
        var unknown = await Client.FailureOf<EppOutcomeUnknownException>(() => pool.SendAsync(new DomainDelete("a.example")));
        await unknown.IndeterminateCommand.Gone;
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await FluentActions.Awaiting(() => unknown.ReconcileAsync(cancellation.Token)).Should().ThrowAsync<OperationCanceledException>();

        requested.Should().Be(1, "the second query waits for the delay");
    }

    [Theory(Timeout = 30_000)]
    [InlineData(null, "REG-1")]
    [InlineData("REG-9", "REG-9")]
    public async Task Reconciler_gets_the_sponsor_id_and_the_source_of_the_command(string? sponsorId, string expected)
    {
        var journal = new EppMemoryJournal();
        List<EppReconciliationContext> inquiries = [];
        await using var server = HostileServer.Start(HearAndLeaveAsync, c => c.ServeAsync());
        EppIndeterminateCommand unsettled;
        await using (var pool = Client.For(server, Asking))
        {
            unsettled = (await Client.FailureOf<EppOutcomeUnknownException>(() => pool.SendAsync(new DomainDelete("a.example")))).IndeterminateCommand;
            await unsettled.ReconcileAsync();
        }

        await using var next = Client.For(server, Asking);
        await next.ReconcileJournalAsync();

        inquiries.Select(context => context.Command.IsFromJournal).Should().Equal(false, true);
        inquiries.Select(context => (context.SponsorId, context.IsSponsorIdSet)).Should().AllBeEquivalentTo((expected, sponsorId is not null));
        (await inquiries[1].Command.Gone).Should().Be(await unsettled.Gone, "the same process has observed it");

        EppOptions Asking(EppOptions o) => o with
        {
            Recovery = o.Recovery with { Journal = journal },
            SponsorId = sponsorId,
            Profile = o.Profile with
            {
                ReconciliationDelay = TimeSpan.Zero,
                Reconcilers =
                [
                    new Reconciler(context =>
                    {
                        inquiries.Add(context);
                        return context.Indeterminate("It does not ask.");
                    }),
                ],
            },
        };
    }

    [Fact(Timeout = 30_000)]
    public async Task Journal_that_never_completes_delays_a_command_until_its_timeout()
    {
        await using var server = HostileServer.Start(c => c.ServeAsync());
        await using var pool = Client.For(server, o => o with { Recovery = o.Recovery with { Journal = new NeverRecording() } });
        using var cancellation = new CancellationTokenSource();

        await Client.FailureOf<EppTimeoutException>(() => pool.SendAsync(new PollAcknowledge("1"), new EppSendOptions { Timeout = Client.Short }), EppDelivery.NotSent);
        var sending = pool.SendAsync(new PollAcknowledge("1"), cancellation.Token);
        await cancellation.CancelAsync();

        (await Client.FailureOf(() => sending)).Should().BeAssignableTo<OperationCanceledException>().And.NotBeOfType<EppOutcomeUnknownCanceledException>();
    }

    [Fact(Timeout = 30_000)]
    public async Task Journal_that_cancels_by_itself_is_a_failure()
    {
        await using var server = HostileServer.Start(c => c.ServeAsync());
        await using var pool = Client.For(server, o => o with { Recovery = o.Recovery with { Journal = new CancellingJournal() } });

        await Client.FailureOf<EppJournalException>(() => pool.SendAsync(new PollAcknowledge("1")), EppDelivery.NotSent);
        await Client.FailureOf<EppJournalException>(() => pool.ReconcileJournalAsync(), EppDelivery.NotSent);
        (await pool.SendForOutcomeAsync(new PollAcknowledge("1"))).Should().BeOfType<EppNotSent>().Which.Cause.Should().BeOfType<EppJournalException>();
    }

    [Fact(Timeout = 30_000)]
    public async Task Slow_journal_delays_neither_the_response_nor_the_session_nor_disposal()
    {
        var journal = new NeverCompleting();
        await using var server = HostileServer.Start(c => c.ServeAsync());
        var pool = Client.For(server, o => o with { Recovery = o.Recovery with { Journal = journal } });

        await pool.SendAsync(new PollAcknowledge("1"));
        await pool.SendAsync(new PollAcknowledge("2"));
        await pool.DisposeAsync();

        journal.Completed.Should().Be(2);
    }

    [Fact(Timeout = 30_000)]
    public async Task Commands_in_flight_in_another_pool_of_the_process_are_not_reconciled()
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
            connection => ServeInfoAsync(connection, () => true));
        await using var other = Client.For(server, o => Settling(o, TimeSpan.Zero) with { Recovery = o.Recovery with { Journal = journal } });
        using var cancellation = new CancellationTokenSource();
        await using (var one = Client.For(server, o => Settling(o, TimeSpan.Zero) with { Recovery = o.Recovery with { Journal = journal } }))
        {
            var sending = one.SendAsync(new DomainDelete("a.example"), cancellation.Token);
            await isAsked.Task;

            (await other.ReconcileJournalAsync()).Should().BeEmpty("the command is in flight");
            await cancellation.CancelAsync();
            await Client.FailureOf(() => sending);
            (await other.ReconcileJournalAsync()).Should().BeEmpty("the caller reconciles the command");
        }

        (await other.ReconcileJournalAsync()).Should().ContainSingle().Which.Reconciliation!.Status.Should().Be(EppReconciliationStatus.Applied);
        (await journal.ReadIncompleteAsync(CancellationToken.None)).Should().BeEmpty();
    }

    [Fact(Timeout = 30_000)]
    public async Task Journal_stores_the_time_of_the_registry_clock()
    {
        var journal = new NeverCompleting();
        await using var server = HostileServer.Start(c => c.ServeAsync());
        await using var pool = Client.For(server, o => o with { Recovery = o.Recovery with { Journal = journal } });

        await pool.SendAsync(new PollAcknowledge("1"));

        journal.Records.Should().ContainSingle().Which.RegistryTime.Should().BeOnOrAfter(Wire.GreetingDate).And.BeBefore(Wire.GreetingDate + Client.Long);
    }

    private static async Task HearAndLeaveAsync(HostileConnection connection)
    {
        await connection.OpenAsync();
        await connection.ReceiveAsync();
    }

    private static EppOptions Settling(EppOptions options, TimeSpan time, TimeSpan? logout = null) => options with
    {
        Profile = options.Profile with { ReconciliationDelay = time },
        Timeouts = options.Timeouts with { Logout = logout ?? options.Timeouts.Logout },
        Pool = options.Pool with { MaxSessions = 2 },
    };

    /// <summary>Responds to info commands for a domain that exists, or has been deleted.</summary>
    private static async Task ServeInfoAsync(HostileConnection connection, Func<bool> isDeleted)
    {
        await connection.OpenAsync();
        string request;
        do
        {
            request = await connection.ReceiveAsync();
            var transaction = Wire.TransactionOf(request);
            await connection.SendAsync(!request.Contains("<info", StringComparison.Ordinal) ? Wire.ResponseTo(request)
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
        public bool CanReconcile(EppIndeterminateCommand command) => true;

        public Task<EppReconciliation> ReconcileAsync(EppReconciliationContext context, CancellationToken cancellationToken) => throw new InvalidOperationException("not-a-secret");
    }

    private sealed class Reconciler(Func<EppReconciliationContext, EppReconciliation> reconcile) : IEppReconciler
    {
        public bool CanReconcile(EppIndeterminateCommand command) => true;

        public Task<EppReconciliation> ReconcileAsync(EppReconciliationContext context, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Task.FromResult(reconcile(context));
        }
    }

    private sealed class NeverRecording : IEppCommandJournal
    {
        public async ValueTask RecordAsync(EppJournalRecord record, CancellationToken cancellationToken) => await Task.Delay(Timeout.Infinite, cancellationToken);

        public ValueTask CompleteAsync(string recordId, CancellationToken cancellationToken) => ValueTask.CompletedTask;

        public ValueTask<IReadOnlyList<EppJournalRecord>> ReadIncompleteAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IReadOnlyList<EppJournalRecord>>([]);
    }

    private sealed class CancellingJournal : IEppCommandJournal
    {
        public ValueTask RecordAsync(EppJournalRecord record, CancellationToken cancellationToken) => throw new TaskCanceledException();

        public ValueTask CompleteAsync(string recordId, CancellationToken cancellationToken) => ValueTask.CompletedTask;

        public ValueTask<IReadOnlyList<EppJournalRecord>> ReadIncompleteAsync(CancellationToken cancellationToken) => throw new TaskCanceledException();
    }

    private sealed class NeverCompleting : IEppCommandJournal
    {
        private readonly List<EppJournalRecord> _records = [];
        private int _completed;

        public int Completed => Volatile.Read(ref _completed);

        public IReadOnlyList<EppJournalRecord> Records => _records;

        public ValueTask RecordAsync(EppJournalRecord record, CancellationToken cancellationToken)
        {
            _records.Add(record);
            return ValueTask.CompletedTask;
        }

        public ValueTask CompleteAsync(string recordId, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _completed);
            return new ValueTask(new TaskCompletionSource().Task);
        }

        public ValueTask<IReadOnlyList<EppJournalRecord>> ReadIncompleteAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IReadOnlyList<EppJournalRecord>>(_records);
    }
}
