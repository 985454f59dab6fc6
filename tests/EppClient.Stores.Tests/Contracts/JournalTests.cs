using EppClient.PostgreSql;
using EppClient.Sqlite;
using EppClient.Stores.Tests.Servers;
using EppClient.TestSupport.Servers;

namespace EppClient.Stores.Tests.Contracts;

[Collection(SharedPostgres.Name)]
public sealed class JournalTests(PostgresServer server)
{
    [SkippableTheory(Timeout = 60_000)]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task Record_is_stored_in_full_until_it_is_completed(StoreKind kind)
    {
        await using var house = await StoreFixture.CreateAsync(kind, server);
        var journal = await OpenAsync(house);
        var (first, second) = (Record("1"), Record("2"));
        await journal.RecordAsync(first, default);
        await journal.RecordAsync(second, default);

        var read = await journal.ReadIncompleteAsync(default);
        read.Should().BeEquivalentTo([first, second], options => options.WithStrictOrdering().ComparingByMembers<EppJournalRecord>().Excluding(record => record.Message));
        read[0].Message.ToArray().Should().Equal(first.Message.ToArray());

        await journal.CompleteAsync("1", default);
        await journal.CompleteAsync("unknown", default);

        (await journal.ReadIncompleteAsync(default)).Select(record => record.Id).Should().Equal("2");
    }

    [SkippableTheory(Timeout = 60_000)]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task Records_are_available_to_their_owner_only_after_a_restart(StoreKind kind)
    {
        await using var house = await StoreFixture.CreateAsync(kind, server);
        await (await OpenAsync(house)).RecordAsync(Record("1"), default);

        (await (await OpenAsync(house)).ReadIncompleteAsync(default)).Should().ContainSingle();
        (await (await OpenAsync(house, "another")).ReadIncompleteAsync(default)).Should().BeEmpty();
    }

    [SkippableTheory(Timeout = 60_000)]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task Concurrent_callers_record_and_complete(StoreKind kind)
    {
        await using var house = await StoreFixture.CreateAsync(kind, server);
        var journal = await OpenAsync(house);

        await Task.WhenAll(Enumerable.Range(0, 40).Select(async number =>
        {
            await journal.RecordAsync(Record($"{number}"), default);
            if (number % 2 == 0)
            {
                await journal.CompleteAsync($"{number}", default);
            }
        }));

        (await journal.ReadIncompleteAsync(default)).Should().HaveCount(20);
    }

    [Fact(Timeout = 60_000)]
    public async Task Sqlite_failure_is_reported_as_a_journal_failure_with_the_file_name()
    {
        await using var house = await StoreFixture.CreateAsync(StoreKind.Sqlite, server);
        var journal = await OpenAsync(house);
        await journal.RecordAsync(Record("1"), default);

        var again = async () => await journal.RecordAsync(Record("1"), default);

        (await again.Should().ThrowAsync<EppJournalException>()).Which.Message.Should().Contain(house.SqlitePath).And.Contain("was not sent");
    }

    [Fact(Timeout = 60_000)]
    public async Task Sqlite_failure_after_the_command_was_sent_does_not_say_that_it_was_not()
    {
        await using var house = await StoreFixture.CreateAsync(StoreKind.Sqlite, server);
        var database = await EppSqliteDatabase.OpenAsync(house.SqlitePath);
        var journal = new EppSqliteJournal(database, "worker");
        await database.DisposeAsync();

        (await journal.Awaiting(one => one.CompleteAsync("1", default).AsTask()).Should().ThrowAsync<EppJournalException>()).Which.Message.Should().NotContain("was not sent");
    }

    [SkippableFact(Timeout = 60_000)]
    public async Task Postgresql_failure_is_reported_as_a_journal_failure()
    {
        await using var house = await StoreFixture.CreateAsync(StoreKind.Postgres, server);
        var database = await EppPostgresDatabase.OpenAsync(house.ConnectionString!);
        var journal = new EppPostgresJournal(database, "worker");
        await database.DisposeAsync();

        await journal.Awaiting(one => one.RecordAsync(Record("1"), default).AsTask()).Should().ThrowAsync<EppJournalException>().WithMessage("*was not sent*");
        (await journal.Awaiting(one => one.CompleteAsync("1", default).AsTask()).Should().ThrowAsync<EppJournalException>()).Which.Message.Should().NotContain("was not sent");
        (await journal.Awaiting(one => one.ReadIncompleteAsync(default).AsTask()).Should().ThrowAsync<EppJournalException>()).Which.Message.Should().NotContain("was not sent");
    }

    private static async Task<IEppCommandJournal> OpenAsync(StoreFixture house, string owner = "worker") => house.Kind switch
    {
        StoreKind.Sqlite => new EppSqliteJournal(await house.OpenSqliteAsync(), owner),
        StoreKind.Postgres => new EppPostgresJournal(await house.OpenPostgresAsync(), owner),
        _ => new EppMemoryJournal(),
    };

    private static EppJournalRecord Record(string id) => new()
    {
        Id = id,
        Account = "REG-1@epp.example:700",
        ClientTransactionId = $"ABC-{id}",
        WrittenAt = new DateTimeOffset(2026, 8, 1, 12, 0, 0, 123, TimeSpan.Zero),
        RegistryTime = new DateTimeOffset(2026, 8, 1, 12, 0, 7, 456, TimeSpan.Zero),
        Command = "create domain",
        Message = "<epp/>"u8.ToArray(),
    };
}
