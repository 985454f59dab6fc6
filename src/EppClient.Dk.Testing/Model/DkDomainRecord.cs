namespace EppClient.Dk.Testing;

/// <summary>A domain name as the registry knows it at one moment.</summary>
public sealed record DkDomainRecord
{
    /// <summary>The name.</summary>
    public required DkDomainName Name { get; init; }

    /// <summary>The sponsor: a registrar's handle, or <see cref="DkHandle.Registry"/> under registrant management.</summary>
    public required string Sponsor { get; init; }

    /// <summary>The handle of the registrant.</summary>
    public required string Registrant { get; init; }

    /// <summary>The administrative contact ("proxy"); the registrar where it manages the domain.</summary>
    public required string Administrator { get; init; }

    /// <summary>The payer; the registrar where it manages the domain.</summary>
    public required string Billing { get; init; }

    /// <summary>The name servers.</summary>
    public IReadOnlyList<DkDomainName> NameServers { get; init; } = [];

    /// <summary>The delegation signer records.</summary>
    public IReadOnlyList<DkDsRecord> DsRecords { get; init; } = [];

    /// <summary>When it was registered, or applied for.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>When its period ends; null while it is only applied for.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>Whether it is renewed when its period ends.</summary>
    public bool AutoRenew { get; init; } = true;

    /// <summary>Whether it has the old registry-lock service.</summary>
    public bool Vid { get; init; }

    /// <summary>The live tokens, at most one for each purpose.</summary>
    public IReadOnlyList<DkToken> Tokens { get; init; } = [];

    /// <summary>Whether the application for it is still being processed.</summary>
    public bool IsPendingCreate { get; init; }

    /// <summary>Whether a change waits for somebody's consent or check.</summary>
    public bool IsPendingUpdate { get; init; }

    /// <summary>Whether it is registered but not active, because its registrant has yet to be checked.</summary>
    public bool IsOnHold { get; init; }

    /// <summary>Whether the registry has blocked it.</summary>
    public bool IsBlocked { get; init; }

    /// <summary>Whether an invoice for it is open.</summary>
    public bool IsUnpaid { get; init; }

    /// <summary>The deletion under way, if there is one.</summary>
    public DkDeletion? Deletion { get; init; }

    /// <summary>Whether a registrar manages it (and not its registrant, through the registry).</summary>
    public bool IsRegistrarManaged => DkHandle.IsRegistrar(Sponsor);
}
