using EppClient.Commands;

namespace EppClient.Dk;

/// <summary>How the registry decided an application for a domain.</summary>
public enum DkApplicationDecision
{
    /// <summary>The domain is registered and works.</summary>
    Activated,

    /// <summary>The domain is registered, and works once the registrant has passed a check.</summary>
    RegisteredUntilChecked,

    /// <summary>Somebody else was first.</summary>
    AlreadyTaken,

    /// <summary>Domain and registrant are under different handling models. Not among the messages of the guide of 2026-09-08 any more.</summary>
    HandlingMismatch,

    /// <summary>The registrant did not accept the terms in time. Not among the messages of the guide of 2026-09-08 any more: applications over EPP prove the acceptance.</summary>
    TermsNotAccepted,

    /// <summary>Given up, and no reason is told.</summary>
    Cancelled,
}

/// <summary>What is left to check of the registrant of a new domain: the risk assessment, read together with the text.</summary>
public enum DkRegistrantCheck
{
    /// <summary>The registry did not say.</summary>
    Unknown,

    /// <summary>Identity and data have been checked.</summary>
    Done,

    /// <summary>The identity need not be checked, the data has been.</summary>
    NotNeeded,

    /// <summary>A registrant in Denmark has to pass the checks.</summary>
    InDenmark,

    /// <summary>A registrant outside of Denmark has to pass the checks.</summary>
    Abroad,

    /// <summary>The assessment failed: the identity has to be checked.</summary>
    NotAssessed,
}

/// <summary>An application for a domain has been decided.</summary>
public sealed record DkApplicationDecided : DkPollEvent
{
    /// <summary>How.</summary>
    public required DkApplicationDecision Decision { get; init; }

    /// <summary>The risk that the registry sees; null where the application failed.</summary>
    public DkRiskAssessment? Risk { get; init; }

    /// <summary>What is left to check of the registrant.</summary>
    public DkRegistrantCheck Check => (Decision, Risk) switch
    {
        (_, null) => DkRegistrantCheck.Unknown,
        (_, { } risk) when risk == DkRiskAssessment.NotAssessed => DkRegistrantCheck.NotAssessed,
        (DkApplicationDecision.Activated, { } risk) when risk == DkRiskAssessment.Blue => DkRegistrantCheck.Done,
        (DkApplicationDecision.Activated, { } risk) when risk == DkRiskAssessment.Green => DkRegistrantCheck.NotNeeded,
        (DkApplicationDecision.RegisteredUntilChecked, { } risk) when risk == DkRiskAssessment.Blue => DkRegistrantCheck.InDenmark,
        (DkApplicationDecision.RegisteredUntilChecked, { } risk) when risk == DkRiskAssessment.Red || risk == DkRiskAssessment.Yellow => DkRegistrantCheck.Abroad,
        _ => DkRegistrantCheck.Unknown,
    };

    /// <inheritdoc/>
    public override bool IsTooLate => Decision == DkApplicationDecision.TermsNotAccepted;
}

/// <summary>A domain works from now on, for instance because its registrant has passed the check.</summary>
public sealed record DkDomainActivated : DkPollEvent;

/// <summary>A domain was changed by somebody else.</summary>
public sealed record DkDomainUpdated : DkPollEvent;

/// <summary>A payer of a domain under registrant management has lost the role.</summary>
public sealed record DkPayerRemoved : DkPollEvent
{
    /// <summary>The handle of who was payer.</summary>
    public required string Payer { get; init; }
}

/// <summary>The DS records of a domain were changed by somebody else.</summary>
public sealed record DkDsRecordsChanged : DkPollEvent;

/// <summary>The name servers of a domain were changed. The registry has dropped its DS records.</summary>
public sealed record DkNameServersChanged : DkPollEvent
{
    /// <summary>The name servers before.</summary>
    public required IReadOnlyList<DkDomainName> Before { get; init; }

    /// <summary>The name servers now.</summary>
    public required IReadOnlyList<DkDomainName> After { get; init; }
}

/// <summary>A change of registrant that waited for a check has been decided.</summary>
public sealed record DkRegistrantChangeDecided : DkPollEvent
{
    /// <summary>The handle of the registrant that was wanted.</summary>
    public required string Registrant { get; init; }

    /// <summary>How.</summary>
    public required DkDecision Decision { get; init; }

    /// <inheritdoc/>
    public override bool IsTooLate => Decision == DkDecision.NotInTime;
}

/// <summary>A domain has come into the account's portfolio or left it.</summary>
public sealed record DkPortfolioChanged : DkPollEvent
{
    /// <summary>Whether the account gained the domain; null where neither text nor payload tells.</summary>
    public bool? IsGain { get; init; }

    /// <summary>The transfer, where the message has it.</summary>
    public DomainTransferResult? Transfer { get; init; }
}

/// <summary>A domain is gone. Where the account had asked for it, the event has an <see cref="DkPollEvent.Outcome"/>.</summary>
public sealed record DkDomainDeleted : DkPollEvent;

/// <summary>Why the registry has suspended a domain.</summary>
public enum DkSuspensionCause
{
    /// <summary>The registrant has not completed the check of identity or data in time. A restore cannot undo it; the check, completed late, does.</summary>
    RegistrantNotChecked,

    /// <summary>The domain was cancelled. It can be restored for 30 days.</summary>
    Cancelled,

    /// <summary>The term has ended and the domain was not to be renewed. It can be restored for 30 days.</summary>
    SetToExpire,
}

/// <summary>
/// A domain has left the zone and will be deleted. New in the registry's poll message guide of 2026-09-08 (messages 56 to 58). The payload is the domain as it is
/// then, with the date of deletion in <see cref="DkDomainInfoResult.DomainAdvisory"/>.
/// </summary>
public sealed record DkDomainSuspended : DkPollEvent
{
    /// <summary>Why.</summary>
    public required DkSuspensionCause Cause { get; init; }
}

/// <summary>
/// A deletion was stopped: the domain stays, for another year. <see cref="DkPollEvent.Outcome"/> says that an action succeeded, because the registry counts the
/// restore: it is never the success of the deletion.
/// </summary>
public sealed record DkDeletionStopped : DkPollEvent
{
    /// <summary>Whether the domain had been suspended and was restored.</summary>
    public required bool WasRestored { get; init; }
}
