using EppClient.Extensions;

namespace EppClient.Dk;

/// <summary>
/// The operations of the name server manager of all old and new hosts on a domain of another party. Info does not show whether the account
/// has this role; the registry refuses other accounts with <see cref="DkRefusalReason.MissingRole"/>.
/// </summary>
public sealed class DkNameServerRights
{
    private readonly DkHandledDomain _domain;

    internal DkNameServerRights(DkHandledDomain domain) => _domain = domain;

    /// <summary>
    /// Sets the name servers. Under registrant management the registrant has to consent (1001), even if the account manages all old and new servers. The
    /// registry drops all DS records when name servers change.
    /// </summary>
    /// <param name="nameServers">The complete set of hosts: two to seven, which already respond for the domain.</param>
    /// <param name="dsRecords">The complete set of DS records after the change; while consent is pending, they are in <see cref="DkStateChange.DsRecordsToAdd"/>.</param>
    /// <param name="cancellationToken">The token to cancel the operation. Cancels the commands that have not been sent.</param>
    /// <exception cref="DkRefusedException">The registry refused the name servers; nothing has changed.</exception>
    public Task<DkStateChange> SetNameServersAsync(
        IReadOnlyList<string> nameServers, IReadOnlyList<SecDnsDsData>? dsRecords = null, CancellationToken cancellationToken = default) =>
        DelegationChange.SetNameServersAsync(_domain, nameServers, dsRecords ?? [], cancellationToken);

    /// <inheritdoc cref="DkRegistrarDomain.SetDsRecordsAsync"/>
    public Task<DkStateChange> SetDsRecordsAsync(IReadOnlyList<SecDnsDsData> records, CancellationToken cancellationToken = default) =>
        DelegationChange.SetDsRecordsAsync(_domain, records, cancellationToken);
}

/// <summary>The operations of the payer of a domain under registrant management.</summary>
public sealed class DkPayerRights
{
    private readonly DkRegistrantDomain _domain;

    internal DkPayerRights(DkRegistrantDomain domain) => _domain = domain;

    /// <summary>Renews the domain for one year, before the registry sends its invoice.</summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>The response, without data: read the domain again for the new date.</returns>
    /// <exception cref="DkRefusedException">The registry refused the command.</exception>
    public Task<EppResponse> RenewAsync(CancellationToken cancellationToken = default) => _domain.SendRenewalAsync(cancellationToken);

    /// <summary>Removes this account from the role of payer. The registrant pays from then on; the registry notifies the registrant.</summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="DkRefusedException">The registry refused the command: the domain has been invoiced.</exception>
    public Task<DkStateChange> StepDownAsync(CancellationToken cancellationToken = default) =>
        _domain.SetContactsAsync(DkOperation.RemovePayer, admin: null, _domain.Info.Registrant, cancellationToken);
}
