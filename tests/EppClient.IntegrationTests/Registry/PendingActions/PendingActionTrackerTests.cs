using EppClient.Commands;
using EppClient.Dk;
using EppClient.Dk.Testing;
using EppClient.IntegrationTests.Registry.Handling;
using EppClient.Polling;

namespace EppClient.IntegrationTests.Registry.PendingActions;

public sealed class PendingActionTrackerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("operations").FullName;

    private string StorePath => Path.Combine(_folder, "operations.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact(Timeout = 60_000)]
    public async Task Application_completes_after_a_restart()
    {
        await using var world = new RegistrarOperationFixture();
        using (var store = EppFilePendingActionStore.Open(StorePath))
        {
            var first = await OpenAsync(world, store);
            var sent = await first.TrySendAsync(world.Client, Application(world, "ny.dk"));
            sent.Response.Code.Should().Be(EppResultCode.ActionPending);
            sent.PendingAction!.Completion.IsCompleted.Should().BeFalse();
        }

        world.Dk.Registry.Advance(TimeSpan.FromMinutes(1));
        using var opened = EppFilePendingActionStore.Open(StorePath);
        var second = await OpenAsync(world, opened);
        var waiting = second.PendingActions.Should().ContainSingle().Subject;
        waiting.Record.Subject.Should().Be("ny.dk");

        List<(DkPollEvent Event, DkPendingAction? Operation)> handled = [];
        await DrainAsync(world, second, handled);

        var outcome = await waiting.Completion;
        outcome.State.Should().Be(DkPendingActionState.Succeeded);
        outcome.Event.Should().BeOfType<DkApplicationDecided>();
        handled.Should().ContainSingle(item => item.Operation == waiting);
        second.PendingActions.Should().BeEmpty();
        (await opened.ReadAllAsync(default)).Should().BeEmpty();
    }

    [Fact(Timeout = 60_000)]
    public async Task Completed_or_rejected_commands_are_not_stored()
    {
        await using var world = new RegistrarOperationFixture();
        var store = new EppMemoryPendingActionStore();
        var tracker = await OpenAsync(world, store);

        (await tracker.TrySendAsync(world.Client, DkDomain.SetAutoRenew(RegistrarOperationFixture.Own, autoRenew: false))).PendingAction.Should().BeNull();
        (await tracker.TrySendAsync(world.Client, new DomainDelete("ukendt.dk"))).Response.IsSuccess.Should().BeFalse();
        var invalid = () => tracker.TrySendAsync(world.Client, new DomainDelete(string.Empty));
        await invalid.Should().ThrowAsync<EppValidationException>();

        (await store.ReadAllAsync(default)).Should().BeEmpty();
    }

    [Fact(Timeout = 60_000)]
    public async Task Lost_response_is_matched_by_the_client_transaction_id()
    {
        await using var world = new RegistrarOperationFixture();
        var store = new EppMemoryPendingActionStore();
        var tracker = await OpenAsync(world, store);

        var send = () => tracker.TrySendAsync(new DeafClient(world.Client), Application(world, "ny.dk"));
        await send.Should().ThrowAsync<IOException>();
        var waiting = tracker.PendingActions.Should().ContainSingle().Subject;
        waiting.Record.ServerTransactionId.Should().BeNull();
        world.Dk.Registry.Advance(TimeSpan.FromMinutes(1));
        await DrainAsync(world, tracker, []);

        (await waiting.Completion).State.Should().Be(DkPendingActionState.Succeeded);
    }

    public static TheoryData<Exception> FailuresBeforeSending =>
        [new OperationCanceledException(), new ObjectDisposedException("pool"), new ArgumentException("EppSendOptions.Priority"), new EppValidationException("DomainUpdate.Name", "must not be empty")];

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(FailuresBeforeSending))]
    public async Task Command_that_was_not_sent_is_forgotten(Exception failure)
    {
        var store = new EppMemoryPendingActionStore();
        var tracker = await DkPendingActionTracker.OpenAsync(store);

        var send = () => tracker.TrySendAsync(new FailingClient(failure), DkDomain.SetAutoRenew("eksempel.dk", autoRenew: false));

        (await send.Should().ThrowAsync<Exception>()).Which.Should().BeSameAs(failure);
        tracker.PendingActions.Should().BeEmpty();
        (await store.ReadAllAsync(default)).Should().BeEmpty();
    }

    [Fact(Timeout = 60_000)]
    public async Task Accepted_command_is_kept_if_its_store_fails_afterwards()
    {
        await using var world = new RegistrarOperationFixture();
        var store = new InterruptedStore { BeforeSecondSave = () => throw new ObjectDisposedException("store") };
        var tracker = await OpenAsync(world, store);

        var send = () => tracker.TrySendAsync(world.Client, Application(world, "ny.dk"));

        await send.Should().ThrowAsync<ObjectDisposedException>();
        (await store.ReadAllAsync(default)).Should().ContainSingle("the registry decides later");
    }

    [Fact(Timeout = 60_000)]
    public async Task Expired_request_is_distinguished_from_a_refusal()
    {
        await using var world = new RegistrarOperationFixture(builder => builder.Account("REG-100002"));
        var tracker = await OpenAsync(world, new EppMemoryPendingActionStore());
        var refused = await tracker.TrySendAsync(world.Client, DkHost.CreateFor("ns1.nye.example", "REG-100002"));
        var late = await tracker.TrySendAsync(world.Client, DkHost.CreateFor("ns2.nye.example", "REG-100002"));
        world.Dk.Registry.Person("REG-100002").Refuse("ns1.nye.example");
        world.Dk.Registry.Advance(TimeSpan.FromDays(14));

        await DrainAsync(world, tracker, []);

        (await refused.PendingAction!.Completion).State.Should().Be(DkPendingActionState.Failed);
        (await late.PendingAction!.Completion).State.Should().Be(DkPendingActionState.Expired);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Stopped_deletion_fails_regardless_of_the_transaction_ids_in_the_message(bool namesRestore)
    {
        await using var world = new RegistrarOperationFixture(options: new DkRegistryOptions { Quirks = new DkQuirks { StoppedDeletionNamesRestore = namesRestore } });
        var tracker = await OpenAsync(world, new EppMemoryPendingActionStore());
        var deletion = await tracker.TrySendAsync(world.Client, new DomainDelete(RegistrarOperationFixture.Own));
        await (await world.DomainAsync<DkRegistrarDomain>(RegistrarOperationFixture.Own)).RestoreAsync();

        await DrainAsync(world, tracker, []);

        (await deletion.PendingAction!.Completion).Should().Match<DkPendingActionOutcome>(outcome => outcome.State == DkPendingActionState.Failed && outcome.Event is DkDeletionStopped);
    }

    [Fact(Timeout = 60_000)]
    public async Task Stopped_pending_deletion_fails()
    {
        await using var world = new RegistrarOperationFixture();
        var domain = await world.DomainAsync<DkRegistrarDomain>(RegistrarOperationFixture.Own);
        var deletion = (await domain.EndRightOfUseAsync()).Pending!;
        await (await world.DomainAsync<DkRegistrarDomain>(RegistrarOperationFixture.Own)).RestoreAsync();

        await DrainAsync(world, await OpenAsync(world, new EppMemoryPendingActionStore()), []);

        (await deletion.Completion).Succeeded.Should().BeFalse();
    }

    [Fact(Timeout = 60_000)]
    public async Task Completed_pending_deletion_succeeds()
    {
        await using var world = new RegistrarOperationFixture();
        var deletion = (await (await world.DomainAsync<DkRegistrarDomain>(RegistrarOperationFixture.Own)).EndRightOfUseAsync()).Pending!;
        world.Dk.Registry.Advance(TimeSpan.FromDays(31));

        await DrainAsync(world, await OpenAsync(world, new EppMemoryPendingActionStore()), []);

        (await deletion.Completion).Succeeded.Should().BeTrue();
    }

    [Fact(Timeout = 60_000)]
    public async Task Overdue_action_is_reported_and_completed_by_a_late_message()
    {
        await using var world = new RegistrarOperationFixture(builder => builder.Account("REG-100002"));
        var tracker = await OpenAsync(world, new EppMemoryPendingActionStore(), term: TimeSpan.FromDays(10));
        var sent = await tracker.TrySendAsync(world.Client, DkHost.CreateFor("ns1.nye.example", "REG-100002"));

        tracker.FindOverdue().Should().BeEmpty();
        world.Dk.Registry.Advance(TimeSpan.FromDays(11));
        tracker.FindOverdue().Should().Equal(sent.PendingAction!);
        (await sent.PendingAction!.Completion).State.Should().Be(DkPendingActionState.Overdue);

        world.Dk.Registry.Advance(TimeSpan.FromDays(11));
        List<(DkPollEvent Event, DkPendingAction? Operation)> handled = [];
        await DrainAsync(world, tracker, handled);
        handled.Should().ContainSingle(item => item.Operation == sent.PendingAction && item.Event is DkHostRegistrationDecided);
        tracker.PendingActions.Should().BeEmpty();
    }

    [Fact(Timeout = 60_000)]
    public async Task Consumer_completes_actions_of_another_process_with_the_same_store()
    {
        await using var world = new RegistrarOperationFixture();
        var store = new EppMemoryPendingActionStore();
        var reader = await OpenAsync(world, store);
        var sender = await OpenAsync(world, store);
        await sender.TrySendAsync(world.Client, Application(world, "ny.dk"));
        world.Dk.Registry.Advance(TimeSpan.FromMinutes(1));
        var options = new EppPollConsumerOptions { Account = "REG-100001", Profile = DkProfile.Current, Committed = reader.CompleteAsync };

        await new EppPollConsumer(world.Client, new EppMemoryPollInbox(), options).DrainAsync((_, _) => Task.CompletedTask);

        (await store.ReadAllAsync(default)).Should().BeEmpty();
        reader.PendingActions.Should().BeEmpty();
    }

    [Fact(Timeout = 60_000)]
    public async Task Message_is_delivered_again_after_its_handler_failed()
    {
        await using var world = new RegistrarOperationFixture();
        var tracker = await OpenAsync(world, new EppMemoryPendingActionStore());
        await tracker.TrySendAsync(world.Client, Application(world, "ny.dk"));
        world.Dk.Registry.Advance(TimeSpan.FromMinutes(1));

        var fail = () => tracker.PollAsync(world.Client, (_, _) => throw new IOException("The disk is full."));
        await fail.Should().ThrowAsync<IOException>();

        tracker.PendingActions.Should().ContainSingle();
        List<(DkPollEvent Event, DkPendingAction? Operation)> handled = [];
        await DrainAsync(world, tracker, handled);
        handled.Should().ContainSingle(item => item.Operation != null);
    }

    [Fact(Timeout = 60_000)]
    public async Task Decision_read_before_the_response_is_stored_leaves_no_record()
    {
        await using var world = new RegistrarOperationFixture();
        var store = new InterruptedStore();
        var tracker = await OpenAsync(world, store);
        store.BeforeSecondSave = () =>
        {
            world.Dk.Registry.Advance(TimeSpan.FromMinutes(1));
            return DrainAsync(world, tracker, []);
        };

        var sent = await tracker.TrySendAsync(world.Client, Application(world, "ny.dk"));

        (await sent.PendingAction!.Completion).State.Should().Be(DkPendingActionState.Succeeded);
        (await store.ReadAllAsync(default)).Should().BeEmpty();
    }

    [Fact]
    public async Task File_is_locked_and_readable_only_by_its_owner()
    {
        using (var store = EppFilePendingActionStore.Open(StorePath))
        {
            await store.SaveAsync(new EppPendingActionRecord { ClientTransactionId = "a", Command = "DomainCreate", Subject = "æøå.dk", SentAt = DkRegistryFixture.Start, DueAt = DkRegistryFixture.Start.AddDays(7) }, default);
            FluentActions.Invoking(() => EppFilePendingActionStore.Open(StorePath)).Should().Throw<IOException>();
            if (!OperatingSystem.IsWindows())
            {
                File.GetUnixFileMode(StorePath).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
        }

        using var again = EppFilePendingActionStore.Open(StorePath);
        (await again.ReadAllAsync(default)).Should().Equal(new EppPendingActionRecord
        {
            ClientTransactionId = "a",
            Command = "DomainCreate",
            Subject = "æøå.dk",
            SentAt = DkRegistryFixture.Start,
            DueAt = DkRegistryFixture.Start.AddDays(7),
        });
    }

    [Theory(Timeout = 60_000)]
    [InlineData(0)]
    [InlineData(500)]
    public async Task Number_of_store_calls_does_not_depend_on_pending_operations(int waiting)
    {
        await using var world = new RegistrarOperationFixture();
        var store = new InterruptedStore();
        for (var i = 0; i < waiting; i++)
        {
            await store.SaveAsync(new EppPendingActionRecord { ClientTransactionId = $"c{i}", ServerTransactionId = $"s{i}", Command = "DomainCreate", Subject = $"navn{i}.dk", SentAt = default, DueAt = DateTimeOffset.MaxValue }, default);
        }

        var tracker = await OpenAsync(world, store);
        store.Calls.Clear();
        await tracker.TrySendAsync(world.Client, Application(world, "ny.dk"));
        store.Calls.Should().Equal("save", "save");

        store.Calls.Clear();
        world.Dk.Registry.Advance(TimeSpan.FromMinutes(1));
        List<(DkPollEvent Event, DkPendingAction? Operation)> handled = [];
        await DrainAsync(world, tracker, handled);

        handled.Should().ContainSingle(message => message.Operation != null);
        store.Calls.Should().Equal("remove");
        tracker.PendingActions.Should().HaveCount(waiting);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[{\"clTRID\":\"a\"}]")]
    [InlineData("{}")]
    [InlineData("no store")]
    public void File_with_other_content_is_rejected_and_unchanged(string content)
    {
        File.WriteAllText(StorePath, content);

        FluentActions.Invoking(() => EppFilePendingActionStore.Open(StorePath)).Should().Throw<InvalidDataException>().WithMessage("*is not a store of pending actions*");

        File.ReadAllText(StorePath).Should().Be(content);
    }

    private static Task<DkPendingActionTracker> OpenAsync(RegistrarOperationFixture world, IEppPendingActionStore store, TimeSpan? term = null)
    {
        var options = new DkPendingActionTrackerOptions { TimeProvider = world.Dk.Clock };
        return DkPendingActionTracker.OpenAsync(store, term is { } fixedTerm ? options with { DecisionTimeout = _ => fixedTerm } : options);
    }

    private static DomainCreate Application(RegistrarOperationFixture world, string name) =>
        DkDomain.Create(name, RegistrarOperationFixture.Ida, world.Dk.Clock.GetUtcNow(), RegistrarOperationFixture.Ns1, RegistrarOperationFixture.Ns2);

    private static async Task DrainAsync(RegistrarOperationFixture world, DkPendingActionTracker tracker, List<(DkPollEvent Event, DkPendingAction? Operation)> handled)
    {
        while (await tracker.PollAsync(world.Client, (read, operation) =>
        {
            handled.Add((read, operation));
            return Task.CompletedTask;
        }))
        {
        }
    }

    /// <summary>Runs a callback between the response to a command and its record.</summary>
    private sealed class InterruptedStore : IEppPendingActionStore
    {
        private readonly EppMemoryPendingActionStore _inner = new();

        public List<string> Calls { get; } = [];

        public Func<Task> BeforeSecondSave { get; set; } = () => Task.CompletedTask;

        public async ValueTask SaveAsync(EppPendingActionRecord record, CancellationToken cancellationToken)
        {
            if (record.ServerTransactionId is not null)
            {
                await BeforeSecondSave();
            }

            Calls.Add("save");
            await _inner.SaveAsync(record, cancellationToken);
        }

        public ValueTask RemoveAsync(string clientTransactionId, CancellationToken cancellationToken)
        {
            Calls.Add("remove");
            return _inner.RemoveAsync(clientTransactionId, cancellationToken);
        }

        public ValueTask<IReadOnlyList<EppPendingActionRecord>> ReadAllAsync(CancellationToken cancellationToken)
        {
            Calls.Add("read");
            return _inner.ReadAllAsync(cancellationToken);
        }
    }

    /// <summary>Sends nothing.</summary>
    private sealed class FailingClient(Exception failure) : IEppClient
    {
        public Task<EppResponse> SendCoreAsync(IEppCommand command, EppSendOptions options, CancellationToken cancellationToken) => throw failure;
    }

    /// <summary>Sends commands and loses their responses.</summary>
    private sealed class DeafClient(IEppClient inner) : IEppClient
    {
        public async Task<EppResponse> SendCoreAsync(IEppCommand command, EppSendOptions options, CancellationToken cancellationToken)
        {
            await inner.SendCoreAsync(command, options, cancellationToken);
            throw new IOException("The connection is lost.");
        }
    }
}
