namespace EppClient.Dk;

/// <summary>Who decided about a host.</summary>
[Flags]
public enum DkHostDecider
{
    /// <summary>Nobody is named.</summary>
    None = 0,

    /// <summary>The registrant of the domain above it.</summary>
    Registrant = 1,

    /// <summary>Who was asked to manage it.</summary>
    Manager = 2,
}

/// <summary>The registration of a host that waited for somebody has been decided.</summary>
public sealed record DkHostRegistrationDecided : DkPollEvent
{
    /// <summary>How.</summary>
    public required DkDecision Decision { get; init; }

    /// <summary>Who decided, or let the time run out.</summary>
    public required DkHostDecider Decider { get; init; }

    /// <summary>The handle of who manages the host now; null where the text does not tell.</summary>
    public string? Manager { get; init; }

    /// <inheritdoc/>
    public override bool IsTooLate => Decision == DkDecision.NotInTime;
}

/// <summary>Who was asked to manage a host has decided.</summary>
public sealed record DkHostManagerDecided : DkPollEvent
{
    /// <summary>The handle of who was asked.</summary>
    public required string Manager { get; init; }

    /// <summary>How.</summary>
    public required DkDecision Decision { get; init; }

    /// <inheritdoc/>
    public override bool IsTooLate => Decision == DkDecision.NotInTime;
}

/// <summary>A host is gone, for instance with the domain above it.</summary>
public sealed record DkHostDeleted : DkPollEvent;
