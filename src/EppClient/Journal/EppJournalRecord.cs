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

    /// <summary>What the command does, and its transaction id; never the message.</summary>
    public override string ToString() => $"{Command} (clTRID {ClientTransactionId})";
}
