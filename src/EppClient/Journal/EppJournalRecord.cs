namespace EppClient;

/// <summary>A command as a journal keeps it.</summary>
public sealed record EppJournalRecord
{
    /// <summary>Unique among all records, of other processes too.</summary>
    public required string Id { get; init; }

    /// <summary>Which login at which server sent it, such as <c>REG-1@epp.example:700</c>: each pool reconciles its own.</summary>
    public required string Account { get; init; }

    /// <summary>The client's transaction id.</summary>
    public required string ClientTransactionId { get; init; }

    /// <summary>When it was recorded, which is before it was sent.</summary>
    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>
    /// The same moment by the registry's clock, as its last greeting told; null where a journal does not keep it. With it, what the
    /// registry did is dated against the command without the clock of the machine that sent it.
    /// </summary>
    public DateTimeOffset? RegistryTime { get; init; }

    /// <summary>What the command does, such as <c>create domain</c>.</summary>
    public required string Command { get; init; }

    /// <summary>
    /// The message, in UTF-8, with passwords, authorization information and tokens taken out. It may hold personal data, such as a
    /// contact's address.
    /// </summary>
    public required ReadOnlyMemory<byte> Message { get; init; }

    /// <summary>How old the record was when it was read, by the clock of the store that keeps it; null where that has no clock of its own.</summary>
    internal TimeSpan? Age { get; private init; }

    /// <summary>
    /// The same record with its age, for journals and stores whose database has a clock: the clocks of the machine that wrote the record and of the
    /// one that reads it may differ, and with the age what became of the command is judged by neither.
    /// </summary>
    /// <param name="age">The time from the moment at which the database took the record to the moment at which it was read, by the database's clock.</param>
    public EppJournalRecord WithAge(TimeSpan age) => this with { Age = age };

    /// <summary>Whether both are the same record, however old they were when they were read.</summary>
    /// <param name="other">The other one.</param>
    public bool Equals(EppJournalRecord? other) =>
        other is not null && Id == other.Id && Account == other.Account && ClientTransactionId == other.ClientTransactionId && WrittenAt == other.WrittenAt
        && RegistryTime == other.RegistryTime && Command == other.Command && Message.Equals(other.Message);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Account, ClientTransactionId, WrittenAt, RegistryTime, Command, Message);

    /// <summary>
    /// The record with <see cref="WrittenAt"/> by a clock of this machine. Of two clocks that disagree the one counts by which the command is older: what
    /// the registry did since then may be the command's doing.
    /// </summary>
    /// <param name="time">The clock.</param>
    /// <param name="asked">When the store was asked for the record, as a timestamp of that clock.</param>
    internal EppJournalRecord ByClock(TimeProvider time, long asked)
    {
        if (Age is not { } age)
        {
            return this;
        }

        var written = time.GetUtcNow() - time.GetElapsedTime(asked) - age;
        return this with { WrittenAt = written < WrittenAt ? written : WrittenAt, Age = null };
    }

    /// <summary>What the command does, and its transaction id; never the message.</summary>
    public override string ToString() => $"{Command} (clTRID {ClientTransactionId})";
}
