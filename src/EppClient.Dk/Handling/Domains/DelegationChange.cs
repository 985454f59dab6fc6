using EppClient.Commands;
using EppClient.Extensions;

namespace EppClient.Dk;

/// <summary>Changes of name servers and DS records, the same for whoever may make them.</summary>
internal static class DelegationChange
{
    public static async Task<DkStateChange> SetNameServersAsync(
        DkHandledDomain domain, IReadOnlyList<string> nameServers, IReadOnlyList<SecDnsDsData> dsRecords, CancellationToken cancellationToken)
    {
        domain.Require(DkOperation.ChangeNameServers);
        if (DkDesiredState.SetNameServers(domain.Info, nameServers) is not { } command)
        {
            // Name servers that stay keep the DS records, so that those wanted afterwards can be compared with what is there.
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

    // The name servers have changed, whatever becomes of the DS records: a refusal of those must not hide it.
    private static async Task<DkStateChange> AddDsRecordsAsync(
        DkHandledDomain domain, EppResponse changed, IReadOnlyList<SecDnsDsData> records, CancellationToken cancellationToken)
    {
        DomainUpdate command = DkDesiredState.SetDsRecords(domain.Info.Name, [], records)!;
        var response = await domain.Registrar.Client.TrySendAsync(command, cancellationToken).ConfigureAwait(false);
        var refusal = DkRefusal.From(response);
        return new DkStateChange { Responses = [changed, response], DsRefusal = refusal, DsRecordsToAdd = refusal is null ? [] : records };
    }
}
