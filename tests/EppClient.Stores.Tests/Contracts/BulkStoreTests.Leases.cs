using EppClient.Bulk;
using EppClient.PostgreSql;
using EppClient.Stores.Tests.Servers;
using Npgsql;

namespace EppClient.Stores.Tests.Contracts;

/// <content>Processes that share the rows of a job in PostgreSQL.</content>
public sealed partial class BulkStoreTests
{
    [SkippableFact(Timeout = 60_000)]
    public async Task Processes_share_rows_and_claim_those_of_a_process_whose_lease_has_expired()
    {
        await using var house = await StoreFixture.CreateAsync(StoreKind.Postgres, server);
        var stores = new Stores(house);
        var (silent, other) = (await stores.OpenAsync(), await stores.OpenAsync());
        await silent.AppendAsync(0, Rows(1, 6), default);
        (await silent.ClaimAsync(3, default)).Should().HaveCount(3);
        (await other.ClaimAsync(1, default)).Select(claim => claim.Number).Should().Equal(4);
        await silent.WriteAsync([EppBulkEntry.Start(2, Record(2))], default);

        // The lease is measured by the database's clock, so the test changes the lease.
        await using var source = NpgsqlDataSource.Create(house.ConnectionString!);
        await using var command = source.CreateCommand("UPDATE epp_bulk_owner SET leased_until = leased_until - interval '1 hour'");
        await command.ExecuteNonQueryAsync();
        await other.RenewLeaseAsync(default);

        (await other.ClaimAsync(2, default)).Select(claim => (claim.Number, claim.Started?.ClientTransactionId)).Should().Equal((2, "ABC-2"), (1, null));
        (await silent.WriteAsync([EppBulkEntry.Start(1, Record(1)), EppBulkEntry.Start(3, Record(3))], default)).Should().BeEquivalentTo([1L, 3L], "no command is sent for rows that belong to another process or are released");
        await silent.RenewLeaseAsync(default);
        (await silent.ClaimAsync(9, default)).Select(claim => claim.Number).Should().Equal(3, 5, 6);
        (await other.WriteAsync([EppBulkEntry.Start(1, Record(1))], default)).Should().BeEmpty();
    }

    [SkippableTheory(Timeout = 60_000)]
    [InlineData(1, true)]
    [InlineData(0.999, false)]
    [InlineData(3600, true)]
    [InlineData(3600.001, false)]
    public async Task Lease_must_be_between_one_second_and_one_hour(double seconds, bool isAllowed)
    {
        await using var house = await StoreFixture.CreateAsync(StoreKind.Postgres, server);
        var database = await house.OpenPostgresAsync();

        var open = async () => await new EppPostgresBulkStore(database, "job", TimeSpan.FromSeconds(seconds)).OpenAsync("task", "REG-1", default);

        if (isAllowed)
        {
            await open.Should().NotThrowAsync();
        }
        else
        {
            await open.Should().ThrowAsync<ArgumentException>().WithMessage("*lease*");
        }
    }

    [SkippableFact(Timeout = 60_000)]
    public async Task Closing_a_job_releases_the_lease()
    {
        await using var house = await StoreFixture.CreateAsync(StoreKind.Postgres, server);
        var store = await new Stores(house).OpenAsync();
        await using var source = NpgsqlDataSource.Create(house.ConnectionString!);
        await using var command = source.CreateCommand("SELECT count(*) FROM epp_bulk_owner");
        (await command.ExecuteScalarAsync()).Should().Be(1L);

        await store.CloseAsync(default);

        (await command.ExecuteScalarAsync()).Should().Be(0L);
    }

    [SkippableFact(Timeout = 60_000)]
    public async Task Lost_row_is_not_claimed_again_by_the_process_before_its_worker_is_notified()
    {
        await using var house = await StoreFixture.CreateAsync(StoreKind.Postgres, server);
        var store = await new Stores(house).OpenAsync();
        await store.AppendAsync(0, Rows(1, 1), default);
        await store.ClaimAsync(1, default);
        await using var source = NpgsqlDataSource.Create(house.ConnectionString!);
        await using var command = source.CreateCommand("UPDATE epp_bulk_owner SET leased_until = leased_until - interval '1 hour'");
        await command.ExecuteNonQueryAsync();

        (await store.ClaimAsync(1, default)).Should().BeEmpty();
        (await store.WriteAsync([EppBulkEntry.Start(1, Record(1))], default)).Should().Equal(1);
        (await store.ClaimAsync(1, default)).Should().ContainSingle();
    }

    [SkippableFact(Timeout = 60_000)]
    public async Task Rows_claimed_after_the_lease_expired_are_released_when_the_process_dies()
    {
        await using var house = await StoreFixture.CreateAsync(StoreKind.Postgres, server);
        var stores = new Stores(house);
        var (dying, other) = (await stores.OpenAsync(), await stores.OpenAsync());
        await dying.AppendAsync(0, Rows(1, 6), default);
        await dying.ClaimAsync(2, default);
        await EndLeasesAsync(house);
        await other.RenewLeaseAsync(default);
        (await other.ClaimAsync(2, default)).Select(claim => claim.Number).Should().Equal(1, 2);

        // It has not detected that yet, and dies before its next renewal.
        (await dying.ClaimAsync(2, default)).Select(claim => claim.Number).Should().Equal(3, 4);
        await EndLeasesAsync(house);
        await other.RenewLeaseAsync(default);

        (await other.ClaimAsync(9, default)).Select(claim => claim.Number).Should().Equal(3, 4, 5, 6);
    }

    [SkippableFact(Timeout = 60_000)]
    public async Task Rows_whose_owner_has_no_lease_are_released()
    {
        await using var house = await StoreFixture.CreateAsync(StoreKind.Postgres, server);
        var stores = new Stores(house);
        var (dead, other) = (await stores.OpenAsync(), await stores.OpenAsync());
        await dead.AppendAsync(0, Rows(1, 4), default);
        await dead.ClaimAsync(2, default);
        await dead.WriteAsync([EppBulkEntry.Start(2, Record(2))], default);
        await using var source = NpgsqlDataSource.Create(house.ConnectionString!);
        await using var command = source.CreateCommand("DELETE FROM epp_bulk_owner");
        await command.ExecuteNonQueryAsync();

        List<long> claimed = [];
        while (await other.ClaimAsync(1, default) is [var claim])
        {
            claimed.Add(claim.Number);
        }

        claimed.Should().Equal(3, 4, 2, 1);
    }

    [SkippableFact(Timeout = 60_000)]
    public async Task Renewal_reports_that_the_lease_has_ended_and_the_job_can_be_reopened()
    {
        await using var house = await StoreFixture.CreateAsync(StoreKind.Postgres, server);
        var stores = new Stores(house);
        var (silent, other) = (await stores.OpenAsync(), await stores.OpenAsync());
        await silent.AppendAsync(0, Rows(1, 1), default);
        await silent.ClaimAsync(1, default);
        (await silent.TryRenewLeaseAsync(default)).Should().BeTrue();
        await EndLeasesAsync(house);
        (await silent.TryRenewLeaseAsync(default)).Should().BeTrue("no other process has claimed its rows");
        await EndLeasesAsync(house);
        await other.RenewLeaseAsync(default);
        (await other.ClaimAsync(1, default)).Should().ContainSingle();

        (await silent.TryRenewLeaseAsync(default)).Should().BeFalse();

        await silent.CloseAsync(default);
        await silent.OpenAsync("task", "REG-1@epp.example:700", default);
        (await silent.TryRenewLeaseAsync(default)).Should().BeTrue();
        (await silent.ClaimAsync(1, default)).Should().BeEmpty("the row belongs to the other process");
    }

    [SkippableTheory(Timeout = 120_000)]
    [InlineData("serializable", false)]
    [InlineData("serializable", true)]
    [InlineData("repeatable read", true)]
    public async Task Processes_share_a_job_at_any_default_isolation_level_of_the_database(string level, bool overOwnConnections)
    {
        const int Count = 400;
        await using var house = await StoreFixture.CreateAsync(StoreKind.Postgres, server);
        await using (var source = NpgsqlDataSource.Create(house.ConnectionString!))
        await using (var command = source.CreateCommand($"ALTER DATABASE {new NpgsqlConnectionStringBuilder(house.ConnectionString).Database} SET default_transaction_isolation = '{level}'"))
        {
            await command.ExecuteNonQueryAsync();
        }

        // The caller's connections keep their isolation level.
        await using var own = NpgsqlDataSource.Create(house.ConnectionString!);
        var database = overOwnConnections ? await EppPostgresDatabase.OpenAsync(own) : await house.OpenPostgresAsync();
        EppPostgresBulkStore[] opened = [.. Enumerable.Range(0, 4).Select(_ => new EppPostgresBulkStore(database, "job"))];
        await Task.WhenAll(opened.Select(store => store.OpenAsync("task", "REG-1@epp.example:700", default).AsTask()));
        await Task.WhenAll(opened.Select(LoadAsync));
        await Task.WhenAll(opened.Select(WorkAsync));

        (await opened[0].ReadStatusAsync(default)).Should().Be(new EppBulkStatus { Loaded = Count, LastKey = $"key{Count}", IsLoaded = true, Done = Count });

        // Each process loads the input, as separate machines may do.
        static async Task LoadAsync(IEppBulkStore store)
        {
            for (var last = 0L; last < Count;)
            {
                last = await store.AppendAsync(last, Rows((int)last + 1, (int)Math.Min(last + 20, Count)), default);
            }

            await store.CompleteLoadingAsync(default);
        }

        static async Task WorkAsync(IEppBulkStore store)
        {
            while (!(await store.ReadStatusAsync(default)).IsComplete)
            {
                foreach (var claim in await store.ClaimAsync(7, default))
                {
                    (await store.WriteAsync([EppBulkEntry.Start(claim.Number, Record((int)claim.Number))], default)).Should().BeEmpty();
                    (await store.TryRenewLeaseAsync(default)).Should().BeTrue();
                    (await store.WriteAsync([EppBulkEntry.End(Ended((int)claim.Number, EppBulkRowState.Done))], default)).Should().BeEmpty();
                }
            }
        }
    }

    /// <summary>The lease is measured by the database's clock, so the test changes the leases.</summary>
    private static async Task EndLeasesAsync(StoreFixture house)
    {
        await using var source = NpgsqlDataSource.Create(house.ConnectionString!);
        await using var command = source.CreateCommand("UPDATE epp_bulk_owner SET leased_until = leased_until - interval '1 hour'");
        await command.ExecuteNonQueryAsync();
    }
}
