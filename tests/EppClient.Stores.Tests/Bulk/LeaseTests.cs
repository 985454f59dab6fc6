using EppClient.Bulk;
using EppClient.TestHelper.Bulk;
using EppClient.Commands.Domain;
using EppClient.Dk;
using EppClient.Testing.Server;
using Microsoft.Extensions.Time.Testing;

namespace EppClient.Stores.Tests.Bulk;

/// <summary>What a process does whose lease on its rows ends, or may have ended, while it is at work on them.</summary>
public sealed class LeaseTests : IAsyncLifetime, IAsyncDisposable
{
    private const string Domain = "navn1.dk";
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(250);

    private readonly FakeTimeProvider _time = new();
    private readonly LeasedStore _store = new();
    private readonly BulkWorld _world = new(2);
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
    public async Task Command_is_not_sent_where_the_lease_may_have_ended_since_it_was_recorded()
    {
        await using var other = _world.Pool();

        // The process stands still between the commit and the socket, for as long as another needs to take the row over and do its work.
        _store.Recorded = async () =>
        {
            _time.Advance(LeasedStore.Length);
            await MoveAsync(other);
        };

        var end = await RunAsync(DkBulkTasks.SetNameServers());

        end.Done.Should().Be(1);
        _world.Account.Updates[Domain].Should().Be(1, "the process that stood still asks before it sends");
        _store.Closed[0].Should().ContainSingle().Which.State.Should().Be(EppBulkRowState.Started);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("hangs")]
    [InlineData("fails")]
    [InlineData("says that the lease has ended")]
    public async Task Command_under_way_is_cut_where_the_lease_is_not_renewed_and_its_row_stays_started(string renewal)
    {
        var job = RunAsync(WithoutAnswer());
        await WhenMovedAsync();

        _store.Renew = async token =>
        {
            _store.Renew = _ => Task.FromResult(true);
            switch (renewal)
            {
                case "hangs":
                    await Task.Delay(Timeout.Infinite, token);
                    return true;
                case "fails":
                    _time.Advance(LeasedStore.Length * 0.6);
                    throw new InvalidOperationException("The database is not there.");
                default:
                    return false;
            }
        };
        if (renewal == "hangs")
        {
            _time.Advance(LeasedStore.Length * 0.6);
        }

        var end = await job;

        end.Done.Should().Be(1);
        _store.Closed[0].Should().ContainSingle().Which.State.Should().Be(EppBulkRowState.Started, "nobody knows yet what became of it");
        (await ResultAsync()).Message.Should().StartWith("The answer was lost.");
        _world.Account.Updates.Should().BeEmpty("the answer was never sent, and nor was the command a second time");
    }

    [Fact(Timeout = 60_000)]
    public async Task Lease_counts_from_when_it_was_asked_for_however_late_the_answer_is()
    {
        var job = RunAsync(WithoutAnswer());
        await WhenMovedAsync();

        // The answer comes when most of the lease that it grants is over.
        _store.Renew = _ =>
        {
            _store.Renew = _ => Task.FromResult(true);
            _time.Advance(LeasedStore.Length * 0.6);
            return Task.FromResult(true);
        };

        (await job).Done.Should().Be(1);
        _store.Closed[0].Should().ContainSingle().Which.State.Should().Be(EppBulkRowState.Started);
    }

    [Fact(Timeout = 60_000)]
    public async Task Commands_are_cut_where_the_store_says_that_a_row_is_anothers()
    {
        // The first row is under way when the second is to be recorded.
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
                _world.Registry.Server.InjectFault(EppServerFault.WithholdAnswer);
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
        _world.Account.Updates.Should().ContainSingle("of the first the answer was withheld").Which.Should().Be(KeyValuePair.Create("navn2.dk", 1));
    }

    [Fact(Timeout = 60_000)]
    public async Task Command_is_waited_for_while_the_lease_is_renewed()
    {
        using var pause = new CancellationTokenSource();
        var job = RunAsync(WithoutAnswer(), cancellationToken: pause.Token);
        await WhenMovedAsync();

        // Several leases, each renewed in time.
        for (var i = 0; i < 5 * 5; i++)
        {
            var renewed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _store.Renew = _ =>
            {
                renewed.TrySetResult();
                return Task.FromResult(true);
            };
            _time.Advance(LeasedStore.Length / 5);
            await renewed.Task;
        }

        job.IsCompleted.Should().BeFalse();
        _store.Closed.Should().BeEmpty();
    }

    [Fact(Timeout = 60_000)]
    public async Task Each_entry_is_written_once()
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
        _store.ClaimFailure = new IOException("The database is away.");

        var run = () => RunAsync(DkBulkTasks.SetNameServers());

        var stopped = (await run.Should().ThrowAsync<EppBulkStoppedException>().WithMessage("*The database is away.*")).Which;
        (stopped.Reason, stopped.InnerException).Should().Be((EppBulkStopReason.StoreFailed, _store.ClaimFailure));
    }

    private async Task<EppBulkProgress> RunAsync(EppBulkTask task, int rows = 1, CancellationToken cancellationToken = default)
    {
        var options = new EppBulkOptions { Degree = rows, RetryDelay = TimeSpan.FromMilliseconds(1), MaxRetryDelay = TimeSpan.FromMilliseconds(1) };
        var job = new EppBulkJob(_pool, _store, task, options, timeProvider: _time).RunAsync(BulkInput.RowsAsync(rows), cancellationToken: cancellationToken);

        // Where it finds nothing to do it looks again after a moment, which has to pass.
        while (!job.IsCompleted)
        {
            await Task.WhenAny(job, Task.Delay(10, CancellationToken.None));
            _time.Advance(Step);
        }

        return await job;
    }

    /// <summary>Moves a domain, and its registry does not answer.</summary>
    private EppBulkTask WithoutAnswer() => EppBulkTask.ForEachRow("without answer", async (row, client, token) =>
    {
        var info = await client.SendAsync(new DomainInfo(row.Column("domain")), token);
        _world.Registry.Server.InjectFault(EppServerFault.WithholdAnswer);
        return DkDesiredState.SetNameServers(info.Data, EppBulkTasks.NameServersOf(row));
    });

    private static async Task MoveAsync(EppSessionPool pool)
    {
        var info = await pool.SendAsync(new DomainInfo(Domain));
        await pool.SendAsync(DkDesiredState.SetNameServers(info.Data, ["ns3.reg.example", "ns4.reg.example"])!);
    }

    private async Task WhenMovedAsync()
    {
        while (_world.NotMoved(1).Count > 0)
        {
            await Task.Delay(1);
        }
    }

    private async Task<EppBulkResult> ResultAsync() => (await _store.ReadResultsAsync(default).ToListAsync())[0];
}
