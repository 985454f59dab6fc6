namespace EppClient.Dk.Testing.Results;

internal enum DkObjectKind
{
    Domain,
    Contact,
    Host,
}

internal sealed record AvailabilityItem(string Name, string? Reason)
{
    public bool IsAvailable => Reason is null;
}

internal sealed record AvailabilityView(DkObjectKind Kind, IReadOnlyList<AvailabilityItem> Items);

/// <summary>The data of a domain that one caller may see.</summary>
internal sealed record DomainView(DkDomainRecord Domain, IReadOnlyList<string> Statuses) : DkMessagePayload
{
    public required string Sponsor { get; init; }

    public bool ShowsRoles { get; init; }

    public IReadOnlyList<DkToken> Tokens { get; init; } = [];

    public bool RegistrantValidated { get; init; }
}

internal sealed record WaitingListView(EppDomainName Name);

/// <summary>The data of a contact that one caller may see: other accounts get a substitute for the e-mail address.</summary>
internal sealed record ContactView(DkContactRecord Contact, bool IsLinked) : DkMessagePayload
{
    public const string HiddenEmail = "anonymous@punktum.dk";

    public bool IsRelated { get; init; }
}

internal sealed record HostView(DkHostRecord Host, IReadOnlyList<string> Statuses) : DkMessagePayload;

internal sealed record CreatedView(DkObjectKind Kind, string Name, DateTimeOffset Created);

internal sealed record ApplicationView(string TrackingNumber, bool RegistrantValidated);

internal sealed record TransferView(EppDomainName Name, bool WithToken, string Gaining, string Losing, DateTimeOffset Date) : DkMessagePayload;

/// <summary>A completed restore, as the registry reported it until version 5.0.</summary>
internal sealed record RestoredView;

internal sealed record BalanceView(DkAccount Account);

internal sealed record PendingActionView(DkObjectKind Kind, string Name, bool Succeeded, DkInitiator Initiator, DateTimeOffset Date) : DkMessagePayload
{
    public EppClient.Dk.Testing.Policies.DkRisk? Risk { get; init; }
}

