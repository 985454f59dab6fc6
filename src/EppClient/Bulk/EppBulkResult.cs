namespace EppClient.Bulk;

/// <summary>What became of a row.</summary>
/// <remarks>Immutable.</remarks>
public sealed record EppBulkResult
{
    /// <summary>Its place in the input, from 1.</summary>
    public required long Number { get; init; }

    /// <summary>Its key.</summary>
    public required string Key { get; init; }

    /// <summary>How far it has come.</summary>
    public required EppBulkRowState State { get; init; }

    /// <summary>The registry's code; 1001 means that it has accepted the command and not decided. Null where there was no answer.</summary>
    public int? Code { get; init; }

    /// <summary>The registry's text, or a sentence of this library's: why nothing was sent, or what shows that it was carried out. Null while it is pending.</summary>
    public string? Message { get; init; }

    /// <summary>The reasons that the registry gave beside its text. Null where it gave none.</summary>
    public string? Reason { get; init; }

    /// <summary>What the task reads out of the registry's answer, such as <c>available</c> or a date. Null where it reads nothing.</summary>
    public string? Answer { get; init; }

    /// <summary>The client's transaction id of the command. Null where none was made.</summary>
    public string? ClientTransactionId { get; init; }

    /// <summary>The registry's transaction id. Null where there was no answer.</summary>
    public string? ServerTransactionId { get; init; }

    /// <summary>When it ended, by the clock of the machine that has worked on it. Null while it is not ended.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The key and the state.</summary>
    public override string ToString() => $"{Key}: {State}{(Code is { } code ? $" ({code})" : string.Empty)}";
}
