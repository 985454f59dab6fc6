using System.Net;

namespace EppClient.Dk.Testing;

/// <summary>A snapshot of a host (name server) in the registry.</summary>
public sealed record DkHostRecord
{
    /// <summary>The name.</summary>
    public required EppDomainName Name { get; init; }

    /// <summary>The sponsor: a registrar's handle, or <see cref="DkHandle.Registry"/>.</summary>
    public required string Sponsor { get; init; }

    /// <summary>The name server manager: the handle of a registrar or a contact.</summary>
    public required string Manager { get; init; }

    /// <summary>Who created it.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>When it was created.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Who changed it last.</summary>
    public string? UpdatedBy { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>Its addresses.</summary>
    public IReadOnlyList<IPAddress> Addresses { get; init; } = [];

    /// <summary>Whether it waits for the registrant of its domain or for its manager.</summary>
    public bool IsPendingCreate { get; init; }

    /// <summary>Whether it waits for a new manager.</summary>
    public bool IsPendingUpdate { get; init; }

    /// <summary>Whether its parent domain has been deleted.</summary>
    public bool IsPendingDelete { get; init; }

    /// <summary>Whether a domain can be delegated to it.</summary>
    public bool IsActive => !IsPendingCreate && !IsPendingDelete;
}
