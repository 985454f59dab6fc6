using EppClient.Commands.Domain;
using EppClient.Dk;
using EppClient.IntegrationTests.Registry.Handling;
using EppClient.Polling;
using EppClient.Protocol;
using EppClient.Testing.Dk;

namespace EppClient.IntegrationTests.Registry.Operations;

public sealed class OperationTrackerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("operations").FullName;

    private string StorePath => Path.Combine(_folder, "operations.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact(Timeout = 60_000)]
    public async Task Application_completes_in_the_process_that_comes_after_a_restart()
    {
        await using var world = new DutyWorld();
        using (var store = EppFileOperationStore.Open(StorePath))
        {
            var first = await OpenAsync(world, store);
            var sent = await first.ExecuteAsync(world.Client, Application(world, "ny.dk"));
            sent.Response.Code.Should().Be(EppResultCode.ActionPending);
            sent.Operation!.Completion.IsCompleted.Should().BeFalse();
        }

        world.Dk.Registry.Advance(TimeSpan.FromMinutes(1));
        using var opened = EppFileOperationStore.Open(StorePath);
        var second = await OpenAsync(world, opened);
        var waiting = second.Operations.Should().ContainSingle().Subject;
        waiting.Record.Subject.Should().Be("ny.dk");

        List<(DkPollEvent Event, DkTrackedOperation? Operation)> handled = [];
        await DrainAsync(world, second, handled);

        var outcome = await waiting.Completion;
        outcome.State.Should().Be(DkOperationState.Succeeded);
        outcome.Event.Should().BeOfType<DkApplicationDecided>();
        handled.Should().ContainSingle(item => item.Operation == waiting);
        second.Operations.Should().BeEmpty();
        (await opened.ReadAllAsync(default)).Should().BeEmpty();
    }

    [Fact(Timeout = 60_000)]
    public async Task What_is_decided_at_once_or_refused_is_not_kept()
    {
        await using var world = new DutyWorld();
        var store = new EppMemoryOperationStore();
        var tracker = await OpenAsync(world, store);

        (await tracker.ExecuteAsync(world.Client, DkDomain.SetAutoRenew(DutyWorld.Own, autoRenew: false))).Operation.Should().BeNull();
        (await tracker.ExecuteAsync(world.Client, new DomainDelete("ukendt.dk"))).Response.IsSuccess.Should().BeFalse();
        var invalid = () => tracker.ExecuteAsync(world.Client, new DomainDelete(string.Empty));
        await invalid.Should().ThrowAsync<EppValidationException>();

        (await store.ReadAllAsync(default)).Should().BeEmpty();
    }

    [Fact(Timeout = 60_000)]
    public async Task Answer_that_was_lost_is_found_by_the_clients_id()
    {
        await using var world = new DutyWorld();
        var store = new EppMemoryOperationStore();
        var tracker = await OpenAsync(world, store);

        var send = () => tracker.ExecuteAsync(new DeafClient(world.Client), Application(world, "ny.dk"));
        await send.Should().ThrowAsync<IOException>();
        var waiting = tracker.Operations.Should().ContainSingle().Subject;
        waiting.Record.ServerTransactionId.Should().BeNull();
        world.Dk.Registry.Advance(TimeSpan.FromMinutes(1));
        await DrainAsync(world, tracker, []);

        (await waiting.Completion).State.Should().Be(DkOperationState.Succeeded);
    }

    [Fact(Timeout = 60_000)]
    public async Task Time_that_somebody_let_run_out_is_told_from_a_refusal()
    {
        await using var world = new DutyWorld(builder => builder.Account("REG-100002"));
        var tracker = await OpenAsync(world, new EppMemoryOperationStore());
        var refused = await tracker.ExecuteAsync(world.Client, DkHost.CreateFor("ns1.nye.example", "REG-100002"));
        var late = await tracker.ExecuteAsync(world.Client, DkHost.CreateFor("ns2.nye.example", "REG-100002"));
        world.Dk.Registry.Person("REG-100002").Refuse("ns1.nye.example");
        world.Dk.Registry.Advance(TimeSpan.FromDays(14));

        await DrainAsync(world, tracker, []);

        (await refused.Operation!.Completion).State.Should().Be(DkOperationState.Failed);
        (await late.Operation!.Completion).State.Should().Be(DkOperationState.Expired);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Deletion_that_was_stopped_did_not_happen_whosever_ids_the_message_has(bool namesRestore)
    {
        await using var world = new DutyWorld(options: new DkRegistryOptions { Quirks = new DkQuirks { StoppedDeletionNamesRestore = namesRestore } });
        var tracker = await OpenAsync(world, new EppMemoryOperationStore());
        var deletion = await tracker.ExecuteAsync(world.Client, new DomainDelete(DutyWorld.Own));
        await (await world.DomainAsync<DkRegistrarDomain>(DutyWorld.Own)).RestoreAsync();

        await DrainAsync(world, tracker, []);

        (await deletion.Operation!.Completion).Should().Match<DkOperationOutcome>(outcome => outcome.State == DkOperationState.Failed && outcome.Event is DkDeletionStopped);
    }

    [Fact(Timeout = 60_000)]
    public async Task Pending_deletion_that_was_stopped_ends_as_not_carried_out()
    {
        await using var world = new DutyWorld();
        var domain = await world.DomainAsync<DkRegistrarDomain>(DutyWorld.Own);
        var deletion = (await domain.EndRightOfUseAsync()).Pending!;
        await (await world.DomainAsync<DkRegistrarDomain>(DutyWorld.Own)).RestoreAsync();

        await DrainAsync(world, await OpenAsync(world, new EppMemoryOperationStore()), []);

        (await deletion.Completion).Succeeded.Should().BeFalse();
    }

    [Fact(Timeout = 60_000)]
    public async Task Pending_deletion_that_was_carried_out_ends_as_such()
    {
        await using var world = new DutyWorld();
        var deletion = (await (await world.DomainAsync<DkRegistrarDomain>(DutyWorld.Own)).EndRightOfUseAsync()).Pending!;
        world.Dk.Registry.Advance(TimeSpan.FromDays(31));

        await DrainAsync(world, await OpenAsync(world, new EppMemoryOperationStore()), []);

        (await deletion.Completion).Succeeded.Should().BeTrue();
    }

    [Fact(Timeout = 60_000)]
    public async Task What_is_never_answered_is_reported_and_still_found_by_a_late_message()
    {
        await using var world = new DutyWorld(builder => builder.Account("REG-100002"));
        var tracker = await OpenAsync(world, new EppMemoryOperationStore(), term: TimeSpan.FromDays(10));
        var sent = await tracker.ExecuteAsync(world.Client, DkHost.CreateFor("ns1.nye.example", "REG-100002"));

        tracker.FindUnanswered().Should().BeEmpty();
        world.Dk.Registry.Advance(TimeSpan.FromDays(11));
        tracker.FindUnanswered().Should().Equal(sent.Operation!);
        (await sent.Operation!.Completion).State.Should().Be(DkOperationState.Unanswered);

        world.Dk.Registry.Advance(TimeSpan.FromDays(11));
        List<(DkPollEvent Event, DkTrackedOperation? Operation)> handled = [];
        await DrainAsync(world, tracker, handled);
        handled.Should().ContainSingle(item => item.Operation == sent.Operation && item.Event is DkHostRegistrationDecided);
        tracker.Operations.Should().BeEmpty();
    }

    [Fact(Timeout = 60_000)]
    public async Task Consumer_settles_what_another_process_has_sent_over_the_same_store()
    {
        await using var world = new DutyWorld();
        var store = new EppMemoryOperationStore();
        var reader = await OpenAsync(world, store);
        var sender = await OpenAsync(world, store);
        await sender.ExecuteAsync(world.Client, Application(world, "ny.dk"));
        world.Dk.Registry.Advance(TimeSpan.FromMinutes(1));
        var options = new EppPollConsumerOptions { Account = "REG-100001", Profile = DkProfile.Current, Committed = reader.SettleAsync };

        await new EppPollConsumer(world.Client, new EppMemoryPollInbox(), options).DrainAsync((_, _) => Task.CompletedTask);

        (await store.ReadAllAsync(default)).Should().BeEmpty();
        reader.Operations.Should().BeEmpty();
    }

    [Fact(Timeout = 60_000)]
    public async Task Message_comes_again_where_its_handler_failed()
    {
        await using var world = new DutyWorld();
        var tracker = await OpenAsync(world, new EppMemoryOperationStore());
        await tracker.ExecuteAsync(world.Client, Application(world, "ny.dk"));
        world.Dk.Registry.Advance(TimeSpan.FromMinutes(1));

        var fail = () => tracker.PollAsync(world.Client, (_, _) => throw new IOException("The disk is full."));
        await fail.Should().ThrowAsync<IOException>();

        tracker.Operations.Should().ContainSingle();
        List<(DkPollEvent Event, DkTrackedOperation? Operation)> handled = [];
        await DrainAsync(world, tracker, handled);
        handled.Should().ContainSingle(item => item.Operation != null);
    }

    [Fact(Timeout = 60_000)]
    public async Task Decision_that_is_read_before_the_answer_is_stored_leaves_nothing_behind()
    {
        await using var world = new DutyWorld();
        var store = new InterruptedStore();
        var tracker = await OpenAsync(world, store);
        store.BeforeSecondSave = () =>
        {
            world.Dk.Registry.Advance(TimeSpan.FromMinutes(1));
            return DrainAsync(world, tracker, []);
        };

        var sent = await tracker.ExecuteAsync(world.Client, Application(world, "ny.dk"));

        (await sent.Operation!.Completion).State.Should().Be(DkOperationState.Succeeded);
        (await store.ReadAllAsync(default)).Should().BeEmpty();
    }

    [Fact]
    public async Task File_belongs_to_one_process_and_to_its_owner()
    {
        using (var store = EppFileOperationStore.Open(StorePath))
        {
            await store.SaveAsync(new EppOperationRecord { ClientTransactionId = "a", Command = "DomainCreate", Subject = "æøå.dk", SentAt = RegistryWorld.Start, DueAt = RegistryWorld.Start.AddDays(7) }, default);
            FluentActions.Invoking(() => EppFileOperationStore.Open(StorePath)).Should().Throw<IOException>();
            if (!OperatingSystem.IsWindows())
            {
                File.GetUnixFileMode(StorePath).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
        }

        using var again = EppFileOperationStore.Open(StorePath);
        (await again.ReadAllAsync(default)).Should().Equal(new EppOperationRecord
        {
            ClientTransactionId = "a",
            Command = "DomainCreate",
            Subject = "æøå.dk",
            SentAt = RegistryWorld.Start,
            DueAt = RegistryWorld.Start.AddDays(7),
        });
    }

    [Theory(Timeout = 60_000)]
    [InlineData(0)]
    [InlineData(500)]
    public async Task Store_is_called_as_often_for_each_response_however_many_operations_wait(int waiting)
    {
        await using var world = new DutyWorld();
        var store = new InterruptedStore();
        for (var i = 0; i < waiting; i++)
        {
            await store.SaveAsync(new EppOperationRecord { ClientTransactionId = $"c{i}", ServerTransactionId = $"s{i}", Command = "DomainCreate", Subject = $"navn{i}.dk", SentAt = default, DueAt = DateTimeOffset.MaxValue }, default);
        }

        var tracker = await OpenAsync(world, store);
        store.Calls.Clear();
        await tracker.ExecuteAsync(world.Client, Application(world, "ny.dk"));
        store.Calls.Should().Equal("save", "save");

        store.Calls.Clear();
        world.Dk.Registry.Advance(TimeSpan.FromMinutes(1));
        List<(DkPollEvent Event, DkTrackedOperation? Operation)> handled = [];
        await DrainAsync(world, tracker, handled);

        handled.Should().ContainSingle(message => message.Operation != null);
        store.Calls.Should().Equal("remove");
        tracker.Operations.Should().HaveCount(waiting);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[{\"clTRID\":\"a\"}]")]
    [InlineData("{}")]
    [InlineData("no store")]
    public void File_of_another_kind_is_left_alone(string content)
    {
        File.WriteAllText(StorePath, content);

        FluentActions.Invoking(() => EppFileOperationStore.Open(StorePath)).Should().Throw<InvalidDataException>().WithMessage("*is no store of operations*");

        File.ReadAllText(StorePath).Should().Be(content);
    }

    private static Task<DkOperationTracker> OpenAsync(DutyWorld world, IEppOperationStore store, TimeSpan? term = null)
    {
        var options = new DkOperationTrackerOptions { TimeProvider = world.Dk.Clock };
        return DkOperationTracker.OpenAsync(store, term is { } fixedTerm ? options with { TermOf = _ => fixedTerm } : options);
    }

    private static DomainCreate Application(DutyWorld world, string name) =>
        DkDomain.Create(name, DutyWorld.Ida, world.Dk.Clock.GetUtcNow(), DutyWorld.Ns1, DutyWorld.Ns2);

    private static async Task DrainAsync(DutyWorld world, DkOperationTracker tracker, List<(DkPollEvent Event, DkTrackedOperation? Operation)> handled)
    {
        while (await tracker.PollAsync(world.Client, (read, operation) =>
        {
            handled.Add((read, operation));
            return Task.CompletedTask;
        }))
        {
        }
    }

    /// <summary>Lets something happen between the answer to a command and its record.</summary>
    private sealed class InterruptedStore : IEppOperationStore
    {
        private readonly EppMemoryOperationStore _inner = new();

        public List<string> Calls { get; } = [];

        public Func<Task> BeforeSecondSave { get; set; } = () => Task.CompletedTask;

        public async ValueTask SaveAsync(EppOperationRecord record, CancellationToken cancellationToken)
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

        public ValueTask<IReadOnlyList<EppOperationRecord>> ReadAllAsync(CancellationToken cancellationToken)
        {
            Calls.Add("read");
            return _inner.ReadAllAsync(cancellationToken);
        }
    }

    /// <summary>Sends, and never hears the answer.</summary>
    private sealed class DeafClient(IEppClient inner) : IEppClient
    {
        public async Task<EppResponse> TransactAsync(IEppCommand command, EppSendOptions options, CancellationToken cancellationToken)
        {
            await inner.TransactAsync(command, options, cancellationToken);
            throw new IOException("The line is dead.");
        }
    }
}
