namespace EppClient.Dk.AspNetCore;

/// <summary>A change of a session. It contains no personal data.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="Number">The number of the event within its session, from 1. A repeated event has the same number.</param>
/// <param name="Kind">What happened.</param>
/// <param name="OccurredAt">When it happened.</param>
public sealed record DkTransferEvent(string SessionId, int Number, DkTransferEventKind Kind, DateTimeOffset OccurredAt)
{
    /// <summary>The domain; null if the event is about the whole session.</summary>
    public EppDomainName? Domain { get; init; }

    /// <summary>The registrant's new handle, if a domain was transferred; otherwise null.</summary>
    public string? Registrant { get; init; }

    /// <summary>The registrar's own key of the customer; null if it is not known.</summary>
    public string? Customer { get; init; }
}

/// <summary>What happened to a session or one of its domains.</summary>
public enum DkTransferEventKind
{
    /// <summary>The registry's request was received.</summary>
    Offered,

    /// <summary>The registrant opened the link.</summary>
    Opened,

    /// <summary>The registrant accepted.</summary>
    Accepted,

    /// <summary>The registrant declined.</summary>
    Declined,

    /// <summary>The registrant did not accept in time.</summary>
    Expired,

    /// <summary>A domain was transferred.</summary>
    DomainTransferred,

    /// <summary>The registry refused the transfer of a domain.</summary>
    DomainRefused,

    /// <summary>The token of a domain expired before the domain was transferred.</summary>
    DomainExpired,

    /// <summary>The outcome of the transfer of a domain is unknown, and is being determined.</summary>
    DomainUnknown,

    /// <summary>The settings of a domain were applied, or refused by the registry.</summary>
    DomainConfigured,

    /// <summary>A poll message of the registry confirmed the transfer of a domain.</summary>
    DomainConfirmed,

    /// <summary>All domains have ended, and their settings are applied or refused.</summary>
    Completed,
}

/// <summary>Receives the events of all sessions, at least once each, in order within a session.</summary>
public interface IDkTransferHandler
{
    /// <summary>
    /// Handles an event. An exception is a failed try, and so is a handler that takes longer than two thirds of <see cref="DkFastTrackOptions.Lease"/>: the event is
    /// delivered again to all handlers, also after a restart. Compare
    /// <see cref="DkTransferEvent.SessionId"/> and <see cref="DkTransferEvent.Number"/> to handle each once.
    /// </summary>
    /// <param name="transferEvent">The event.</param>
    /// <param name="cancellationToken">The token to cancel the operation. It is cancelled when the host stops or the time is over.</param>
    ValueTask HandleAsync(DkTransferEvent transferEvent, CancellationToken cancellationToken);
}
