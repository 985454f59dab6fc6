namespace EppClient;

/// <summary>A command as stored in a journal.</summary>
public sealed record EppJournalRecord
{
    /// <summary>The id, unique among all records, including those of other processes.</summary>
    public required string Id { get; init; }

    /// <summary>The account and server that the command was sent with, such as <c>REG-1@epp.example:700</c>. Each pool reconciles its own records.</summary>
    public required string Account { get; init; }

    /// <summary>The client transaction id.</summary>
    public required string ClientTransactionId { get; init; }

    /// <summary>When the command was recorded, before it was sent.</summary>
    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>
    /// The same time by the registry's clock, calculated from its last greeting; null if a journal does not store it. With it, changes at the
    /// registry can be compared with the command independently of the clock of the machine that sent it.
    /// </summary>
    public DateTimeOffset? RegistryTime { get; init; }

    /// <summary>The verb and kind of object, such as <c>create domain</c>.</summary>
    public required string Command { get; init; }

    /// <summary>
    /// The message in UTF-8, without passwords, authorization information and tokens. It may contain personal data, such as the address of a contact.
    /// </summary>
    public required ReadOnlyMemory<byte> Message { get; init; }

    /// <summary>The age of the record when it was read, by the clock of its store; null if the store has no clock.</summary>
    internal TimeSpan? Age { get; private init; }

    /// <summary>
    /// Returns a copy of the record with its age, for journals and stores whose database has a clock. The clocks of the machine that wrote the record
    /// and of the one that reads it may differ; with the age, neither is used to determine the outcome of the command.
    /// </summary>
    /// <param name="age">The time from the insertion of the record to the read, by the database's clock.</param>
    public EppJournalRecord WithAge(TimeSpan age) => this with { Age = age };

    /// <summary>Returns whether both are the same record, regardless of their age when they were read.</summary>
    /// <param name="other">The other record.</param>
    public bool Equals(EppJournalRecord? other) =>
        other is not null && Id == other.Id && Account == other.Account && ClientTransactionId == other.ClientTransactionId && WrittenAt == other.WrittenAt
        && RegistryTime == other.RegistryTime && Command == other.Command && Message.Equals(other.Message);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Account, ClientTransactionId, WrittenAt, RegistryTime, Command, Message);

    /// <summary>
    /// Returns the record with <see cref="WrittenAt"/> by a clock of this machine. If two clocks disagree, the one by which the command is older is
    /// used: the command may have made changes at the registry since then.
    /// </summary>
    /// <param name="time">The clock.</param>
    /// <param name="requested">When the record was requested from the store, as a timestamp of that clock.</param>
    internal EppJournalRecord ByClock(TimeProvider time, long requested)
    {
        if (Age is not { } age)
        {
            return this;
        }

        var written = time.GetUtcNow() - time.GetElapsedTime(requested) - age;
        return this with { WrittenAt = written < WrittenAt ? written : WrittenAt, Age = null };
    }

    /// <summary>The command and its transaction id; never the message.</summary>
    public override string ToString() => $"{Command} (clTRID {ClientTransactionId})";
}
