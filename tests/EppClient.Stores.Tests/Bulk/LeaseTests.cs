using EppClient.Bulk;
using EppClient.Commands;
using EppClient.Dk;
using EppClient.TestHelper.Bulk;
using EppClient.Testing.Server;
using Microsoft.Extensions.Time.Testing;

namespace EppClient.Stores.Tests.Bulk;

/// <summary>The behavior of a process when the lease on its rows expires, or may have expired, while it processes them.</summary>
public sealed class LeaseTests : IAsyncLifetime, IAsyncDisposable
{
    private const string Domain = "navn1.dk";
    private static readonly TimeSpan RenewalInterval = LeasedStore.Length / 5;

    /// <summary>The time from the request of a lease until the job no longer relies on it.</summary>
    private static readonly TimeSpan Reliable = LeasedStore.Length * 0.6;

    private readonly LeaseClock _time = new();
    private readonly LeasedStore _store = new();
    private readonly BulkFixture _world = new(2);
    private EppSessionPool _pool = null!;

    public Task InitializeAsync()
    {
        _pool = _world.Pool(options => options with { Timeouts = new EppTimeoutOptions { Logout = TimeSpan.FromMilliseconds(200) } });
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _pool.DisposeAsync();
        await _world.DisposeAsync();
    }

    ValueTask IAsyncDisposable.DisposeAsync() => new(DisposeAsync());

    [Fact(Timeout = 60_000)]
    public async Task Command_is_not_sent_if_the_lease_may_have_ended_since_it_was_recorded()
    {
        await using var other = _world.Pool();

        // The process is paused between the commit and the send, long enough for another process to claim and complete the row.
        _store.Recorded = async () =>
        {
            _time.Advance(LeasedStore.Length);
            await MoveAsync(other);
        };

        var end = await RunAsync(DkBulkTasks.SetNameServers());

        end.Done.Should().Be(1);
        _world.Account.Updates[Domain].Should().Be(1, "the paused process queries the registry before it sends the command");
        _store.Closed[0].Should().ContainSingle().Which.State.Should().Be(EppBulkRowState.Started);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("hangs")]
    [InlineData("fails")]
    [InlineData("says that the lease has ended")]
    public async Task Command_in_flight_is_aborted_and_its_row_stays_started_if_the_lease_is_not_renewed(string renewal)
    {
        var job = RunAsync(WithoutResponse());
        await WhenMovedAsync();

        var isRenewing = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _store.Renew = async token =>
        {
            isRenewing.TrySetResult();
            switch (renewal)
            {
                case "hangs":
                    await Task.Delay(Timeout.Infinite, token);
                    return true;
                case "fails":
                    throw new InvalidOperationException("The database is unavailable.");
                default:
                    return false;
            }
        };
        _time.Advance(RenewalInterval);
        await isRenewing.Task;
        if (renewal != "says that the lease has ended")
        {
            _time.Advance(Reliable - RenewalInterval);
        }

        var end = await job;

        end.Done.Should().Be(1);
        _store.Closed[0].Should().ContainSingle().Which.State.Should().Be(EppBulkRowState.Started, "its outcome is not known yet");
        (await ResultAsync()).Message.Should().StartWith("The response was lost.");
        _world.Account.Updates.Should().BeEmpty("the response was never sent, and the command was not sent again");
    }

    [Fact(Timeout = 60_000)]
    public async Task Lease_is_counted_from_its_request_even_if_the_store_responds_late()
    {
        var job = RunAsync(WithoutResponse());
        await WhenMovedAsync();

        // The store responds after most of the granted lease has elapsed.
        _store.Renew = _ =>
        {
            _store.Renew = _ => Task.FromResult(true);
            _time.Advance(Reliable);
            return Task.FromResult(true);
        };
        _time.Advance(RenewalInterval);

        (await job).Done.Should().Be(1);
        _store.Closed[0].Should().ContainSingle().Which.State.Should().Be(EppBulkRowState.Started);
    }

    [Fact(Timeout = 60_000)]
    public async Task Commands_are_aborted_if_the_store_reports_that_a_row_belongs_to_another_process()
    {
        // The first row is in flight when the second is recorded.
        var isFirstTime = true;
        var task = EppBulkTask.ForEachRow("second is lost", async (row, client, token) =>
        {
            if (row.Key == "2")
            {
                await WhenMovedAsync();
            }

            var info = await client.SendAsync(new DomainInfo(row.Column("domain")), token);
            if (row.Key == "1")
            {
                _world.Registry.Server.InjectFault(EppServerFault.WithholdResponse);
            }
            else
            {
                _store.LosesNext = isFirstTime;
                isFirstTime = false;
            }

            return DkDesiredState.SetNameServers(info.Data, EppBulkTasks.NameServersOf(row));
        });

        var end = await RunAsync(task, rows: 2);

        end.Done.Should().Be(2);
        _store.Closed[0].Select(result => result.State).Should().Equal(EppBulkRowState.Started, EppBulkRowState.Pending);
        _world.Account.Updates.Should().ContainSingle("the response to the first was withheld").Which.Should().Be(KeyValuePair.Create("navn2.dk", 1));
    }

    [Fact(Timeout = 60_000)]
    public async Task Command_continues_while_the_lease_is_renewed()
    {
        var job = RunAsync(WithoutResponse());
        await WhenMovedAsync();

        // Several lease periods, each renewed in time.
        for (var i = 0; i < 5 * 5; i++)
        {
            var renewed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _store.Renew = _ =>
            {
                renewed.TrySetResult();
                return Task.FromResult(true);
            };
            _time.Advance(RenewalInterval);
            await renewed.Task;
        }

        job.IsCompleted.Should().BeFalse();
        _store.Closed.Should().BeEmpty();
    }

    [Fact(Timeout = 60_000)]
    public async Task Each_log_entry_is_written_once()
    {
        await RunAsync(DkBulkTasks.SetNameServers(), rows: 2);

        _store.Written.Where(entry => entry.Started is not null).Select(entry => entry.Number).Should().BeEquivalentTo([1, 2]);
        _store.Written.Where(entry => entry.Ended is not null).Select(entry => entry.Number).Should().BeEquivalentTo([1, 2]);
    }

    [Fact(Timeout = 60_000)]
    public async Task Store_that_fails_to_record_a_command_stops_the_job_before_it_is_sent()
    {
        _store.Recorded = () => throw new IOException("The disk is full.");

        var run = () => RunAsync(DkBulkTasks.SetNameServers());

        var stopped = (await run.Should().ThrowAsync<EppBulkStoppedException>().WithMessage("*The disk is full.*")).Which;
        stopped.Reason.Should().Be(EppBulkStopReason.StoreFailed);
        stopped.InnerException.Should().BeOfType<IOException>();
        _world.Account.Updates.Should().BeEmpty();
        (await ResultAsync()).State.Should().Be(EppBulkRowState.Started, "it was written before the failure");
    }

    [Fact(Timeout = 60_000)]
    public async Task Store_that_fails_to_hand_out_rows_stops_the_job_with_its_failure()
    {
        _store.ClaimFailure = new IOException("The database is offline.");

        var run = () => RunAsync(DkBulkTasks.SetNameServers());

        var stopped = (await run.Should().ThrowAsync<EppBulkStoppedException>().WithMessage("*The database is offline.*")).Which;
        (stopped.Reason, stopped.InnerException).Should().Be((EppBulkStopReason.StoreFailed, _store.ClaimFailure));
    }

    private Task<EppBulkProgress> RunAsync(EppBulkTask task, int rows = 1, CancellationToken cancellationToken = default)
    {
        var options = new EppBulkOptions { Degree = rows, RetryDelay = TimeSpan.FromMilliseconds(1), MaxRetryDelay = TimeSpan.FromMilliseconds(1) };
        return new EppBulkJob(_pool, _store, task, options, timeProvider: _time).RunAsync(BulkInput.RowsAsync(rows), cancellationToken: cancellationToken);
    }

    /// <summary>Changes a domain without a response from the registry.</summary>
    private EppBulkTask WithoutResponse() => EppBulkTask.ForEachRow("without response", async (row, client, token) =>
    {
        var info = await client.SendAsync(new DomainInfo(row.Column("domain")), token);
        _world.Registry.Server.InjectFault(EppServerFault.WithholdResponse);
        return DkDesiredState.SetNameServers(info.Data, EppBulkTasks.NameServersOf(row));
    });

    private static async Task MoveAsync(EppSessionPool pool)
    {
        var info = await pool.SendAsync(new DomainInfo(Domain));
        await pool.SendAsync(DkDesiredState.SetNameServers(info.Data, ["ns3.reg.example", "ns4.reg.example"])!);
    }

    private Task WhenMovedAsync() => Eventually.HoldsAsync(() => _world.NotMoved(1).Count == 0);

    private async Task<EppBulkResult> ResultAsync() => (await _store.ReadResultsAsync(default).ToListAsync())[0];

    /// <summary>A clock that the test advances, for leases. The job's short pauses before polling or retrying elapse automatically.</summary>
    private sealed class LeaseClock : FakeTimeProvider
    {
        private static readonly TimeSpan Short = TimeSpan.FromSeconds(1);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            dueTime > TimeSpan.Zero && dueTime < Short ? System.CreateTimer(callback, state, dueTime, period) : base.CreateTimer(callback, state, dueTime, period);
    }
}
