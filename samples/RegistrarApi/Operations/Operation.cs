namespace RegistrarApi.Operations;

/// <summary>A change that a customer requested. Its id is the client transaction id of the command, so that logs and the registry's support have it too.</summary>
/// <param name="Id">The id.</param>
/// <param name="Kind">What was requested, such as <c>renew</c>.</param>
/// <param name="Domain">The domain.</param>
/// <param name="State">What is known.</param>
internal sealed record Operation(string Id, string Kind, string Domain, OperationState State)
{
    /// <summary>The reason of a refusal, such as <c>Funds</c>; otherwise null.</summary>
    public string? Reason { get; init; }

    /// <summary>An explanation for people.</summary>
    public string? Detail { get; init; }

    /// <summary>The registry's transaction id; null if there was no response.</summary>
    public string? ServerTransactionId { get; init; }
}

/// <summary>What is known about an operation.</summary>
internal enum OperationState
{
    /// <summary>It is being sent.</summary>
    Started,

    /// <summary>The registry accepted it and decides later.</summary>
    Pending,

    /// <summary>The registry carried it out.</summary>
    Succeeded,

    /// <summary>The registry refused it, and nothing changed.</summary>
    Refused,

    /// <summary>It had no effect; it can be requested again.</summary>
    NotSent,

    /// <summary>The registry may have carried it out; a request for the operation queries the registry.</summary>
    Unknown,
}
