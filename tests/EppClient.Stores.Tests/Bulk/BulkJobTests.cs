using EppClient.Bulk;
using EppClient.Commands;
using EppClient.Dk;
using EppClient.Dk.Testing;
using EppClient.TestHelper.Bulk;
using EppClient.Testing.Server;
using EppClient.Xml;

namespace EppClient.Stores.Tests.Bulk;

public sealed class BulkJobTests
{
    private static readonly EppBulkOptions Quick = new() { RetryDelay = TimeSpan.FromMilliseconds(1), MaxRetryDelay = TimeSpan.FromMilliseconds(1), LoadBatch = 7 };

    [Fact(Timeout = 60_000)]
    public async Task Only_the_invalid_row_of_a_batch_command_fails()
    {
        await using var world = new BulkFixture(2);
        await using var pool = world.Pool();
        var store = new EppMemoryBulkStore();
        var job = new EppBulkJob(pool, store, EppBulkTasks.CheckDomains(pool.Options.Profile), Quick);

        var end = await job.RunAsync(Domains("navn1.dk", "fri.dk", string.Empty, "navn2.dk", new string('x', 300) + ".dk"));

        (end.Total, end.Done, end.Failed, end.Unknown).Should().Be((5, 3, 2, 0));
        var results = await job.ReadResultsAsync().ToListAsync();
        results.Select(result => result.State).Should().Equal(EppBulkRowState.Done, EppBulkRowState.Done, EppBulkRowState.Failed, EppBulkRowState.Done, EppBulkRowState.Failed);
        results[0].Value.Should().StartWith("unavailable");
        results[1].Value.Should().Be("available");
        results[2].Message.Should().Be("The row has nothing in column 'domain'. Its columns are: domain.");
    }

    [Fact(Timeout = 60_000)]
    public async Task Command_that_cancels_by_itself_stops_the_job_instead_of_leaving_its_row()
    {
        await using var world = new BulkFixture(2);
        await using var pool = world.Pool();
        var task = EppBulkTask.ForEachRow("cancelling", row => new DomainDelete(row.Column("domain")) { Extensions = [new CancellingExtension()] });
        var job = new EppBulkJob(pool, new EppMemoryBulkStore(), task, Quick);

        var run = () => job.RunAsync(Domains("navn1.dk", "navn2.dk"));

        (await run.Should().ThrowAsync<EppBulkException>()).Which.InnerException.Should().BeAssignableTo<OperationCanceledException>();
        (await job.ReadResultsAsync().ToListAsync()).Should().OnlyContain(result => result.State == EppBulkRowState.Pending, "the rows are left for the next run");
    }

    [Theory(Timeout = 60_000)]
    [InlineData(EppServerFault.LoseResponse)]
    [InlineData(EppServerFault.LoseCommand)]
    [InlineData(EppServerFault.CorruptResponse)]
    public async Task Lost_responses_are_reconciled_and_no_command_is_executed_twice(EppServerFault fault)
    {
        const int Domains = 20;
        const int Faults = 12;
        await using var world = new BulkFixture(Domains);
        await using var pool = world.Pool();
        var store = new EppMemoryBulkStore();

        // One fault for each update while faults remain. All of them may affect the same row.
        var left = Faults;
        var options = Quick with { MaxTries = Faults + 1 };
        var task = EppBulkTask.ForEachRow("faulty", async (row, client, token) =>
        {
            var info = await client.SendAsync(new DomainInfo(row.Column("domain")), token);
            if (Interlocked.Decrement(ref left) >= 0)
            {
                world.Registry.Server.InjectFault(fault);
            }

            return DkDesiredState.SetNameServers(info.Data, EppBulkTasks.NameServersOf(row));
        });
        var end = await new EppBulkJob(pool, store, task, options).RunAsync(BulkInput.RowsAsync(Domains));

        (end.Done, end.Total).Should().Be((Domains, Domains));
        world.NotMoved(Domains).Should().BeEmpty();
        world.Account.Updates.Values.Should().OnlyContain(count => count == 1);
    }

    [Fact(Timeout = 60_000)]
    public async Task Row_is_retried_with_exponential_backoff()
    {
        await using var world = new BulkFixture(0);
        await using var pool = world.Pool();
        var time = new AcceleratedTimeProvider();
        var tries = 0;
        var task = EppBulkTask.ForEachRow("away", (_, _, _) =>
            ++tries < 4 ? throw new EppConnectionException("The registry is unavailable.", EppDelivery.NotSent) : Task.FromResult<EppClient.IEppCommand?>(null));
        var options = new EppBulkOptions { RetryDelay = TimeSpan.FromMinutes(1), MaxRetryDelay = TimeSpan.FromHours(1) };

        (await new EppBulkJob(pool, new EppMemoryBulkStore(), task, options, timeProvider: time).RunAsync(BulkInput.RowsAsync(1))).Done.Should().Be(1);

        var pauses = time.Pauses.Where(pause => pause > TimeSpan.FromSeconds(30)).Select((pause, index) => pause.TotalMinutes / Math.Pow(2, index)).ToList();
        pauses.Should().HaveCount(3).And.OnlyContain(pause => pause >= 0.8 && pause <= 1);
    }

    [Fact(Timeout = 60_000)]
    public async Task Partially_stored_input_is_loaded_completely()
    {
        await using var world = new BulkFixture(0);
        await using var pool = world.Pool();
        var store = new EppMemoryBulkStore();
        await store.OpenAsync("check availability", pool.Account, default);
        await store.AppendAsync(0, await BulkInput.RowsAsync(2).ToListAsync(), default);
        await store.CloseAsync(default);

        var end = await new EppBulkJob(pool, store, EppBulkTasks.CheckDomains(pool.Options.Profile), Quick).RunAsync(BulkInput.RowsAsync(5));

        (end.Done, end.Total).Should().Be((5, 5));
    }

    [Fact(Timeout = 60_000)]
    public async Task Paused_job_completes_commands_in_flight_and_resumes()
    {
        const int Domains = 60;
        await using var world = new BulkFixture(Domains);
        await using var pool = world.Pool();
        var store = new EppMemoryBulkStore();
        using var pause = new CancellationTokenSource();
        var begun = 0;
        var task = EppBulkTask.ForEachRow("move", async (row, client, token) =>
        {
            var info = await client.SendAsync(new DomainInfo(row.Column("domain")), token);
            if (Interlocked.Increment(ref begun) == 20)
            {
                await pause.CancelAsync();
            }

            return DkDesiredState.SetNameServers(info.Data, EppBulkTasks.NameServersOf(row));
        });
        var job = new EppBulkJob(pool, store, task, Quick);

        var first = () => job.RunAsync(BulkInput.RowsAsync(Domains), null, pause.Token);
        await first.Should().ThrowAsync<OperationCanceledException>();

        var half = await job.ReadResultsAsync().ToListAsync();
        half.Should().NotContain(result => result.State == EppBulkRowState.Started, "each command that was sent has a result");
        half.Count(result => result.State == EppBulkRowState.Done).Should().Be(world.Account.Updates.Count).And.BeInRange(1, Domains - 1);

        var end = await job.RunAsync(BulkInput.RowsAsync(Domains));

        (end.Done, end.Total).Should().Be((Domains, Domains));
        world.Account.Updates.Should().HaveCount(Domains);
        world.Account.Updates.Values.Should().OnlyContain(count => count == 1);
    }

    [Fact(Timeout = 60_000)]
    public async Task Rows_are_processed_while_the_input_is_read()
    {
        await using var world = new BulkFixture(0);
        await using var pool = world.Pool();
        var store = new EppMemoryBulkStore();
        var job = new EppBulkJob(pool, store, EppBulkTasks.CheckDomains(pool.Options.Profile), Quick with { LoadBatch = 5 });

        async IAsyncEnumerable<EppBulkRow> Input()
        {
            await foreach (var row in BulkInput.RowsAsync(5))
            {
                yield return row;
            }

            // Completes only after the preceding rows have been queried.
            await Eventually.HoldsAsync(async () => (await store.ReadStatusAsync(default)).Done == 5);

            yield return EppBulkRow.FromColumns("last", KeyValuePair.Create("domain", "sidste.dk"));
        }

        (await job.RunAsync(Input())).Done.Should().Be(6);
    }

    [Fact(Timeout = 60_000)]
    public async Task Job_stops_when_the_login_is_rejected_and_no_row_is_lost()
    {
        await using var world = new BulkFixture(0);
        await using var pool = world.Pool(options => options with { Password = "Forkert-Kode-1" });
        var store = new EppMemoryBulkStore();
        var job = new EppBulkJob(pool, store, EppBulkTasks.CheckDomains(pool.Options.Profile), Quick);

        var run = () => job.RunAsync(BulkInput.RowsAsync(50));

        (await run.Should().ThrowAsync<EppBulkStoppedException>()).Which.Reason.Should().Be(EppBulkStopReason.AuthenticationRefused);
        (await store.ReadStatusAsync(default)).Ended.Should().Be(0);
    }

    [Fact(Timeout = 60_000)]
    public async Task Job_stops_after_consecutive_failures()
    {
        await using var world = new BulkFixture(0);
        await using var pool = world.Pool();
        var job = new EppBulkJob(pool, new EppMemoryBulkStore(), DkBulkTasks.SetNameServers(), Quick with { MaxFailuresInARow = 6 });

        var run = () => job.RunAsync(BulkInput.RowsAsync(50));

        (await run.Should().ThrowAsync<EppBulkStoppedException>()).Which.Reason.Should().Be(EppBulkStopReason.TooManyFailures);
        (await job.ReadStatusAsync()).Failed.Should().BeInRange(6, 20);
    }

    [Fact(Timeout = 60_000)]
    public async Task Job_continues_when_failures_are_not_consecutive()
    {
        await using var world = new BulkFixture(0);
        await using var pool = world.Pool();
        var task = EppBulkTask.ForEachRow(
            "every other", (row, _, _) => row.Key is "1" or "3" or "5" ? throw new EppBulkRowException("Not this one.") : Task.FromResult<IEppCommand?>(null));
        var job = new EppBulkJob(pool, new EppMemoryBulkStore(), task, Quick with { Degree = 1, MaxFailuresInARow = 2 });

        var end = await job.RunAsync(BulkInput.RowsAsync(6));

        (end.Done, end.Failed).Should().Be((3, 3));
    }

    [Fact(Timeout = 60_000)]
    public async Task Running_job_cannot_be_started_again()
    {
        await using var world = new BulkFixture(0);
        await using var pool = world.Pool();
        var goOn = new TaskCompletionSource();
        var task = EppBulkTask.ForEachRow("waits", async (_, _, _) =>
        {
            await goOn.Task;
            return null;
        });
        var job = new EppBulkJob(pool, new EppMemoryBulkStore(), task, Quick);
        var first = job.RunAsync(BulkInput.RowsAsync(1));

        await job.Awaiting(one => one.RunAsync(BulkInput.RowsAsync(1))).Should().ThrowAsync<InvalidOperationException>().WithMessage("*is running*");
        goOn.SetResult();

        (await first).Done.Should().Be(1);
    }

    [Fact(Timeout = 60_000)]
    public async Task Job_stops_when_the_balance_is_exhausted_and_the_row_stays_pending()
    {
        await using var world = new BulkFixture(0);
        await using var poor = DkTestRegistry.Start(
            new DkTestRegistryOptions { Balance = 60m, Registry = new DkRegistryOptions { Quirks = new DkQuirks { RefuseRenewalWithoutCredit = true } } },
            builder =>
            {
                builder.Hosts("REG-100001", "ns1.reg.example", "ns2.reg.example").Contact("AB1-DK", "Anne Berg", contact => contact with { Sponsor = "REG-100001" });
                for (var number = 1; number <= 3; number++)
                {
                    builder.Domain(BulkInput.NameOf(number), "AB1-DK", ["ns1.reg.example", "ns2.reg.example"], domain => domain with { Expires = domain.Created.AddDays(20) });
                }
            });
        await using var pool = world.Pool(options => options with { Host = poor.Host, Port = poor.Port, Tls = new EppTlsOptions { TrustedRoots = [poor.CaCertificate] } });
        var job = new EppBulkJob(pool, new EppMemoryBulkStore(), EppBulkTasks.Renew(), Quick with { Degree = 1 });

        var run = () => job.RunAsync(BulkInput.RowsAsync(3));

        (await run.Should().ThrowAsync<EppBulkStoppedException>()).Which.Reason.Should().Be(EppBulkStopReason.InsufficientFunds);
        (await job.ReadResultsAsync().ToListAsync()).Select(result => result.State).Should().Equal(EppBulkRowState.Done, EppBulkRowState.Pending, EppBulkRowState.Pending);
    }

    [Fact(Timeout = 60_000)]
    public async Task Different_input_is_rejected_at_its_first_differing_row()
    {
        await using var world = new BulkFixture(0);
        await using var pool = world.Pool();
        var store = new EppMemoryBulkStore();
        await store.OpenAsync("check availability", pool.Account, default);
        await store.AppendAsync(0, [new EppBulkRow("2", "{}")], default);
        await store.CloseAsync(default);

        var run = () => new EppBulkJob(pool, store, EppBulkTasks.CheckDomains(pool.Options.Profile), Quick).RunAsync(BulkInput.RowsAsync(3));

        (await run.Should().ThrowAsync<EppBulkException>()).WithMessage("*Row 1 of the input is 1, but was 2*");
    }

    [Fact(Timeout = 60_000)]
    public async Task Task_cannot_send_commands_outside_the_job()
    {
        await using var world = new BulkFixture(1);
        await using var pool = world.Pool();
        var task = EppBulkTask.ForEachRow("wrong", async (row, client, token) =>
        {
            await client.SendAsync(DkDomain.SetAutoRenew(row.Column("domain"), false), token);
            return null;
        });

        var run = () => new EppBulkJob(pool, new EppMemoryBulkStore(), task, Quick).RunAsync(BulkInput.RowsAsync(1));

        (await run.Should().ThrowAsync<EppBulkException>()).WithInnerException<InvalidOperationException>().WithMessage("*may only send commands that read*");
        world.Account.Updates.Should().BeEmpty();
    }

    [Fact(Timeout = 60_000)]
    public async Task Tokens_are_erased_when_their_domains_are_transferred()
    {
        const string Token = "OWN-TRANSFER-TESTTEST";
        await using var world = new BulkFixture(1);
        await using var pool = world.Pool();
        var store = new EppMemoryBulkStore();
        var task = EppBulkTask.ForEachRow("secret", row => DkDomain.SetAutoRenew(row.Column("domain"), false)) with { HoldsSecrets = true };

        await new EppBulkJob(pool, store, task, Quick).RunAsync(One(EppBulkRow.FromColumns("1", KeyValuePair.Create("domain", "navn1.dk"), KeyValuePair.Create("token", Token))));

        // Resetting a row to pending shows its remaining data.
        await store.OpenAsync("secret", pool.Account, default);
        await store.WriteAsync([EppBulkEntry.Withdraw(1)], default);
        (await store.ClaimAsync(1, default)).Should().ContainSingle().Which.Row.Data.Should().BeEmpty();
    }

    private static async IAsyncEnumerable<EppBulkRow> One(EppBulkRow row)
    {
        yield return row;
        await Task.CompletedTask;
    }

    private static async IAsyncEnumerable<EppBulkRow> Domains(params string[] names)
    {
        foreach (var (number, name) in names.Index())
        {
            yield return EppBulkRow.FromColumns($"{number}", KeyValuePair.Create("domain", name));
        }

        await Task.CompletedTask;
    }

    private sealed class CancellingExtension : IEppExtension<DomainDelete>
    {
        public void Write(EppXmlWriter writer) => throw new OperationCanceledException("The extension's own cancellation.");
    }
}
