namespace EppClient.Dk;

/// <summary>The parties that decided about a host.</summary>
[Flags]
public enum DkHostDecider
{
    /// <summary>No party is named.</summary>
    None = 0,

    /// <summary>The registrant of the parent domain.</summary>
    Registrant = 1,

    /// <summary>The requested manager.</summary>
    Manager = 2,
}

/// <summary>A pending registration of a host has been decided.</summary>
public sealed record DkHostRegistrationDecided : DkPollEvent
{
    /// <summary>The decision.</summary>
    public required DkDecision Decision { get; init; }

    /// <summary>Who decided, or did not respond in time.</summary>
    public required DkHostDecider Decider { get; init; }

    /// <summary>The handle of the host's manager; null if the text does not say.</summary>
    public string? Manager { get; init; }

    /// <inheritdoc/>
    public override bool IsTooLate => Decision == DkDecision.NotInTime;
}

/// <summary>The requested manager of a host has decided.</summary>
public sealed record DkHostManagerDecided : DkPollEvent
{
    /// <summary>The handle of the requested manager.</summary>
    public required string Manager { get; init; }

    /// <summary>The decision.</summary>
    public required DkDecision Decision { get; init; }

    /// <inheritdoc/>
    public override bool IsTooLate => Decision == DkDecision.NotInTime;
}

/// <summary>A host was deleted, for example with its parent domain.</summary>
public sealed record DkHostDeleted : DkPollEvent;
