namespace DkSandbox.Admin;

/// <summary>A message between a client and the registry.</summary>
internal sealed record FrameView(long Number, long Session, string? User, bool FromClient, string Title, string Xml);

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
}

internal sealed record AccountView(string Handle, string Name, decimal Balance, IReadOnlyList<string> Users);

internal sealed record DomainView(
    string Name, string Model, string Sponsor, string Registrant, IReadOnlyList<string> Statuses, DateTimeOffset? Expires, IReadOnlyList<string> NameServers);

internal sealed record ContactView(
    string Handle, string Name, string Model, string Sponsor, string IdCheck, string EmailCheck, DateTimeOffset? Deadline, bool HasNewEmail, string? Lock);

internal sealed record HostView(string Name, string Manager, IReadOnlyList<string> Addresses, string State);

internal sealed record SessionView(long Id, string? User, DateTimeOffset Opened);

internal sealed record MessageView(string User, long Id, DateTimeOffset Queued, string Text);

internal sealed record ConsentRequestView(string Person, string Subject, string Text, DateTimeOffset Expires);

internal sealed record OfferView(string Name, string Owner, DateTimeOffset Expires);
