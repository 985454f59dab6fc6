namespace DkSandbox.Admin;

/// <summary>A command and its response; a greeting has no command, and a command that waits or was lost has no response.</summary>
internal sealed record ExchangeView(long Number, long Session, string? User, DateTimeOffset Time)
{
    public FrameView? Command { get; init; }

    public FrameView? Response { get; init; }

    /// <summary>How long the registry took to respond.</summary>
    public double? Milliseconds { get; init; }
}

/// <summary>A message, redacted.</summary>
internal sealed record FrameView(string Title, string Xml);

/// <summary>The registry as the page shows it.</summary>
internal sealed record RegistryView
{
    public required DateTimeOffset Time { get; init; }

    public required bool ShuttingDown { get; init; }

    public required IReadOnlyList<AccountView> Accounts { get; init; }

    public required IReadOnlyList<DomainView> Domains { get; init; }

    public required IReadOnlyList<ContactView> Contacts { get; init; }

    public required IReadOnlyList<HostView> Hosts { get; init; }

    public required IReadOnlyList<SessionView> Sessions { get; init; }

    public required IReadOnlyList<MessageView> Messages { get; init; }

    public required IReadOnlyList<ConsentRequestView> ConsentRequests { get; init; }

    public required IReadOnlyList<OfferView> Offers { get; init; }

    public required IReadOnlyList<TransferView> FastTrackTransfers { get; init; }
}

internal sealed record AccountView(string Handle, string Name, decimal Balance, IReadOnlyList<string> Users)
{
    /// <summary>The endpoint for fast-track transfers; null if the registrar has not opted in.</summary>
    public string? FastTrackUrl { get; init; }

    public bool HasFastTrackKey { get; init; }
}

internal sealed record DomainView(
    string Name, string Model, string Sponsor, string Registrant, IReadOnlyList<string> Statuses, DateTimeOffset? Expires, IReadOnlyList<string> NameServers)
{
    public required DateTimeOffset Created { get; init; }

    public required bool AutoRenew { get; init; }

    public required IReadOnlyList<string> DsRecords { get; init; }

    /// <summary>When its tokens expire; their values are secrets.</summary>
    public required IReadOnlyList<DateTimeOffset> Tokens { get; init; }
}

internal sealed record HistoryView(DateTimeOffset Time, string Text);

internal sealed record ContactView(
    string Handle, string Name, string Model, string Sponsor, string IdCheck, string EmailCheck, DateTimeOffset? Deadline, bool HasNewEmail, string? Lock);

internal sealed record HostView(string Name, string Manager, IReadOnlyList<string> Addresses, string State);

internal sealed record SessionView(long Id, string? User, DateTimeOffset Opened);

internal sealed record MessageView(string User, long Id, DateTimeOffset Queued, string Text);

internal sealed record ConsentRequestView(string Person, string Subject, string Text, DateTimeOffset Expires);

internal sealed record OfferView(string Name, string Owner, DateTimeOffset Expires);

/// <summary>A fast-track transfer, and what the registrant reads.</summary>
internal sealed record TransferView(string Registrant, string Registrar, IReadOnlyList<string> Domains, DateTimeOffset Time, string Outcome, int? StatusCode, string Message)
{
    /// <summary>The page of the registrar to which the registrant is redirected.</summary>
    public string? SessionUrl { get; init; }

    public string? Violation { get; init; }
}

internal sealed record ConnectionView(string Host, int Port, IReadOnlyList<LoginView> Logins, IReadOnlyList<ProgramView> Programs);

internal sealed record LoginView(string User, string Account);

internal sealed record ProgramView(string Language, string Text);
