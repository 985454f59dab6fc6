using Microsoft.Extensions.Time.Testing;

namespace EppClient.Tests.Recovery;

public sealed class EppJournalRecordTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly EppJournalRecord Record = new()
    {
        Id = "1",
        Account = "REG-1@epp.example:700",
        ClientTransactionId = "C-1",
        WrittenAt = Now,
        RegistryTime = Now,
        Command = "create domain",
        Message = "<epp/>"u8.ToArray(),
    };

    public static TheoryData<EppJournalRecord> Others() =>
    [
        Record with { Id = "2" },
        Record with { Account = "REG-2@epp.example:700" },
        Record with { ClientTransactionId = "C-2" },
        Record with { WrittenAt = Now.AddSeconds(1) },
        Record with { RegistryTime = null },
        Record with { Command = "delete domain" },
        Record with { Message = "<epp />"u8.ToArray() },
    ];

    [Theory]
    [MemberData(nameof(Others))]
    public void Records_that_differ_in_any_value_are_not_equal(EppJournalRecord other) => other.Should().NotBe(Record);

    [Fact]
    public void Equality_of_records_ignores_their_age_when_read() =>
        (Record with { }).WithAge(TimeSpan.FromSeconds(5)).Should().Be(Record).And.Subject.GetHashCode().Should().Be(Record.GetHashCode());

    [Theory]
    [InlineData(-10, 100, -100)]
    [InlineData(-10, 5, -10)]
    [InlineData(10, 5, -5)]
    public void Clock_by_which_the_command_is_older_is_used(int writtenSeconds, int ageSeconds, int expectedSeconds)
    {
        var time = new FakeTimeProvider(Now);
        var requested = time.GetTimestamp();
        time.Advance(TimeSpan.FromSeconds(3));

        var record = (Record with { WrittenAt = Now.AddSeconds(writtenSeconds) }).WithAge(TimeSpan.FromSeconds(ageSeconds)).ByClock(time, requested);

        record.WrittenAt.Should().Be(Now.AddSeconds(expectedSeconds), "the age refers to the time at which the store was queried");
    }
}
