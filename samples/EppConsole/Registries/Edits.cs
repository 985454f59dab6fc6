using EppClient.Commands;
using EppClient.Extensions;

namespace EppConsole.Registries;

/// <summary>Changes of a domain, from the command line.</summary>
internal sealed record DomainEdit(string Name)
{
    public DomainNameServers? AddedServers { get; init; }

    public DomainNameServers? RemovedServers { get; init; }

    public IReadOnlyList<DomainContact> AddedContacts { get; init; } = [];

    public IReadOnlyList<DomainContact> RemovedContacts { get; init; } = [];

    public IReadOnlyList<string> AddedStatuses { get; init; } = [];

    public IReadOnlyList<string> RemovedStatuses { get; init; } = [];

    public IReadOnlyList<SecDnsDsData> AddedDsRecords { get; init; } = [];

    public IReadOnlyList<SecDnsDsData> RemovedDsRecords { get; init; } = [];

    public bool RemovesAllDsRecords { get; init; }

    public string? Registrant { get; init; }

    public string? AuthInfo { get; init; }

    /// <summary>When the registrant accepted the terms of .dk.</summary>
    public DateTimeOffset? TermsAccepted { get; init; }

    /// <summary>Whether a domain of .dk renews automatically.</summary>
    public bool? AutoRenew { get; init; }

    /// <summary>Whether name servers, contacts or statuses change.</summary>
    public bool HasItems => (AddedServers, RemovedServers) is not (null, null) || AddedContacts.Count + RemovedContacts.Count + AddedStatuses.Count + RemovedStatuses.Count > 0;

    public bool HasDsRecords => RemovesAllDsRecords || AddedDsRecords.Count + RemovedDsRecords.Count > 0;

    public bool IsEmpty => this is { HasItems: false, HasDsRecords: false, Registrant: null, AuthInfo: null, AutoRenew: null };

    public override string ToString() => Name;
}

/// <summary>Changes of a contact, from the command line.</summary>
internal sealed record ContactEdit(string Id)
{
    public ContactChange? Change { get; init; }

    public IReadOnlyList<string> AddedStatuses { get; init; } = [];

    public IReadOnlyList<string> RemovedStatuses { get; init; } = [];

    /// <summary>The fields of .dk.</summary>
    public DkContactFields Dk { get; init; } = new();

    public override string ToString() => Id;
}

/// <summary>Changes of a host, from the command line.</summary>
internal sealed record HostEdit(string Name)
{
    public string? NewName { get; init; }

    public IReadOnlyList<string> AddedAddresses { get; init; } = [];

    public IReadOnlyList<string> RemovedAddresses { get; init; } = [];

    public IReadOnlyList<string> AddedStatuses { get; init; } = [];

    public IReadOnlyList<string> RemovedStatuses { get; init; } = [];

    /// <summary>The new manager of a host at .dk.</summary>
    public string? Manager { get; init; }

    public bool HasItems => AddedAddresses.Count + RemovedAddresses.Count + AddedStatuses.Count + RemovedStatuses.Count > 0;

    public override string ToString() => Name;
}
