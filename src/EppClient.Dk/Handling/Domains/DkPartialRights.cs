using EppClient.Extensions;

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

/// <summary>What the payer of a domain under registrant management may do.</summary>
public sealed class DkPayerRights
{
    private readonly DkRegistrantDomain _domain;

    internal DkPayerRights(DkRegistrantDomain domain) => _domain = domain;

    /// <summary>Pays for another year, before the registry sends its invoice.</summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>The answer, without data: read the domain again for the new date.</returns>
    /// <exception cref="DkRefusedException">The registry refused.</exception>
    public Task<EppResponse> RenewAsync(CancellationToken cancellationToken = default) => _domain.SendRenewalAsync(cancellationToken);

    /// <summary>Gives the role up. The registrant pays then, and hears of it from the registry.</summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="DkRefusedException">The registry refused: the domain has been invoiced.</exception>
    public Task<DkStateChange> StepDownAsync(CancellationToken cancellationToken = default) =>
        _domain.SetContactsAsync(DkOperation.RemovePayer, admin: null, _domain.Info.Registrant, cancellationToken);
}
