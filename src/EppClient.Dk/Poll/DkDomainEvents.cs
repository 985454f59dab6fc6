using EppClient.Commands;

namespace EppClient.Dk;

/// <summary>The registry's decision on an application for a domain.</summary>
public enum DkApplicationDecision
{
    /// <summary>The domain is registered and active.</summary>
    Activated,

    /// <summary>The domain is registered, and becomes active once the registrant has passed a check.</summary>
    RegisteredUntilChecked,

    /// <summary>The domain was already taken.</summary>
    AlreadyTaken,

    /// <summary>Domain and registrant are under different handling models. No longer among the messages of the guide of 2026-09-08.</summary>
    HandlingMismatch,

    /// <summary>The registrant did not accept the terms in time. No longer among the messages of the guide of 2026-09-08: applications over EPP prove the acceptance.</summary>
    TermsNotAccepted,

    /// <summary>Cancelled, without a reason.</summary>
    Cancelled,
}

/// <summary>The remaining check of the registrant of a new domain, determined from the risk assessment and the text.</summary>
public enum DkRegistrantCheck
{
    /// <summary>The registry did not report it.</summary>
    Unknown,

    /// <summary>Identity and data have been checked.</summary>
    Done,

    /// <summary>The identity need not be checked; the data has been checked.</summary>
    NotNeeded,

    /// <summary>A registrant in Denmark has to pass the checks.</summary>
    InDenmark,

    /// <summary>A registrant outside Denmark has to pass the checks.</summary>
    Abroad,

    /// <summary>The assessment failed: the identity has to be checked.</summary>
    NotAssessed,
}

/// <summary>An application for a domain has been decided.</summary>
public sealed record DkApplicationDecided : DkPollEvent
{
    /// <summary>The decision.</summary>
    public required DkApplicationDecision Decision { get; init; }

    /// <summary>The risk assessment; null if the application failed.</summary>
    public DkRiskAssessment? Risk { get; init; }

    /// <summary>The remaining check of the registrant.</summary>
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

/// <summary>A domain became active, for example because its registrant has passed the check.</summary>
public sealed record DkDomainActivated : DkPollEvent;

/// <summary>A domain was changed by another party.</summary>
public sealed record DkDomainUpdated : DkPollEvent;

/// <summary>A payer of a domain under registrant management has lost the role.</summary>
public sealed record DkPayerRemoved : DkPollEvent
{
    /// <summary>The handle of the former payer.</summary>
    public required string Payer { get; init; }
}

/// <summary>The DS records of a domain were changed by another party.</summary>
public sealed record DkDsRecordsChanged : DkPollEvent;

/// <summary>The name servers of a domain were changed. The registry has dropped its DS records.</summary>
public sealed record DkNameServersChanged : DkPollEvent
{
    /// <summary>The previous name servers.</summary>
    public required IReadOnlyList<EppDomainName> Before { get; init; }

    /// <summary>The new name servers.</summary>
    public required IReadOnlyList<EppDomainName> After { get; init; }
}

/// <summary>A change of registrant that waited for a check has been decided.</summary>
public sealed record DkRegistrantChangeDecided : DkPollEvent
{
    /// <summary>The handle of the requested registrant.</summary>
    public required string Registrant { get; init; }

    /// <summary>The decision.</summary>
    public required DkDecision Decision { get; init; }

    /// <inheritdoc/>
    public override bool IsTooLate => Decision == DkDecision.NotInTime;
}

/// <summary>A domain was added to the account's portfolio or removed from it.</summary>
public sealed record DkPortfolioChanged : DkPollEvent
{
    /// <summary>Whether the account gained the domain; null if neither text nor payload says.</summary>
    public bool? IsGain { get; init; }

    /// <summary>The transfer, if the message has it.</summary>
    public DomainTransferResult? Transfer { get; init; }
}

/// <summary>A domain was deleted. If the account had requested it, the event has an <see cref="DkPollEvent.Outcome"/>.</summary>
public sealed record DkDomainDeleted : DkPollEvent;

/// <summary>Why the registry has suspended a domain.</summary>
public enum DkSuspensionCause
{
    /// <summary>The registrant has not completed the check of identity or data in time. A restore cannot undo it; completing the check late does.</summary>
    RegistrantNotChecked,

    /// <summary>The domain was cancelled. It can be restored for 30 days.</summary>
    Cancelled,

    /// <summary>The term has ended and automatic renewal was off. The domain can be restored for 30 days.</summary>
    SetToExpire,
}

/// <summary>
/// A domain has left the zone and will be deleted. New in the registry's poll message guide of 2026-09-08 (messages 56 to 58). The payload is the domain at
/// that time, with the date of deletion in <see cref="DkDomainInfoResult.DomainAdvisory"/>.
/// </summary>
public sealed record DkDomainSuspended : DkPollEvent
{
    /// <summary>The cause.</summary>
    public required DkSuspensionCause Cause { get; init; }
}

/// <summary>
/// A deletion was stopped: the domain stays, for another year. <see cref="DkPollEvent.Outcome"/> reports a success, which is that of the restore, never that of
/// the deletion.
/// </summary>
public sealed record DkDeletionStopped : DkPollEvent
{
    /// <summary>Whether the domain had been suspended and was restored.</summary>
    public required bool WasRestored { get; init; }
}
