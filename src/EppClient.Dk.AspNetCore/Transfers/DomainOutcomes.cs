namespace EppClient.Dk.AspNetCore;

/// <summary>The outcomes of the worker's steps, as changes of a session. Each returns null if the domain has ended in the meantime, for example by a poll message.</summary>
internal static class DomainOutcomes
{
    /// <summary>A transfer is about to be sent. Recorded before, so that a process that is killed leaves a trace of it.</summary>
    public static SessionContent? Send(this SessionContent content, EppDomainName name, DateTimeOffset now) => content.Find(name) is { State: DkTransferDomainState.Pending } domain
        ? (content with { State = DkTransferSessionState.Transferring }).With(domain with { State = DkTransferDomainState.Transferring, Attempts = domain.Attempts + 1, AttemptedAt = now })
        : null;

    /// <summary>The domain is in the portfolio. True of all attempts, so the attempt is not compared.</summary>
    public static SessionContent? Transfer(this SessionContent content, EppDomainName name, string? registrant, DateTimeOffset now) => content.Find(name) is { HasEnded: false } domain
        ? content
            .With(domain with { State = DkTransferDomainState.Transferred, Token = null, Registrant = registrant, TransferredAt = now, Failures = 0, NextAt = now })
            .Raise(DkTransferEventKind.DomainTransferred, now, name)
        : null;

    public static SessionContent? Refuse(this SessionContent content, EppDomainName name, int attempt, DkRefusalReason reason, DateTimeOffset now) => content.Find(name, attempt) is { } domain
        ? content.With(domain with { State = DkTransferDomainState.Refused, Token = null, Reason = reason }).Raise(DkTransferEventKind.DomainRefused, now, name)
        : null;

    public static SessionContent? Expire(this SessionContent content, EppDomainName name, int attempt, DateTimeOffset now) => content.Find(name, attempt) is { } domain
        ? content.With(domain with { State = DkTransferDomainState.Expired, Token = null }).Raise(DkTransferEventKind.DomainExpired, now, name)
        : null;

    /// <summary>The transfer may have been carried out.</summary>
    public static SessionContent? Doubt(this SessionContent content, EppDomainName name, int attempt, DateTimeOffset now) => content.Find(name, attempt) is { } domain
        ? content.With(domain with { State = DkTransferDomainState.Unknown, NextAt = now }).Raise(DkTransferEventKind.DomainUnknown, now, name)
        : null;

    /// <summary>The transfer was not carried out, and is sent again at a time.</summary>
    public static SessionContent? Retry(this SessionContent content, EppDomainName name, int attempt, DateTimeOffset next) => content.Find(name, attempt) is { } domain
        ? content.With(domain with { State = DkTransferDomainState.Pending, Failures = domain.Failures + 1, NextAt = next })
        : null;

    /// <summary>Nothing is known yet: the worker continues at a time.</summary>
    public static SessionContent? Delay(this SessionContent content, EppDomainName name, DateTimeOffset next) => content.Find(name) is { NeedsWork: true } domain
        ? content.With(domain with { Failures = domain.Failures + 1, NextAt = next })
        : null;

    public static SessionContent? Configure(this SessionContent content, EppDomainName name, string? registrant, DkRefusalReason? refusal, DateTimeOffset now) =>
        content.Find(name) is { State: DkTransferDomainState.Transferred, Settings: DkTransferSettingsState.Pending } domain
            ? content
                .With(domain with
                {
                    Settings = refusal is null ? DkTransferSettingsState.Applied : DkTransferSettingsState.Refused,
                    SettingsReason = refusal,
                    Registrant = domain.Registrant ?? registrant,
                })
                .Raise(DkTransferEventKind.DomainConfigured, now, name)
            : null;

    /// <summary>A poll message reports that the domain is in the portfolio. Null if it was reported before, or the session has nothing to do with it.</summary>
    public static SessionContent? Confirm(this SessionContent content, EppDomainName name, DateTimeOffset now)
    {
        if (content.Find(name) is not { ConfirmedAt: null, Attempts: > 0 })
        {
            return null;
        }

        // The message may be the first to tell about a transfer whose response was lost.
        content = content.Transfer(name, registrant: null, now) ?? content;
        return content.Find(name) is { State: DkTransferDomainState.Transferred } domain
            ? content.With(domain with { ConfirmedAt = now }).Raise(DkTransferEventKind.DomainConfirmed, now, name)
            : null;
    }

    public static SessionDomain? Find(this SessionContent content, EppDomainName name) => content.Domains.FirstOrDefault(domain => domain.Name == name);

    // The outcome of an attempt counts while no other process has begun another one.
    private static SessionDomain? Find(this SessionContent content, EppDomainName name, int attempt) => content.Find(name) is { HasEnded: false } domain && domain.Attempts == attempt ? domain : null;
}
