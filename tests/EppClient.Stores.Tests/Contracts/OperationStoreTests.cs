using EppClient.PostgreSql;
using EppClient.Sqlite;
using EppClient.Stores.Tests.Servers;
using EppClient.TestSupport.Servers;

namespace EppClient.Stores.Tests.Contracts;

[Collection(SharedPostgres.Name)]
public sealed class OperationStoreTests(PostgresServer server)
{
    [SkippableTheory(Timeout = 60_000)]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task Record_is_stored_replaced_and_removed(StoreKind kind)
    {
        await using var house = await StoreFixture.CreateAsync(kind, server);
        var store = await OpenAsync(house);
        await store.SaveAsync(Record("1"), default);
        await store.SaveAsync(Record("2"), default);
        var responded = Record("1") with { ServerTransactionId = "SV-1" };
        await store.SaveAsync(responded, default);

        (await store.ReadAllAsync(default)).Should().BeEquivalentTo([responded, Record("2")]);

        await store.RemoveAsync("1", default);
        await store.RemoveAsync("unknown", default);

        (await store.ReadAllAsync(default)).Should().Equal(Record("2"));
    }

    [SkippableTheory(Timeout = 60_000)]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task Operations_are_available_to_their_account_only_after_a_restart(StoreKind kind)
    {
        await using var house = await StoreFixture.CreateAsync(kind, server);
        await (await OpenAsync(house)).SaveAsync(Record("1"), default);

        (await (await OpenAsync(house)).ReadAllAsync(default)).Should().Equal(Record("1"));
        (await (await OpenAsync(house, "REG-2")).ReadAllAsync(default)).Should().BeEmpty();
    }

    private static async Task<IEppPendingActionStore> OpenAsync(StoreFixture house, string account = "REG-1") => house.Kind switch
    {
        StoreKind.Sqlite => new EppSqlitePendingActionStore(await house.OpenSqliteAsync(), account),
        StoreKind.Postgres => new EppPostgresPendingActionStore(await house.OpenPostgresAsync(), account),
        _ => new EppMemoryPendingActionStore(),
    };

    private static EppPendingActionRecord Record(string id) => new()
    {
        ClientTransactionId = id,
        Command = "DomainCreate",
        Subject = "a.example",
        SentAt = new DateTimeOffset(2026, 8, 1, 12, 0, 0, TimeSpan.Zero),
        DueAt = new DateTimeOffset(2026, 8, 8, 12, 0, 0, TimeSpan.Zero),
    };
}
