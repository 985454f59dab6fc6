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

    /// <summary>
    /// Brings the name servers to what is wanted. Under registrant management the registrant is asked first (1001), also where the account manages all old and
    /// new servers. The registry drops all DS records when name servers change.
    /// </summary>
    /// <param name="nameServers">All hosts that the domain is to have: two to seven, which already respond for it.</param>
    /// <param name="dsRecords">The DS records that the domain shall have afterwards; where the registrant is asked they wait in <see cref="DkStateChange.DsRecordsToAdd"/>.</param>
    /// <param name="cancellationToken">Cancels the commands that were not sent yet.</param>
    /// <exception cref="DkRefusedException">The registry refused the name servers; nothing has changed.</exception>
    public Task<DkStateChange> SetNameServersAsync(
        IReadOnlyList<string> nameServers, IReadOnlyList<SecDnsDsData>? dsRecords = null, CancellationToken cancellationToken = default) =>
        DelegationChange.SetNameServersAsync(_domain, nameServers, dsRecords ?? [], cancellationToken);

    /// <inheritdoc cref="DkRegistrarDomain.SetDsRecordsAsync"/>
    public Task<DkStateChange> SetDsRecordsAsync(IReadOnlyList<SecDnsDsData> records, CancellationToken cancellationToken = default) =>
        DelegationChange.SetDsRecordsAsync(_domain, records, cancellationToken);
}
