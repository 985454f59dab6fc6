using System.Text.Json.Serialization;

namespace EppClient.Dk.AspNetCore;

/// <summary>What a session remembers, with tokens and personal data. Stored encrypted; never passed to code outside this package.</summary>
internal sealed record SessionContent
{
    public required DkTransferSessionState State { get; init; }

    public required DkTransferContact Contact { get; init; }

    public required DkTransferConsent Consent { get; init; }

    /// <summary>The domains, in the order in which their tokens expire.</summary>
    public required IReadOnlyList<SessionDomain> Domains { get; init; }

    /// <summary>The secret of the link, until it is used: a repeated request gets the same link.</summary>
    public string? Link { get; init; }

    public string? Customer { get; init; }

    public DkTransferTerms? Terms { get; init; }

    public required DateTimeOffset OfferedAt { get; init; }

    public DateTimeOffset? OpenedAt { get; init; }

    public DateTimeOffset? AcceptedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The events that have not been delivered.</summary>
    public IReadOnlyList<SessionEvent> Events { get; init; } = [];

    public int EventCount { get; init; }

    /// <summary>When undelivered events are tried again after a failure; null for at once.</summary>
    public DateTimeOffset? EventsDueAt { get; init; }

    public int EventFailures { get; init; }

    [JsonIgnore]
    public DateTimeOffset ExpiresAt => Domains.Max(domain => domain.TokenExpires);

    /// <summary>Whether the registrant can still decide.</summary>
    [JsonIgnore]
    public bool IsUndecided => State is DkTransferSessionState.Offered or DkTransferSessionState.Opened;

    /// <summary>When the worker has to process the session next; null if never.</summary>
    [JsonIgnore]
    public DateTimeOffset? DueAt
    {
        get
        {
            DateTimeOffset? events = Events.Count > 0 ? EventsDueAt ?? DateTimeOffset.UnixEpoch : null;
            var domains = State switch
            {
                DkTransferSessionState.Offered or DkTransferSessionState.Opened => Domains.Min(domain => domain.Token is null ? null : (DateTimeOffset?)domain.TokenExpires) ?? ExpiresAt,
                DkTransferSessionState.Accepted or DkTransferSessionState.Transferring => Domains.Where(domain => domain.NeedsWork).Min(domain => (DateTimeOffset?)domain.NextAt) ?? DateTimeOffset.UnixEpoch,
                _ => (DateTimeOffset?)null,
            };
            return events is null ? domains : domains is null || events < domains ? events : domains;
        }
    }

    public DkTransferSession ToSession(string id) => new()
    {
        Id = id,
        State = State,
        Contact = Contact,
        Consent = Consent,
        Domains = [.. Domains.Select(domain => domain.ToSessionDomain())],
        Customer = Customer,
        Terms = Terms,
        OfferedAt = OfferedAt,
        ExpiresAt = ExpiresAt,
        OpenedAt = OpenedAt,
        AcceptedAt = AcceptedAt,
        EndedAt = EndedAt,
    };

    // Neither the link nor personal data appears in logs.
    public override string ToString() => $"{State}, {Domains.Count} domains";

    /// <summary>Replaces a domain.</summary>
    public SessionContent With(SessionDomain changed) => this with { Domains = [.. Domains.Select(domain => domain.Name == changed.Name ? changed : domain)] };

    /// <summary>Adds an event for the handlers.</summary>
    public SessionContent Raise(DkTransferEventKind kind, DateTimeOffset now, EppDomainName? domain = null) => this with
    {
        EventCount = EventCount + 1,
        Events = [.. Events, new SessionEvent(EventCount + 1, kind, now, domain)],
    };
}

/// <summary>An event that has not been delivered.</summary>
internal sealed record SessionEvent(int Number, DkTransferEventKind Kind, DateTimeOffset OccurredAt, EppDomainName? Domain)
{
    public DkTransferEvent ToTransferEvent(string sessionId, SessionContent content) => new(sessionId, Number, Kind, OccurredAt)
    {
        Domain = Domain,
        Registrant = Kind is DkTransferEventKind.DomainTransferred or DkTransferEventKind.DomainConfirmed
            ? content.Domains.FirstOrDefault(domain => domain.Name == Domain)?.Registrant
            : null,
        Customer = content.Customer,
    };
}

/// <summary>A domain of a session, with its token until it is used or has expired.</summary>
internal sealed record SessionDomain(EppDomainName Name, string? Token, DateTimeOffset TokenExpires)
{
    public DkTransferDomainState State { get; init; }

    /// <summary>The number of transfers that were recorded to be sent.</summary>
    public int Attempts { get; init; }

    public DateTimeOffset? AttemptedAt { get; init; }

    /// <summary>The number of failures in a row, for the delay.</summary>
    public int Failures { get; init; }

    /// <summary>When the worker continues with the domain.</summary>
    public DateTimeOffset NextAt { get; init; }

    public string? Registrant { get; init; }

    public DkRefusalReason? Reason { get; init; }

    public DkTransferSettingsState Settings { get; init; }

    public DkRefusalReason? SettingsReason { get; init; }

    public DateTimeOffset? TransferredAt { get; init; }

    public DateTimeOffset? ConfirmedAt { get; init; }

    [JsonIgnore]
    public bool HasEnded => State is not (DkTransferDomainState.Pending or DkTransferDomainState.Transferring or DkTransferDomainState.Unknown);

    /// <summary>Whether the worker has something to do for the domain after the registrant's acceptance.</summary>
    [JsonIgnore]
    public bool NeedsWork => !HasEnded || (State == DkTransferDomainState.Transferred && Settings == DkTransferSettingsState.Pending);

    public DkTransferSessionDomain ToSessionDomain() => new(Name, TokenExpires, State)
    {
        Registrant = Registrant,
        Reason = Reason,
        Settings = Settings,
        SettingsReason = SettingsReason,
        TransferredAt = TransferredAt,
        ConfirmedAt = ConfirmedAt,
    };

    // Tokens do not appear in logs.
    public override string ToString() => $"{Name} {State}";
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SessionContent))]
internal sealed partial class SessionJson : JsonSerializerContext;
