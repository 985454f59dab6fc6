namespace EppClient;

/// <summary>A command that waits for somebody's decision, as a store keeps it. It holds no personal data and no secrets.</summary>
public sealed record EppOperationRecord
{
    /// <summary>The client's transaction id of the command, unique among all: the key.</summary>
    public required string ClientTransactionId { get; init; }

    /// <summary>The registry's transaction id; null while the answer to the command is not known.</summary>
    public string? ServerTransactionId { get; init; }

    /// <summary>What the command does, such as <c>DomainCreate</c>.</summary>
    public required string Command { get; init; }

    /// <summary>What it is about, such as a domain's name.</summary>
    public required string Subject { get; init; }

    /// <summary>When it was sent.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>By when the decision should have come.</summary>
    public required DateTimeOffset DueAt { get; init; }
}
