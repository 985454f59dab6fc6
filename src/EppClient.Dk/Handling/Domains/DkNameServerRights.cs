using EppClient.Extensions.SecDns;

namespace EppClient.Dk;

/// <summary>
/// What the name server manager of all old and new hosts may do with a domain of somebody else. Info does not tell whether the account is
/// that; the registry refuses others with <see cref="DkRefusalReason.MissingRole"/>.
/// </summary>
public sealed class DkNameServerRights
{
    private readonly DkHandledDomain _domain;

    internal DkNameServerRights(DkHandledDomain domain) => _domain = domain;

    /// <inheritdoc cref="DkRegistrarDomain.SetNameServersAsync"/>
    public Task<DkStateChange> SetNameServersAsync(
        IReadOnlyList<string> nameServers, IReadOnlyList<SecDnsDsData>? dsRecords = null, CancellationToken cancellationToken = default) =>
        DelegationChange.SetNameServersAsync(_domain, nameServers, dsRecords ?? [], cancellationToken);

    /// <inheritdoc cref="DkRegistrarDomain.SetDsRecordsAsync"/>
    public Task<DkStateChange> SetDsRecordsAsync(IReadOnlyList<SecDnsDsData> records, CancellationToken cancellationToken = default) =>
        DelegationChange.SetDsRecordsAsync(_domain, records, cancellationToken);
}
