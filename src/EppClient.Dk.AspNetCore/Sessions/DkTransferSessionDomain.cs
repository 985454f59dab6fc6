namespace EppClient.Dk.AspNetCore;

/// <summary>A domain of a session.</summary>
/// <param name="Name">The name.</param>
/// <param name="TokenExpires">When its token expires.</param>
/// <param name="State">The state.</param>
public sealed record DkTransferSessionDomain(EppDomainName Name, DateTimeOffset TokenExpires, DkTransferDomainState State)
{
    /// <summary>The handle of the registrant in the registrar's portfolio, a copy that the registry created during the transfer; null before.</summary>
    public string? Registrant { get; init; }

    /// <summary>Why the registry refused the transfer; null in other states.</summary>
    public DkRefusalReason? Reason { get; init; }

    /// <summary>The reason why the domain was not transferred, for the registrant; null if it was, or if that is not decided.</summary>
    public DkFastTrackText? Explanation => DomainTexts.Of(State, Reason);

    /// <summary>The state of the settings that the registrar applies after the transfer.</summary>
    public DkTransferSettingsState Settings { get; init; }

    /// <summary>Why the registry refused the settings; null if it did not.</summary>
    public DkRefusalReason? SettingsReason { get; init; }

    /// <summary>When the domain was found to be transferred; null if it was not.</summary>
    public DateTimeOffset? TransferredAt { get; init; }

    /// <summary>When the registry's poll message about the transfer was handled; null if it was not.</summary>
    public DateTimeOffset? ConfirmedAt { get; init; }
}

/// <summary>The state of a domain of a session.</summary>
public enum DkTransferDomainState
{
    /// <summary>Not sent, or to be sent again because the registry was not reached.</summary>
    Pending,

    /// <summary>The transfer is being sent.</summary>
    Transferring,

    /// <summary>The transfer may have been carried out: no response arrived. The worker queries the registry until it knows.</summary>
    Unknown,

    /// <summary>Ended: the domain is in the registrar's portfolio.</summary>
    Transferred,

    /// <summary>Ended: the registry refused the transfer.</summary>
    Refused,

    /// <summary>Ended: the token expired before the domain was transferred.</summary>
    Expired,

    /// <summary>Ended: the registrant declined.</summary>
    Declined,
}

/// <summary>The state of the settings of a transferred domain.</summary>
public enum DkTransferSettingsState
{
    /// <summary>Not applied: the domain is not transferred, or the worker is about to apply them.</summary>
    Pending,

    /// <summary>The domain has the settings.</summary>
    Applied,

    /// <summary>The registry refused a setting, see <see cref="DkTransferSessionDomain.SettingsReason"/>. The domain is transferred; apply the setting yourself.</summary>
    Refused,
}
