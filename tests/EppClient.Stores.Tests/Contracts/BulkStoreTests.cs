using EppClient.Bulk;
using EppClient.PostgreSql;
using EppClient.Sqlite;
using EppClient.Stores.Tests.Servers;
using EppClient.TestSupport.Servers;

namespace EppClient.Stores.Tests.Contracts;

[Collection(SharedPostgres.Name)]
public sealed partial class BulkStoreTests(PostgresServer server)
{
    private static readonly DateTimeOffset Now = new(2026, 8, 1, 12, 0, 0, 123, TimeSpan.Zero);

    public static TheoryData<StoreKind> Kinds => [StoreKind.Memory, StoreKind.Sqlite, StoreKind.Postgres];

    [SkippableTheory(Timeout = 60_000)]
    [MemberData(nameof(Kinds))]
    public async Task Rows_are_claimed_once_in_order_and_their_results_are_stored_in_full(StoreKind kind)
    {
        await using var house = await StoreFixture.CreateAsync(kind, server);
        var store = await new Stores(house).OpenAsync();
        (await store.AppendAsync(0, Rows(1, 5), default)).Should().Be(5);

        var claims = await store.ClaimAsync(3, default);
        claims.Should().Equal(Rows(1, 3).Select((row, i) => new EppBulkClaim(i + 1, row, null)));
        (await store.ClaimAsync(3, default)).Select(claim => claim.Number).Should().Equal(4, 5);
        (await store.ClaimAsync(3, default)).Should().BeEmpty();

        var result = Ended(2, EppBulkRowState.Failed) with { Reason = "Reason", Value = "Value", ServerTransactionId = "SV-2" };
        (await store.WriteAsync([EppBulkEntry.Start(1, Record(1)), EppBulkEntry.End(result)], default)).Should().BeEmpty();

        var results = await ReadAsync(store);
        results.Select(one => one.Number).Should().Equal(1, 2, 3, 4, 5);
        results[0].State.Should().Be(EppBulkRowState.Started);
        results[0].ClientTransactionId.Should().Be("ABC-1");
        results[1].Should().Be(result);
        results[2].Should().Be(new EppBulkResult { Number = 3, Key = "key3", State = EppBulkRowState.Pending });
    }

    [SkippableTheory(Timeout = 60_000)]
    [MemberData(nameof(Kinds))]
    public async Task Result_with_missing_parts_is_stored_unchanged(StoreKind kind)
    {
        await using var house = await StoreFixture.CreateAsync(kind, server);
        var store = await new Stores(house).OpenAsync();
        var whole = Ended(1, EppBulkRowState.Done) with { Reason = "Reason", Value = "Value", ServerTransactionId = "SV-1" };
        EppBulkResult[] results =
        [
            whole,
            whole with { Code = null },
            whole with { Message = null },
            whole with { Reason = null },
            whole with { Value = null },
            whole with { ClientTransactionId = null },
            whole with { ServerTransactionId = null },
            new EppBulkResult { Number = 1, Key = "key1", State = EppBulkRowState.Unknown, EndedAt = Now },
        ];
        results = [.. results.Select((result, index) => result with { Number = index + 1, Key = $"key{index + 1}" })];
        await store.AppendAsync(0, Rows(1, results.Length), default);
        await store.ClaimAsync(results.Length, default);

        await store.WriteAsync([.. results.Select(result => EppBulkEntry.End(result))], default);

        (await ReadAsync(store)).Should().Equal(results);
    }

    [SkippableTheory(Timeout = 60_000)]
    [MemberData(nameof(Kinds))]
    public async Task After_a_restart_started_rows_are_claimed_first_and_completed_rows_never(StoreKind kind)
    {
        await using var house = await StoreFixture.CreateAsync(kind, server);
        var stores = new Stores(house);
        var store = await stores.OpenAsync();
        await store.AppendAsync(0, Rows(1, 5), default);
        await store.CompleteLoadingAsync(default);
        await store.ClaimAsync(5, default);
        await store.WriteAsync(
            [EppBulkEntry.Start(1, Record(1)), EppBulkEntry.Start(4, Record(4)), EppBulkEntry.Start(3, Record(3)), EppBulkEntry.Withdraw(3), EppBulkEntry.End(Ended(1, EppBulkRowState.Done))],
            default);
        await store.CloseAsync(default);

        var next = await stores.OpenAsync();
        var claims = await next.ClaimAsync(10, default);

        claims.Select(claim => claim.Number).Should().Equal(4, 2, 3, 5);
        claims[0].Started!.Message.ToArray().Should().Equal("<epp/>"u8.ToArray());
        (claims[0].Started! with { Message = default }).Should().Be(Record(4) with { Message = default });
        claims.Skip(1).Should().OnlyContain(claim => claim.Started == null);
        (await next.ClaimAsync(10, default)).Should().BeEmpty("each row is claimed once");
        (await next.ReadStatusAsync(default)).Should().Be(new EppBulkStatus { Loaded = 5, LastKey = "key5", IsLoaded = true, Done = 1 });
    }

    [SkippableTheory(Timeout = 60_000)]
    [MemberData(nameof(Kinds))]
    public async Task Rows_are_appended_only_after_the_last_row(StoreKind kind)
    {
        await using var house = await StoreFixture.CreateAsync(kind, server);
        var store = await new Stores(house).OpenAsync();
        await store.AppendAsync(0, Rows(1, 2), default);

        (await store.AppendAsync(0, Rows(1, 4), default)).Should().Be(2);
        (await store.AppendAsync(2, Rows(3, 3), default)).Should().Be(3);
        var again = async () => await store.AppendAsync(3, [.. Rows(4, 4), .. Rows(2, 2)], default);

        (await again.Should().ThrowAsync<EppBulkException>()).WithMessage("The key key2 is in the input twice.*");
    }

    [SkippableTheory(Timeout = 60_000)]
    [MemberData(nameof(Kinds))]
    public async Task Duplicate_key_in_appended_rows_is_reported(StoreKind kind)
    {
        await using var house = await StoreFixture.CreateAsync(kind, server);
        var store = await new Stores(house).OpenAsync();

        var twice = async () => await store.AppendAsync(0, [.. Rows(1, 3), .. Rows(3, 3)], default);

        (await twice.Should().ThrowAsync<EppBulkException>()).WithMessage("The key key3 is in the input twice.*");
    }

    [SkippableTheory(Timeout = 60_000)]
    [MemberData(nameof(Kinds))]
    public async Task Incomplete_rows_are_claimed_again_when_the_same_store_is_reopened(StoreKind kind)
    {
        await using var house = await StoreFixture.CreateAsync(kind, server);
        var store = await new Stores(house).OpenAsync();
        await store.AppendAsync(0, Rows(1, 3), default);
        await store.ClaimAsync(3, default);
        await store.WriteAsync([EppBulkEntry.Start(2, Record(2)), EppBulkEntry.End(Ended(3, EppBulkRowState.Done))], default);
        await store.CloseAsync(default);

        await store.OpenAsync("task", "REG-1@epp.example:700", default);

        (await store.ClaimAsync(9, default)).Select(claim => claim.Number).Should().Equal(2, 1);
        (await store.ClaimAsync(9, default)).Should().BeEmpty();
    }

    [SkippableTheory(Timeout = 60_000)]
    [MemberData(nameof(Kinds))]
    public async Task Job_resumes_only_with_its_original_task_and_account(StoreKind kind)
    {
        await using var house = await StoreFixture.CreateAsync(kind, server);
        var stores = new Stores(house);
        await (await stores.OpenAsync()).CloseAsync(default);

        var otherTask = async () => await stores.OpenAsync("another");
        var otherAccount = async () => await stores.OpenAsync(account: "REG-2@epp.example:700");

        (await otherTask.Should().ThrowAsync<EppBulkException>()).WithMessage("*was begun as 'task'*");
        (await otherAccount.Should().ThrowAsync<EppBulkException>()).WithMessage("*was begun by REG-1@epp.example:700*");
    }

    [SkippableTheory(Timeout = 60_000)]
    [MemberData(nameof(Kinds))]
    public async Task Secrets_are_erased_and_rows_are_reset_to_pending(StoreKind kind)
    {
        await using var house = await StoreFixture.CreateAsync(kind, server);
        var stores = new Stores(house);
        var store = await stores.OpenAsync();
        await store.AppendAsync(0, Rows(1, 3), default);
        await store.ClaimAsync(3, default);
        await store.WriteAsync(
            [
                EppBulkEntry.End(Ended(1, EppBulkRowState.Failed), forgetsData: true), EppBulkEntry.End(Ended(2, EppBulkRowState.Failed)),
                EppBulkEntry.End(Ended(3, EppBulkRowState.Done)),
            ],
            default);
        await store.CloseAsync(default);

        foreach (var state in new[] { EppBulkRowState.Pending, EppBulkRowState.Started, EppBulkRowState.Done })
        {
            await store.Awaiting(s => s.RequeueAsync(state, null, default).AsTask()).Should().ThrowAsync<ArgumentException>();
        }

        (await store.RequeueAsync(EppBulkRowState.Failed, "key1", default)).Should().Be(1);
        (await store.RequeueAsync(EppBulkRowState.Failed, null, default)).Should().Be(1);

        var claims = await (await stores.OpenAsync()).ClaimAsync(9, default);
        claims.Select(claim => (claim.Number, claim.Row.Data)).Should().Equal((1, string.Empty), (2, "data2"));
    }

    [SkippableTheory(Timeout = 60_000)]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task One_process_at_a_time_works_on_a_job(StoreKind kind)
    {
        await using var house = await StoreFixture.CreateAsync(kind, server);
        var stores = new Stores(house);
        var store = await stores.OpenAsync();

        var second = async () => await stores.OpenAsync();

        (await second.Should().ThrowAsync<EppBulkException>()).WithMessage("*is being worked on*");
        await store.CloseAsync(default);
        await second.Should().NotThrowAsync();
    }

    private static List<EppBulkRow> Rows(int first, int last) => [.. Enumerable.Range(first, last - first + 1).Select(number => new EppBulkRow($"key{number}", $"data{number}"))];

    private static EppBulkResult Ended(int number, EppBulkRowState state) => new()
    {
        Number = number,
        Key = $"key{number}",
        State = state,
        Code = 2400,
        Message = "Message",
        ClientTransactionId = $"ABC-{number}",
        EndedAt = Now,
    };

    private static EppJournalRecord Record(int number) => new()
    {
        Id = $"id{number}",
        Account = "REG-1@epp.example:700",
        ClientTransactionId = $"ABC-{number}",
        WrittenAt = Now,
        RegistryTime = Now.AddSeconds(7),
        Command = "update domain",
        Message = "<epp/>"u8.ToArray(),
    };

    private static async Task<List<EppBulkResult>> ReadAsync(IEppBulkStore store)
    {
        List<EppBulkResult> results = [];
        await foreach (var result in store.ReadResultsAsync(default))
        {
            results.Add(result);
        }

        return results;
    }

    /// <summary>Opens the same job repeatedly, like separate processes.</summary>
    private sealed class Stores(StoreFixture house)
    {
        private readonly EppMemoryBulkStore _memory = new();

        public async Task<IEppBulkStore> OpenAsync(string task = "task", string account = "REG-1@epp.example:700")
        {
            IEppBulkStore store = house.Kind switch
            {
                StoreKind.Sqlite => new EppSqliteBulkStore(await house.OpenSqliteAsync(), "job"),
                StoreKind.Postgres => new EppPostgresBulkStore(await house.OpenPostgresAsync(), "job"),
                _ => _memory,
            };
            await store.OpenAsync(task, account, default);
            return store;
        }
    }
}
