namespace EppClient.Dk.Testing;

/// <summary>A snapshot of a domain in the registry.</summary>
public sealed record DkDomainRecord
{
    /// <summary>The name.</summary>
    public required EppDomainName Name { get; init; }

    /// <summary>The sponsor: a registrar's handle, or <see cref="DkHandle.Registry"/> under registrant management.</summary>
    public required string Sponsor { get; init; }

    /// <summary>The handle of the registrant.</summary>
    public required string Registrant { get; init; }

    /// <summary>The administrative contact ("proxy"); the registrar if it manages the domain.</summary>
    public required string Administrator { get; init; }

    /// <summary>The payer; the registrar if it manages the domain.</summary>
    public required string Billing { get; init; }

    /// <summary>The name servers.</summary>
    public IReadOnlyList<EppDomainName> NameServers { get; init; } = [];

    /// <summary>The DS records.</summary>
    public IReadOnlyList<DkDsRecord> DsRecords { get; init; } = [];

    /// <summary>When it was registered, or applied for.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>When its period ends; null while its application is pending.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>Whether it is renewed when its period ends.</summary>
    public bool AutoRenew { get; init; } = true;

    /// <summary>Whether it has the old registry-lock service.</summary>
    public bool Vid { get; init; }

    /// <summary>The valid tokens, at most one for each purpose.</summary>
    public IReadOnlyList<DkToken> Tokens { get; init; } = [];

    /// <summary>Whether the application for it is still being processed.</summary>
    public bool IsPendingCreate { get; init; }

    /// <summary>Whether a change waits for consent or for a check.</summary>
    public bool IsPendingUpdate { get; init; }

    /// <summary>Whether it is registered but not active, because its registrant has not been checked yet.</summary>
    public bool IsOnHold { get; init; }

    /// <summary>Whether the registry has blocked it.</summary>
    public bool IsBlocked { get; init; }

    /// <summary>Whether an invoice for it is unpaid.</summary>
    public bool IsUnpaid { get; init; }

    /// <summary>The pending deletion, if there is one.</summary>
    public DkDeletion? Deletion { get; init; }

    /// <summary>Whether a registrar manages it, not its registrant through the registry.</summary>
    public bool IsRegistrarManaged => DkHandle.IsRegistrar(Sponsor);
}

/// <summary>A change of a domain, by a command, a person, or the registry.</summary>
/// <param name="Time">When it happened, by the registry's clock.</param>
/// <param name="Name">The name of the domain.</param>
/// <param name="Before">The domain before; null if it did not exist.</param>
/// <param name="After">The domain after; null if it was deleted.</param>
public sealed record DkDomainChange(DateTimeOffset Time, EppDomainName Name, DkDomainRecord? Before, DkDomainRecord? After);
