using EppClient.Bulk;
using EppClient.Commands;
using EppClient.Dk;
using EppClient.Dk.Testing;
using EppClient.PostgreSql;
using EppClient.Sqlite;
using EppClient.Stores.Tests.Servers;
using EppClient.TestHelper.Bulk;
using EppClient.TestSupport.Servers;
using EppClient.Testing.Server;

namespace EppClient.Stores.Tests.Contracts;

/// <summary>The sending machine, the reconciling machine and the database have different clocks.</summary>
[Collection(SharedPostgres.Name)]
public sealed class ClockTests(PostgresServer server)
{
    private const string HostName = "ns1.eksempel.example.com";

    public static TheoryData<StoreKind, int, int> Clocks
    {
        get
        {
            var data = new TheoryData<StoreKind, int, int>();
            foreach (var kind in new[] { StoreKind.Sqlite, StoreKind.Postgres })
            {
                data.Add(kind, 300, 0);
                data.Add(kind, -300, 0);
                data.Add(kind, 0, 300);
                data.Add(kind, 0, -300);
            }

            return data;
        }
    }

    [SkippableTheory(Timeout = 60_000)]
    [MemberData(nameof(Clocks))]
    public async Task Executed_command_is_reconciled_as_applied_by_a_machine_with_a_different_clock(StoreKind kind, int writer, int reader)
    {
        await using var house = await StoreFixture.CreateAsync(kind, server);
        await using var registry = DkTestRegistry.Start();
        await using (var dying = Pool(registry, await JournalAsync(house), writer))
        {
            await dying.SendAsync(new HostCheck(HostName));
            registry.Server.InjectFault(EppServerFault.LoseResponse);
            (await dying.SendForOutcomeAsync(new HostCreate { Name = HostName })).Should().BeOfType<EppOutcomeUnknown>();
        }

        await using var next = Pool(registry, await JournalAsync(house), reader);
        var findings = await next.ReconcileJournalAsync();

        findings.Should().ContainSingle().Which.Reconciliation!.Status.Should().Be(EppReconciliationStatus.Applied);
    }

    [SkippableTheory(Timeout = 60_000)]
    [MemberData(nameof(Clocks))]
    public async Task Executed_row_is_reconciled_as_done_by_a_machine_with_a_different_clock(StoreKind kind, int writer, int reader)
    {
        await using var house = await StoreFixture.CreateAsync(kind, server);
        await using var registry = DkTestRegistry.Start();
        var task = EppBulkTask.ForEachRow("create host", row => new HostCreate { Name = row.Key });
        var rows = new[] { new EppBulkRow(HostName, string.Empty) };

        // The registry cannot be queried, so the row stays started.
        await using (var dying = Pool(registry, journal: null, writer))
        {
            var lost = EppBulkTask.ForEachRow("create host", async (row, client, token) =>
            {
                await client.SendAsync(new HostCheck(row.Key), token);
                registry.Server.InjectFault(EppServerFault.WithholdResponse);
                return new HostCreate { Name = row.Key };
            });
            var job = new EppBulkJob(dying, await StoreAsync(house), lost).RunAsync(rows.ToAsyncEnumerable());
            await Eventually.HoldsAsync(() => registry.Registry.FindHost(HostName) is not null);
            await dying.DisposeAsync();
            await job.Awaiting(running => running).Should().ThrowAsync<EppBulkStoppedException>();
        }

        await using var next = Pool(registry, journal: null, reader);
        var end = await new EppBulkJob(next, await StoreAsync(house), task).RunAsync(rows.ToAsyncEnumerable());

        end.Done.Should().Be(1, "the registry rejects a second create");
    }

    [SkippableTheory(Timeout = 60_000)]
    [InlineData(StoreKind.Sqlite, 3600)]
    [InlineData(StoreKind.Sqlite, -3600)]
    [InlineData(StoreKind.Postgres, 3600)]
    [InlineData(StoreKind.Postgres, -3600)]
    public async Task Record_has_the_earlier_of_the_client_and_database_times(StoreKind kind, int secondsAhead)
    {
        await using var house = await StoreFixture.CreateAsync(kind, server);
        await using var registry = DkTestRegistry.Start();
        var journal = await JournalAsync(house);
        await using var pool = Pool(registry, journal, 0);
        var now = TimeProvider.System.GetUtcNow();
        await journal.RecordAsync(
            new EppJournalRecord
            {
                Id = "1",
                Account = pool.Account,
                ClientTransactionId = "C-1",
                WrittenAt = now.AddSeconds(secondsAhead),
                Command = "unknown",
                Message = "<epp xmlns='urn:ietf:params:xml:ns:epp-1.0'><command/></epp>"u8.ToArray(),
            },
            default);

        var finding = (await pool.ReconcileJournalAsync()).Should().ContainSingle().Subject;

        finding.Record.WrittenAt.Should().BeCloseTo(secondsAhead > 0 ? now : now.AddSeconds(secondsAhead), TimeSpan.FromMinutes(1));
    }

    private static EppSessionPool Pool(DkTestRegistry registry, IEppCommandJournal? journal, int secondsAhead) => new(
        new EppOptions
        {
            Host = registry.Host,
            Port = registry.Port,
            ClientId = registry.User,
            Password = registry.Password,
            SponsorId = registry.Account,
            Recovery = new EppRecoveryOptions { Journal = journal },
            Profile = DkProfile.Current with { ReconciliationDelay = TimeSpan.Zero },
            Timeouts = new EppTimeoutOptions { Logout = TimeSpan.FromMilliseconds(100) },
            Tls = new EppTlsOptions { TrustedRoots = [registry.CaCertificate] },
            Observability = new EppObservabilityOptions { MaxClockSkew = Timeout.InfiniteTimeSpan },
        },
        timeProvider: new BulkWork.ShiftedClock(TimeSpan.FromSeconds(secondsAhead)));

    private static async Task<IEppCommandJournal> JournalAsync(StoreFixture house) => house.Kind == StoreKind.Sqlite
        ? new EppSqliteJournal(await house.OpenSqliteAsync(), "worker")
        : new EppPostgresJournal(await house.OpenPostgresAsync(), "worker");

    private static async Task<IEppBulkStore> StoreAsync(StoreFixture house) => house.Kind == StoreKind.Sqlite
        ? new EppSqliteBulkStore(await house.OpenSqliteAsync(), "job")
        : new EppPostgresBulkStore(await house.OpenPostgresAsync(), "job");
}
