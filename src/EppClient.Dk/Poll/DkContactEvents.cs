namespace EppClient.Dk;

/// <summary>The data of a contact follows a public register, and has changed with it.</summary>
public sealed record DkContactDataUpdated : DkPollEvent;

/// <summary>A contact is gone: it had no role and was not used.</summary>
public sealed record DkContactDeleted : DkPollEvent;

/// <summary>How far a change of e-mail address is.</summary>
public enum DkEmailChangeState
{
    /// <summary>Its owner has to confirm the new address; the old one counts until then.</summary>
    Waiting,

    /// <summary>The new address counts.</summary>
    Confirmed,

    /// <summary>The change was dropped.</summary>
    NotConfirmed,
}

/// <summary>A change of an e-mail address waits for its owner, or has been decided.</summary>
public sealed record DkEmailChange : DkPollEvent
{
    /// <summary>How far it is.</summary>
    public required DkEmailChangeState State { get; init; }

    /// <summary>Whether it is the second address of the contact.</summary>
    public required bool IsSecondary { get; init; }

    /// <summary>The new address. Personal data.</summary>
    public required string Email { get; init; }

    /// <summary>Who verifies the contact; null where the text does not tell.</summary>
    public DkVerificationResponsible? Responsible { get; init; }

    /// <inheritdoc/>
    public override bool IsTooLate => State == DkEmailChangeState.NotConfirmed;
}

/// <summary>What of a contact is checked.</summary>
public enum DkContactCheckKind
{
    /// <summary>Identity and data.</summary>
    IdAndData,

    /// <summary>Identity.</summary>
    Id,

    /// <summary>Data.</summary>
    Data,
}

/// <summary>How far the check of a contact is.</summary>
public enum DkContactCheckState
{
    /// <summary>It has begun: the person has to do something.</summary>
    Required,

    /// <summary>It has been passed.</summary>
    Completed,

    /// <summary>The time has run out: the person's domains are suspended.</summary>
    Expired,

    /// <summary>It has been failed.</summary>
    Rejected,

    /// <summary>It was given up.</summary>
    Cancelled,
}

/// <summary>The check of a contact has begun or ended.</summary>
public sealed record DkContactCheck : DkPollEvent
{
    /// <summary>What is checked.</summary>
    public required DkContactCheckKind Kind { get; init; }

    /// <summary>How far it is.</summary>
    public required DkContactCheckState State { get; init; }

    /// <summary>Who checks; null where the text does not tell.</summary>
    public DkVerificationResponsible? Responsible { get; init; }

    /// <inheritdoc/>
    public override bool IsTooLate => State == DkContactCheckState.Expired;
}

/// <summary>Mail to a contact came back.</summary>
public sealed record DkEmailBounced : DkPollEvent
{
    /// <summary>Whether it is the second address of the contact.</summary>
    public required bool IsSecondary { get; init; }

    /// <summary>The address. Personal data.</summary>
    public required string Email { get; init; }

    /// <summary>The registry's word for why: antispam, bad_checksum, config, failed, unknown, or another.</summary>
    public required string Cause { get; init; }
}
