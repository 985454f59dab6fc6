using EppClient.Commands;
using EppClient.Extensions;

namespace EppConsole.Registries;

/// <summary>Creates the update of a domain from the changes on the command line.</summary>
internal static class DomainUpdates
{
    /// <param name="edit">The changes.</param>
    /// <param name="authInfo">The new authorization information; null to keep it.</param>
    public static DomainUpdate Of(DomainEdit edit, DomainAuthInfoChange? authInfo = null) => new(edit.Name)
    {
        Add = Items(edit.AddedServers, edit.AddedContacts, edit.AddedStatuses),
        Remove = Items(edit.RemovedServers, edit.RemovedContacts, edit.RemovedStatuses),
        Change = edit.Registrant is not null || authInfo is not null ? new DomainChange { Registrant = edit.Registrant, AuthInfo = authInfo } : null,
        Extensions = edit.HasDsRecords ? [DnsSecurity(edit)] : [],
    };

    private static SecDnsUpdate DnsSecurity(DomainEdit edit) => new()
    {
        Remove = edit.RemovesAllDsRecords ? SecDnsRemoval.FromAll(true) : edit.RemovedDsRecords.Count > 0 ? SecDnsRemoval.FromDsData(edit.RemovedDsRecords) : null,
        Add = edit.AddedDsRecords.Count == 0 ? null : new SecDnsDsOrKeyData { DsData = edit.AddedDsRecords },
    };

    private static DomainUpdateItems? Items(DomainNameServers? servers, IReadOnlyList<DomainContact> contacts, IReadOnlyList<string> statuses) =>
        servers is null && contacts.Count + statuses.Count == 0 ? null : new DomainUpdateItems
        {
            NameServers = servers,
            Contacts = contacts,
            Statuses = [.. statuses.Select(status => (DomainStatus)new DomainStatusValue(status))],
        };
}
