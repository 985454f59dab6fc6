namespace EppClient.Dk;

/// <summary>The data of a contact follows a public register and has changed with it.</summary>
public sealed record DkContactDataUpdated : DkPollEvent;

/// <summary>A contact was deleted: it had no role and was not used.</summary>
public sealed record DkContactDeleted : DkPollEvent;

/// <summary>The state of a change of an e-mail address.</summary>
public enum DkEmailChangeState
{
    /// <summary>The owner has to confirm the new address; the old one is valid until then.</summary>
    Waiting,

    /// <summary>The new address is valid.</summary>
    Confirmed,

    /// <summary>The change was discarded.</summary>
    NotConfirmed,
}

/// <summary>A change of an e-mail address waits for confirmation by its owner, or has been decided.</summary>
public sealed record DkEmailChange : DkPollEvent
{
    /// <summary>The state of the change.</summary>
    public required DkEmailChangeState State { get; init; }

    /// <summary>Whether it is the secondary address of the contact.</summary>
    public required bool IsSecondary { get; init; }

    /// <summary>The new address. Personal data.</summary>
    public required string Email { get; init; }

    /// <summary>Who verifies the contact; null if the text does not say.</summary>
    public DkVerificationResponsible? Responsible { get; init; }

    /// <inheritdoc/>
    public override bool IsTooLate => State == DkEmailChangeState.NotConfirmed;
}

/// <summary>What is checked about a contact.</summary>
public enum DkContactCheckKind
{
    /// <summary>Identity and data.</summary>
    IdAndData,

    /// <summary>Identity.</summary>
    Id,

    /// <summary>Data.</summary>
    Data,
}

/// <summary>The state of a check of a contact.</summary>
public enum DkContactCheckState
{
    /// <summary>The check has started: the person has to act.</summary>
    Required,

    /// <summary>The check was passed.</summary>
    Completed,

    /// <summary>The check was not completed in time: the person's domains are suspended.</summary>
    Expired,

    /// <summary>The check was failed.</summary>
    Rejected,

    /// <summary>The check was cancelled.</summary>
    Cancelled,
}

/// <summary>The check of a contact has started or ended.</summary>
public sealed record DkContactCheck : DkPollEvent
{
    /// <summary>What is checked.</summary>
    public required DkContactCheckKind Kind { get; init; }

    /// <summary>The state of the check.</summary>
    public required DkContactCheckState State { get; init; }

    /// <summary>Who checks; null if the text does not say.</summary>
    public DkVerificationResponsible? Responsible { get; init; }

    /// <inheritdoc/>
    public override bool IsTooLate => State == DkContactCheckState.Expired;
}

/// <summary>Mail to a contact bounced.</summary>
public sealed record DkEmailBounced : DkPollEvent
{
    /// <summary>Whether it is the secondary address of the contact.</summary>
    public required bool IsSecondary { get; init; }

    /// <summary>The address. Personal data.</summary>
    public required string Email { get; init; }

    /// <summary>The registry's keyword for the cause: antispam, bad_checksum, config, failed, unknown, or another.</summary>
    public required string Cause { get; init; }
}
