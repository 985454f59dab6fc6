using EppClient.Commands;
using EppClient.Extensions;

namespace EppClient.Dk;

/// <summary>Changes of name servers and DS records, shared by all roles.</summary>
internal static class DelegationChange
{
    public static async Task<DkStateChange> SetNameServersAsync(
        DkHandledDomain domain, IReadOnlyList<string> nameServers, IReadOnlyList<SecDnsDsData> dsRecords, CancellationToken cancellationToken)
    {
        domain.Require(DkOperation.ChangeNameServers);
        if (DkDesiredState.SetNameServers(domain.Info, nameServers) is not { } command)
        {
            // The name servers do not change, so the registry keeps the DS records and they can be compared with the wanted ones.
            return dsRecords.Count == 0 ? DkStateChange.None : await SetDsRecordsAsync(domain, dsRecords, cancellationToken).ConfigureAwait(false);
        }

        var changed = await domain.Registrar.SendAsync(command, cancellationToken).ConfigureAwait(false);
        return dsRecords.Count == 0 || changed.Pending is not null || changed.Code.IsActionPending
            ? new DkStateChange { Responses = [changed], DsRecordsToAdd = dsRecords }
            : await AddDsRecordsAsync(domain, changed, dsRecords, cancellationToken).ConfigureAwait(false);
    }

    public static async Task<DkStateChange> SetDsRecordsAsync(DkHandledDomain domain, IReadOnlyList<SecDnsDsData> records, CancellationToken cancellationToken)
    {
        domain.Require(DkOperation.ChangeDsRecords);
        return DkDesiredState.SetDsRecords(domain.Response, records) is { } command
            ? new DkStateChange { Responses = [await domain.Registrar.SendAsync(command, cancellationToken).ConfigureAwait(false)] }
            : DkStateChange.None;
    }

    // The name servers have changed. A refusal of the DS records must not hide that.
    private static async Task<DkStateChange> AddDsRecordsAsync(
        DkHandledDomain domain, EppResponse changed, IReadOnlyList<SecDnsDsData> records, CancellationToken cancellationToken)
    {
        DomainUpdate command = DkDesiredState.SetDsRecords(domain.Info.Name, [], records)!;
        var response = await domain.Registrar.Client.TrySendAsync(command, cancellationToken).ConfigureAwait(false);
        var refusal = DkRefusal.From(response);
        return new DkStateChange { Responses = [changed, response], DsRefusal = refusal, DsRecordsToAdd = refusal is null ? [] : records };
    }
}
