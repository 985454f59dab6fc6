using EppClient.Dk.AspNetCore;
using EppClient.Stores.Tests.Servers;
using EppClient.TestSupport.Servers;

namespace EppClient.Stores.Tests.Contracts;

[Collection(SharedPostgres.Name)]
public sealed class TransferSessionStoreTests(PostgresServer server)
{
    private const int Timeout = 60_000;
    private static readonly DateTimeOffset Now = new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);

    [SkippableTheory(Timeout = Timeout)]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task Record_is_read_as_it_was_written_also_after_a_restart(StoreKind kind)
    {
        await using var house = await StoreFixture.CreateAsync(kind, server);
        var record = Record("1", "a.dk", "b.dk");

        (await (await OpenAsync(house)).TryAddAsync(record, default)).Should().BeTrue();
        var reopened = await OpenAsync(house);

        (await reopened.FindAsync("1", default)).Should().BeEquivalentTo(record);
        (await reopened.FindByLinkAsync("link-1", default)).Should().BeEquivalentTo(record);
        (await reopened.FindByDomainAsync("b.dk", default)).Should().Be("1");
        (await reopened.FindAsync("2", default)).Should().BeNull();
        (await reopened.FindByLinkAsync("link-2", default)).Should().BeNull();
        (await reopened.FindByDomainAsync("c.dk", default)).Should().BeNull();
    }

    [SkippableTheory(Timeout = Timeout)]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task Domain_is_in_one_active_record(StoreKind kind)
    {
        await using var house = await StoreFixture.CreateAsync(kind, server);
        var store = await OpenAsync(house);
        await store.TryAddAsync(Record("1", "a.dk", "b.dk"), default);

        (await store.TryAddAsync(Record("2", "c.dk", "b.dk"), default)).Should().BeFalse();
        (await store.FindAsync("2", default)).Should().BeNull("nothing of it is stored");
        (await store.FindActiveAsync(["c.dk"], default)).Should().BeEmpty();
        (await store.FindActiveAsync(["b.dk", "c.dk", "a.dk"], default)).Should().Equal("1");

        (await store.TryUpdateAsync(Record("1", "a.dk", "b.dk") with { IsActive = false, DueAt = null, LinkHash = null }, default)).Should().BeTrue();
        (await store.TryAddAsync(Record("2", "c.dk", "b.dk"), default)).Should().BeTrue();
        (await store.FindByDomainAsync("b.dk", default)).Should().Be("2", "it is the active one");
        (await store.FindByDomainAsync("a.dk", default)).Should().Be("1");
    }

    [SkippableTheory(Timeout = Timeout)]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task One_of_several_writers_succeeds(StoreKind kind)
    {
        await using var house = await StoreFixture.CreateAsync(kind, server);
        var store = await OpenAsync(house);

        // Also the first use of the tables, by all at once.
        var added = await Task.WhenAll(Enumerable.Range(1, 20).Select(number => store.TryAddAsync(Record($"{number}", "a.dk", $"b{number}.dk", "c.dk"), default).AsTask()));
        added.Count(isAdded => isAdded).Should().Be(1);
        var id = $"{Array.IndexOf(added, true) + 1}";

        var updated = await Task.WhenAll(Enumerable.Range(1, 20).Select(number => store.TryUpdateAsync(Record(id, "a.dk") with { Content = $"content {number}" }, default).AsTask()));
        updated.Count(isUpdated => isUpdated).Should().Be(1);
        var stored = (await store.FindAsync(id, default))!;
        (stored.Version, stored.Content).Should().Be((2, $"content {Array.IndexOf(updated, true) + 1}"));
        (await store.TryUpdateAsync(stored with { Content = "next" }, default)).Should().BeTrue();
        (await store.TryUpdateAsync(Record("unknown", "a.dk"), default)).Should().BeFalse();
    }

    [SkippableTheory(Timeout = Timeout)]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task Due_records_are_found_in_order_and_old_ones_deleted_unless_they_are_active(StoreKind kind)
    {
        await using var house = await StoreFixture.CreateAsync(kind, server);
        var store = await OpenAsync(house);
        await store.TryAddAsync(Record("1", "a.dk") with { DueAt = Now.AddSeconds(2) }, default);
        await store.TryAddAsync(Record("2", "b.dk") with { DueAt = Now.AddSeconds(1) }, default);
        await store.TryAddAsync(Record("3", "c.dk") with { DueAt = null }, default);
        await store.TryAddAsync(Record("4", "d.dk") with { DueAt = Now.AddSeconds(3) }, default);

        (await store.FindDueAsync(Now, 10, default)).Should().BeEmpty();
        (await store.FindDueAsync(Now.AddSeconds(2), 10, default)).Should().Equal("2", "1");
        (await store.FindDueAsync(Now.AddDays(1), 2, default)).Should().Equal("2", "1");

        await store.TryUpdateAsync(Record("3", "c.dk") with { IsActive = false }, default);
        await store.DeleteOldAsync(Now.AddDays(29), default);
        (await store.FindAsync("3", default)).Should().NotBeNull();
        await store.DeleteOldAsync(Now.AddDays(30), default);
        (await store.FindAsync("3", default)).Should().BeNull();
        (await store.FindByDomainAsync("c.dk", default)).Should().BeNull();
        (await store.FindAsync("1", default)).Should().NotBeNull();
    }

    private static async Task<IDkTransferSessionStore> OpenAsync(StoreFixture house) => new DkTransferSessionDatabase(
        house.Kind == StoreKind.Sqlite ? (await house.OpenSqliteAsync()).Source : (await house.OpenPostgresAsync()).Source);

    private static DkTransferSessionRecord Record(string id, params string[] domains) => new(id, 1, $"link-{id}", domains, IsActive: true, Now, Now.AddDays(30), $"content of {id}");
}
