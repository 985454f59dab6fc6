using System.Text;

namespace EppClient.Dk.AspNetCore;

/// <summary>
/// The transfer of one registrant's domains to the registrar: what the registry sent, what the registrant accepted, and the state of each domain. Tokens are not
/// part of it: only the worker that transfers the domains reads them.
/// </summary>
/// <remarks>Immutable; read it again, or watch it, for changes.</remarks>
public sealed record DkTransferSession
{
    /// <summary>
    /// The id: 128 random bits. It is not the secret of the link. Keep it where only the registrant who opened the link has it, such as the protected cookie of
    /// the registrar's login.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>The state.</summary>
    public required DkTransferSessionState State { get; init; }

    /// <summary>The registrant, as the registry sent it.</summary>
    public required DkTransferContact Contact { get; init; }

    /// <summary>The registrant's consent to share the data.</summary>
    public required DkTransferConsent Consent { get; init; }

    /// <summary>The domains, in the order in which their tokens expire.</summary>
    public required IReadOnlyList<DkTransferSessionDomain> Domains { get; init; }

    /// <summary>The registrar's own key of the customer; null until it is known.</summary>
    public string? Customer { get; init; }

    /// <summary>Price and terms that are shown to the registrant; null if there are none, or the link was not opened.</summary>
    public DkTransferTerms? Terms { get; init; }

    /// <summary>When the registry's request was received.</summary>
    public required DateTimeOffset OfferedAt { get; init; }

    /// <summary>When the last token expires. The registrant has to accept before.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When the link was opened; null if it was not.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>When the registrant accepted; null if that did not happen.</summary>
    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>When the session ended; null if it has not.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Whether the session has ended, so nothing changes any more, except that poll messages confirm transfers.</summary>
    public bool HasEnded => EndedAt is not null;

    // Personal data does not appear in logs.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(nameof(State)).Append(" = ").Append(State).Append(", ").Append(nameof(Domains)).Append(" = ").Append(Domains.Count);
        return true;
    }
}

/// <summary>The state of a session.</summary>
public enum DkTransferSessionState
{
    /// <summary>The registry has received the link; the registrant has not opened it.</summary>
    Offered,

    /// <summary>The registrant has opened the link and has not decided.</summary>
    Opened,

    /// <summary>The registrant has accepted; no transfer has been sent.</summary>
    Accepted,

    /// <summary>The domains are being transferred, or their settings applied.</summary>
    Transferring,

    /// <summary>Ended: each domain is transferred, refused or expired.</summary>
    Completed,

    /// <summary>Ended: the registrant declined. Nothing was sent to the registry.</summary>
    Declined,

    /// <summary>Ended: the registrant did not accept before the last token expired. Nothing was sent to the registry.</summary>
    Expired,
}
