using EppClient.Bulk;
using EppClient.Commands;
using EppClient.Dk;
using EppClient.TestHelper.Bulk;
using EppClient.Testing.Server;

namespace EppClient.Stores.Tests.Bulk;

/// <summary>The result of a row whose response is lost, or cannot be used by the task's code.</summary>
public sealed class BulkRowResultTests
{
    private static readonly EppBulkOptions Quick = new() { RetryDelay = TimeSpan.FromMilliseconds(1), MaxRetryDelay = TimeSpan.FromMilliseconds(1), LoadBatch = 7 };

    [Theory(Timeout = 60_000)]
    [InlineData("argument")]
    [InlineData("format")]
    [InlineData("row")]
    public async Task Executed_row_is_done_even_if_the_task_cannot_read_the_response(string kind)
    {
        await using var world = new BulkFixture(3);
        await using var pool = world.Pool();
        var store = new EppMemoryBulkStore();
        var task = EppBulkTask.ForEachRow(
            "badly described",
            row => DkDomain.SetAutoRenew(row.Column("domain"), false),
            _ => throw kind switch
            {
                "argument" => new ArgumentException("Not what I expected."),
                "format" => new FormatException("Not what I expected."),
                _ => new EppBulkRowException("Not what I expected."),
            });
        var job = new EppBulkJob(pool, store, task, Quick);

        (await job.RunAsync(BulkInput.RowsAsync(3))).Done.Should().Be(3);

        var results = await job.ReadResultsAsync().ToListAsync();
        results.Should().OnlyContain(result => result.Code == 1000 && result.Value == null && result.ServerTransactionId != null);
        results[0].Message.Should().StartWith("Carried out.").And.EndWith("Not what I expected.");
        (await store.RequeueAsync(EppBulkRowState.Failed, null, default)).Should().Be(0);
        world.Account.Updates.Should().HaveCount(3).And.OnlyContain(update => update.Value == 1);
    }

    [Fact(Timeout = 60_000)]
    public async Task Exception_in_a_description_stops_the_job_and_the_executed_row_is_done()
    {
        await using var world = new BulkFixture(3);
        await using var pool = world.Pool();
        var store = new EppMemoryBulkStore();
        var bug = new InvalidOperationException("A bug.");
        var task = EppBulkTask.ForEachRow("badly described", row => DkDomain.SetAutoRenew(row.Column("domain"), false), _ => throw bug);
        var job = new EppBulkJob(pool, store, task, Quick with { Degree = 1 });

        var run = () => job.RunAsync(BulkInput.RowsAsync(3));

        (await run.Should().ThrowAsync<EppBulkException>()).Which.InnerException.Should().BeSameAs(bug);
        (await job.ReadResultsAsync().ToListAsync()).Select(result => result.State).Should().Equal(EppBulkRowState.Done, EppBulkRowState.Pending, EppBulkRowState.Pending);
        world.Account.Updates.Should().ContainSingle().Which.Value.Should().Be(1);
    }

    [Fact(Timeout = 60_000)]
    public async Task Only_the_query_row_fails_if_the_task_cannot_read_the_response()
    {
        await using var world = new BulkFixture(0);
        await using var pool = world.Pool();
        var task = EppBulkTask.ForSeveralRows(
            "badly described",
            3,
            rows => new DomainCheck([.. rows.Select(row => row.Column("domain"))]),
            (rows, _) => [.. rows.Select(row => row.Key == "2" ? throw new FormatException("Not what I expected.") : "fine")]);
        var job = new EppBulkJob(pool, new EppMemoryBulkStore(), task, Quick);

        var end = await job.RunAsync(BulkInput.RowsAsync(3));

        (end.Done, end.Failed).Should().Be((2, 1));
        (await job.ReadResultsAsync().ToListAsync())[1].Message.Should().Be("Not what I expected.");
    }

    [Fact(Timeout = 60_000)]
    public async Task Row_missing_from_a_batch_response_fails()
    {
        await using var world = new BulkFixture(0);
        await using var pool = world.Pool();
        var task = EppBulkTask.ForSeveralRows(
            "silent", 3, rows => new DomainCheck([.. rows.Select(row => row.Column("domain"))]), (rows, _) => [.. rows.Select(row => row.Key == "2" ? null : "fine")]);
        var job = new EppBulkJob(pool, new EppMemoryBulkStore(), task, Quick);

        var end = await job.RunAsync(BulkInput.RowsAsync(3));

        (end.Done, end.Failed).Should().Be((2, 1));
        (await job.ReadResultsAsync().ToListAsync())[1].Message.Should().Be("The registry's response does not mention this row.");
    }

    [Theory(Timeout = 60_000)]
    [InlineData(false, null)]
    [InlineData(true, 1001)]
    public async Task Row_whose_response_was_lost_is_done_or_pending_as_the_registry_reports(bool isPending, int? code)
    {
        await using var world = new BulkFixture(1);
        await using var pool = world.Pool(options => options with { Profile = options.Profile with { ReconciliationDelay = TimeSpan.Zero, Reconcilers = [new Finding(isPending)] } });
        var task = EppBulkTask.ForEachRow("lost", async (row, client, token) =>
        {
            await client.SendAsync(new DomainInfo(row.Column("domain")), token);
            world.Registry.Server.InjectFault(EppServerFault.LoseResponse);
            return DkDomain.SetAutoRenew(row.Column("domain"), false);
        });
        var job = new EppBulkJob(pool, new EppMemoryBulkStore(), task, Quick);

        (await job.RunAsync(BulkInput.RowsAsync(1))).Done.Should().Be(1);

        var result = (await job.ReadResultsAsync().ToListAsync()).Should().ContainSingle().Subject;
        (result.Code, result.Message).Should().Be((code, "The response was lost. It is there."));
    }

    [Fact(Timeout = 60_000)]
    public async Task Row_whose_command_fails_unexpectedly_after_it_was_recorded_stays_started()
    {
        await using var world = new BulkFixture(1);
        await using var pool = world.Pool(options => options with { Recovery = options.Recovery with { Reconciliation = EppReconciliationMode.Automatic }, Profile = options.Profile with { Reconcilers = [new BrokenReconciler()] } });
        var store = new EppMemoryBulkStore();
        var task = EppBulkTask.ForEachRow("unforeseen", async (row, client, token) =>
        {
            await client.SendAsync(new DomainInfo(row.Column("domain")), token);
            world.Registry.Server.InjectFault(EppServerFault.LoseResponse);
            return DkDomain.SetAutoRenew(row.Column("domain"), false);
        });
        var job = new EppBulkJob(pool, store, task, Quick);

        await job.Awaiting(one => one.RunAsync(BulkInput.RowsAsync(1))).Should().ThrowAsync<EppBulkException>();

        (await job.ReadResultsAsync().ToListAsync()).Should().ContainSingle().Which.State.Should().Be(EppBulkRowState.Started, "it may have been executed");
    }

    private sealed class Finding(bool isPending) : IEppReconciler
    {
        public bool CanReconcile(EppIndeterminateCommand command) => true;

        public Task<EppReconciliation> ReconcileAsync(EppReconciliationContext context, CancellationToken cancellationToken) => Task.FromResult(context.Applied("It is there.", isPending));
    }

    /// <summary>User code with a bug that looks like an invalid argument.</summary>
    private sealed class BrokenReconciler : IEppReconciler
    {
        public bool CanReconcile(EppIndeterminateCommand command) => true;

        public Task<EppReconciliation> ReconcileAsync(EppReconciliationContext context, CancellationToken cancellationToken) => throw new ObjectDisposedException("A bug.");
    }
}
