using EppClient.Bulk;
using EppClient.TestHelper.Bulk;
using EppClient.Commands.Domain;
using EppClient.Dk;
using EppClient.Testing.Server;
using Microsoft.Extensions.Time.Testing;

namespace EppClient.Stores.Tests.Bulk;

/// <summary>What a process does when the lease on its rows ends, or may have ended, while it works on them.</summary>
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
    public async Task Command_is_not_sent_if_the_lease_may_have_ended_since_it_was_recorded()
    {
        await using var other = _world.Pool();

        // The process is paused between the commit and the socket, long enough for another process to take over and complete the row.
        _store.Recorded = async () =>
        {
            _time.Advance(LeasedStore.Length);
            await MoveAsync(other);
        };

        var end = await RunAsync(DkBulkTasks.SetNameServers());

        end.Done.Should().Be(1);
        _world.Account.Updates[Domain].Should().Be(1, "the paused process queries the registry before it sends");
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
        _store.Closed[0].Should().ContainSingle().Which.State.Should().Be(EppBulkRowState.Started, "its outcome is not known yet");
        (await ResultAsync()).Message.Should().StartWith("The response was lost.");
        _world.Account.Updates.Should().BeEmpty("the response was never sent, and the command was not sent again");
    }

    [Fact(Timeout = 60_000)]
    public async Task Lease_is_counted_from_its_request_even_if_the_store_responds_late()
    {
        var job = RunAsync(WithoutResponse());
        await WhenMovedAsync();

        // The store responds when most of the lease that it grants has passed.
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
    public async Task Commands_are_aborted_if_the_store_reports_that_a_row_belongs_to_another_process()
    {
        // The first row is in flight when the second is to be recorded.
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
        _world.Account.Updates.Should().ContainSingle("the response to the first was withheld").Which.Should().Be(KeyValuePair.Create("navn2.dk", 1));
    }

    [Fact(Timeout = 60_000)]
    public async Task Command_continues_while_the_lease_is_renewed()
    {
        using var pause = new CancellationTokenSource();
        var job = RunAsync(WithoutResponse(), cancellationToken: pause.Token);
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

    private async Task<EppBulkProgress> RunAsync(EppBulkTask task, int rows = 1, CancellationToken cancellationToken = default)
    {
        var options = new EppBulkOptions { Degree = rows, RetryDelay = TimeSpan.FromMilliseconds(1), MaxRetryDelay = TimeSpan.FromMilliseconds(1) };
        var job = new EppBulkJob(_pool, _store, task, options, timeProvider: _time).RunAsync(BulkInput.RowsAsync(rows), cancellationToken: cancellationToken);

        // If it finds no rows it checks again after a delay, which has to pass.
        while (!job.IsCompleted)
        {
            await Task.WhenAny(job, Task.Delay(10, CancellationToken.None));
            _time.Advance(Step);
        }

        return await job;
    }

    /// <summary>Changes a domain without a response from the registry.</summary>
    private EppBulkTask WithoutResponse() => EppBulkTask.ForEachRow("without response", async (row, client, token) =>
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
