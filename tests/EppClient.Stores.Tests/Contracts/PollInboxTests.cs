using System.Text;
using EppClient.Polling;
using EppClient.PostgreSql;
using EppClient.Sqlite;
using EppClient.Stores.Tests.Servers;
using EppClient.TestSupport.Servers;

namespace EppClient.Stores.Tests.Contracts;

[Collection(SharedPostgres.Name)]
public sealed class PollInboxTests(PostgresServer server)
{
    private static readonly DateTimeOffset Now = new(2026, 8, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly EppPollKey Key = new("REG-1", "42", Now.AddDays(-1));

    [SkippableTheory(Timeout = 60_000)]
    [MemberData(nameof(Kinds))]
    public async Task Attempts_at_an_open_message_are_counted_and_can_be_uncounted(StoreKind kind)
    {
        await using var house = await StoreFixture.CreateAsync(kind, server);
        var inbox = await OpenAsync(house);

        (await inbox.ReceiveAsync(Key, Now, default)).Should().Be(new EppPollEntry(EppPollState.Open, 1));
        (await inbox.ReceiveAsync(Key, Now, default)).Should().Be(new EppPollEntry(EppPollState.Open, 2));
        await inbox.RevertTryAsync(Key, default);
        (await inbox.ReceiveAsync(Key, Now, default)).Should().Be(new EppPollEntry(EppPollState.Open, 2));
        await inbox.RevertTryAsync(Key with { MessageId = "unknown" }, default);
    }

    [SkippableTheory(Timeout = 60_000)]
    [MemberData(nameof(Kinds))]
    public async Task Message_is_handled_when_its_transaction_commits(StoreKind kind)
    {
        await using var house = await StoreFixture.CreateAsync(kind, server);
        var inbox = await OpenAsync(house);
        await inbox.ReceiveAsync(Key, Now, default);

        await (await inbox.BeginAsync(Key, Now, default)).DisposeAsync();
        (await inbox.ReceiveAsync(Key, Now, default)).State.Should().Be(EppPollState.Open, "the transaction was not committed");

        await HandleAsync(inbox, Key);
        (await inbox.ReceiveAsync(Key, Now, default)).Should().Be(new EppPollEntry(EppPollState.Handled, 2));
    }

    [SkippableTheory(Timeout = 60_000)]
    [MemberData(nameof(Kinds))]
    public async Task Second_consumer_cannot_handle_a_message_that_the_first_has_handled(StoreKind kind)
    {
        await using var house = await StoreFixture.CreateAsync(kind, server);
        var inbox = await OpenAsync(house);
        await inbox.ReceiveAsync(Key, Now, default);
        await HandleAsync(inbox, Key);

        var again = () => HandleAsync(inbox, Key);

        (await again.Should().ThrowAsync<EppPollConflictException>()).Which.Key.Should().Be(Key);
    }

    [SkippableTheory(Timeout = 60_000)]
    [MemberData(nameof(Kinds))]
    public async Task Messages_are_identified_by_account_id_and_date(StoreKind kind)
    {
        await using var house = await StoreFixture.CreateAsync(kind, server);
        var inbox = await OpenAsync(house);
        await inbox.ReceiveAsync(Key, Now, default);
        await HandleAsync(inbox, Key);

        foreach (var other in new[] { Key with { Account = "REG-2" }, Key with { MessageId = "43" }, Key with { QueuedAt = Now } })
        {
            (await inbox.ReceiveAsync(other, Now, default)).Should().Be(new EppPollEntry(EppPollState.Open, 1));
        }
    }

    [SkippableTheory(Timeout = 60_000)]
    [MemberData(nameof(Kinds))]
    public async Task Dead_letter_is_listed_in_full_and_can_be_handled_later(StoreKind kind)
    {
        await using var house = await StoreFixture.CreateAsync(kind, server);
        var inbox = await OpenAsync(house);
        await inbox.ReceiveAsync(Key, Now, default);
        var deadLetter = DeadLetter(Key);
        await inbox.DeadLetterAsync(deadLetter, default);

        (await inbox.ReceiveAsync(Key, Now, default)).Should().Be(new EppPollEntry(EppPollState.DeadLettered, 5));
        var listed = (await inbox.ReadDeadLettersAsync(Key.Account, default)).Should().ContainSingle().Subject;
        listed.Should().BeEquivalentTo(deadLetter, options => options.Excluding(message => message.Document));
        listed.Document.ToArray().Should().Equal(deadLetter.Document.ToArray());
        (await inbox.ReadDeadLettersAsync("REG-2", default)).Should().BeEmpty();

        await HandleAsync(inbox, Key);

        (await inbox.ReadDeadLettersAsync(Key.Account, default)).Should().BeEmpty();
        (await inbox.ReceiveAsync(Key, Now, default)).State.Should().Be(EppPollState.Handled);
    }

    [SkippableTheory(Timeout = 60_000)]
    [MemberData(nameof(Kinds))]
    public async Task Dead_letters_are_counted_and_found_by_key(StoreKind kind)
    {
        await using var house = await StoreFixture.CreateAsync(kind, server);
        var inbox = await OpenAsync(house);
        var (open, other) = (Key with { MessageId = "43" }, Key with { Account = "REG-2" });
        foreach (var key in new[] { Key, open, other })
        {
            await inbox.ReceiveAsync(key, Now, default);
        }

        await inbox.DeadLetterAsync(DeadLetter(Key), default);
        await inbox.DeadLetterAsync(DeadLetter(other), default);

        (await inbox.CountDeadLettersAsync(Key.Account, default)).Should().Be(1);
        (await inbox.CountDeadLettersAsync("REG-3", default)).Should().Be(0);
        (await inbox.FindDeadLetterAsync(Key, default))!.Document.ToArray().Should().Equal(DeadLetter(Key).Document.ToArray());
        (await inbox.FindDeadLetterAsync(open, default)).Should().BeNull();
        (await inbox.FindDeadLetterAsync(Key with { QueuedAt = Now }, default)).Should().BeNull();

        await HandleAsync(inbox, Key);

        (await inbox.CountDeadLettersAsync(Key.Account, default)).Should().Be(0);
        (await inbox.FindDeadLetterAsync(Key, default)).Should().BeNull();
    }

    [SkippableTheory(Timeout = 60_000)]
    [MemberData(nameof(Kinds))]
    public async Task Dead_letters_are_listed_in_the_order_in_which_they_were_dead_lettered(StoreKind kind)
    {
        await using var house = await StoreFixture.CreateAsync(kind, server);
        var inbox = await OpenAsync(house);
        var (first, second) = (Key with { MessageId = "1" }, Key with { MessageId = "2" });
        await inbox.ReceiveAsync(first, Now, default);
        await inbox.ReceiveAsync(second, Now, default);

        await inbox.DeadLetterAsync(DeadLetter(second), default);
        await inbox.DeadLetterAsync(DeadLetter(first) with { DeadLetteredAt = Now.AddSeconds(1) }, default);

        (await inbox.ReadDeadLettersAsync(Key.Account, default)).Select(message => message.Key).Should().Equal(second, first);
    }

    [SkippableTheory(Timeout = 60_000)]
    [MemberData(nameof(Kinds))]
    public async Task Dropped_message_counts_as_handled(StoreKind kind)
    {
        await using var house = await StoreFixture.CreateAsync(kind, server);
        var inbox = await OpenAsync(house);
        await inbox.ReceiveAsync(Key, Now, default);
        (await inbox.DeleteDeadLetterAsync(Key, Now, default)).Should().BeFalse("it is not a dead letter");
        await inbox.DeadLetterAsync(DeadLetter(Key), default);

        (await inbox.DeleteDeadLetterAsync(Key, Now, default)).Should().BeTrue();

        (await inbox.ReceiveAsync(Key, Now, default)).State.Should().Be(EppPollState.Handled);
        (await inbox.ReadDeadLettersAsync(Key.Account, default)).Should().BeEmpty();
    }

    [SkippableTheory(Timeout = 60_000)]
    [MemberData(nameof(Kinds))]
    public async Task Handled_message_cannot_be_dead_lettered(StoreKind kind)
    {
        await using var house = await StoreFixture.CreateAsync(kind, server);
        var inbox = await OpenAsync(house);
        await inbox.ReceiveAsync(Key, Now, default);
        await HandleAsync(inbox, Key);

        var park = async () => await inbox.DeadLetterAsync(DeadLetter(Key), default);

        await park.Should().ThrowAsync<EppPollConflictException>();
    }

    [SkippableTheory(Timeout = 60_000)]
    [MemberData(nameof(Kinds))]
    public async Task Only_messages_handled_before_the_given_time_are_deleted(StoreKind kind)
    {
        await using var house = await StoreFixture.CreateAsync(kind, server);
        var inbox = await OpenAsync(house);
        var (deadLetter, open, other) = (Key with { MessageId = "1" }, Key with { MessageId = "2" }, Key with { Account = "REG-2" });
        foreach (var key in new[] { Key, deadLetter, open, other })
        {
            await inbox.ReceiveAsync(key, Now, default);
        }

        await HandleAsync(inbox, Key);
        await HandleAsync(inbox, other);
        await inbox.DeadLetterAsync(DeadLetter(deadLetter), default);

        (await inbox.PruneAsync(Key.Account, Now, default)).Should().Be(0, "it was not handled before that time");
        (await inbox.PruneAsync(Key.Account, Now.AddSeconds(1), default)).Should().Be(1);

        (await inbox.ReceiveAsync(Key, Now, default)).Should().Be(new EppPollEntry(EppPollState.Open, 1));
        (await inbox.ReceiveAsync(deadLetter, Now, default)).State.Should().Be(EppPollState.DeadLettered);
        (await inbox.ReceiveAsync(open, Now, default)).Should().Be(new EppPollEntry(EppPollState.Open, 2));
        (await inbox.ReceiveAsync(other, Now, default)).State.Should().Be(EppPollState.Handled);
    }

    [SkippableTheory(Timeout = 60_000)]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task Message_state_survives_a_restart(StoreKind kind)
    {
        await using var house = await StoreFixture.CreateAsync(kind, server);
        var before = await OpenAsync(house);
        await before.ReceiveAsync(Key, Now, default);
        await HandleAsync(before, Key);

        var after = await OpenAsync(house);

        (await after.ReceiveAsync(Key, Now, default)).State.Should().Be(EppPollState.Handled);
    }

    public static TheoryData<StoreKind> Kinds { get; } = [StoreKind.Memory, StoreKind.Sqlite, StoreKind.Postgres];

    private static async Task HandleAsync(IEppPollInbox inbox, EppPollKey key)
    {
        await using var transaction = await inbox.BeginAsync(key, Now, default);
        await transaction.CommitAsync(default);
    }

    private static EppDeadLetter DeadLetter(EppPollKey key) => new()
    {
        Key = key,
        DeadLetteredAt = Now,
        Tries = 5,
        Reason = "System.FormatException: what?",
        Document = Encoding.UTF8.GetBytes("<epp>ø</epp>"),
    };

    private static async Task<IEppPollInbox> OpenAsync(StoreFixture house) => house.Kind switch
    {
        StoreKind.Sqlite => new EppSqlitePollInbox(await house.OpenSqliteAsync()),
        StoreKind.Postgres => new EppPostgresPollInbox(await house.OpenPostgresAsync()),
        _ => new EppMemoryPollInbox(),
    };
}
