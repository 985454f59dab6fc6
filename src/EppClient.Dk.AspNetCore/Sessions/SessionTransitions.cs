namespace EppClient.Dk.AspNetCore;

/// <summary>The transitions of a session until the worker transfers its domains. Each returns null if it is not possible in the present state.</summary>
internal static class SessionTransitions
{
    /// <summary>The registrant has opened the link.</summary>
    public static SessionContent? Open(this SessionContent content, DateTimeOffset now) => content.IsUndecided && content.ExpiresAt > now
        ? (content with { State = DkTransferSessionState.Opened, Link = null, OpenedAt = now }).Raise(DkTransferEventKind.Opened, now)
        : null;

    /// <summary>The registry has sent the same request again: the link stays until it is used, then there is a new one.</summary>
    public static SessionContent? Repeat(this SessionContent content, string newLink, DateTimeOffset now) =>
        content.IsUndecided && content.ExpiresAt > now ? content with { Link = content.Link ?? newLink } : null;

    /// <summary>The registrant has accepted.</summary>
    public static SessionContent? Accept(this SessionContent content, string? customer, DateTimeOffset now) => content.State == DkTransferSessionState.Opened && content.ExpiresAt > now
        ? (content with { State = DkTransferSessionState.Accepted, AcceptedAt = now, Customer = customer ?? content.Customer, Link = null }).Raise(DkTransferEventKind.Accepted, now)
        : null;

    /// <summary>The registrant has declined. The tokens are removed.</summary>
    public static SessionContent? Decline(this SessionContent content, DateTimeOffset now) => content.IsUndecided
        ? (content with
        {
            State = DkTransferSessionState.Declined,
            Link = null,
            EndedAt = now,
            Domains = [.. content.Domains.Select(domain => domain.HasEnded ? domain : domain with { State = DkTransferDomainState.Declined, Token = null })],
        }).Raise(DkTransferEventKind.Declined, now)
        : null;

    /// <summary>Ends the domains whose tokens have expired, and the session if the registrant did not decide before the last one. Null if there are none.</summary>
    public static SessionContent? Expire(this SessionContent content, DateTimeOffset now)
    {
        // A transfer whose outcome is unknown may have been carried out in time: the registry is queried first.
        var expired = content.Domains.Where(domain => domain.State == DkTransferDomainState.Pending && domain.TokenExpires <= now).ToList();
        var useless = content.Domains.Where(domain => domain is { Token: not null, State: DkTransferDomainState.Unknown } && domain.TokenExpires <= now).ToList();
        var ends = content.IsUndecided && content.ExpiresAt <= now;
        if (expired.Count + useless.Count == 0 && !ends)
        {
            return null;
        }

        foreach (var domain in expired)
        {
            content = content.With(domain with { State = DkTransferDomainState.Expired, Token = null }).Raise(DkTransferEventKind.DomainExpired, now, domain.Name);
        }

        foreach (var domain in useless)
        {
            content = content.With(domain with { Token = null });
        }

        return ends ? (content with { State = DkTransferSessionState.Expired, Link = null, EndedAt = now }).Raise(DkTransferEventKind.Expired, now) : content;
    }

    /// <summary>Ends the session if all domains have ended and their settings are applied or refused. Null if not.</summary>
    public static SessionContent? Complete(this SessionContent content, DateTimeOffset now) =>
        content.State is DkTransferSessionState.Accepted or DkTransferSessionState.Transferring && !content.Domains.Any(domain => domain.NeedsWork)
            ? (content with { State = DkTransferSessionState.Completed, EndedAt = now }).Raise(DkTransferEventKind.Completed, now)
            : null;
}
