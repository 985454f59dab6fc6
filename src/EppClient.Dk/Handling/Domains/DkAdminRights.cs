using EppClient.Commands;
using EppClient.Extensions;

namespace EppClient.Dk;

/// <summary>
/// The operations of the admin (proxy) of a domain under registrant management. Many of them need the registrant's consent: the response is
/// 1001, and for most there is no poll message with the outcome. Read the domain again.
/// </summary>
public sealed class DkAdminRights
{
    private readonly DkRegistrantDomain _domain;

    internal DkAdminRights(DkRegistrantDomain domain) => _domain = domain;

    /// <summary>Ends the right of use. The registrant has to consent.</summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="DkRefusedException">The registry refused the command.</exception>
    public Task<EppResponse> EndRightOfUseAsync(CancellationToken cancellationToken = default) =>
        _domain.SendAsync(DkOperation.DeleteDomain, new DomainDelete(_domain.Info.Name), cancellationToken);

    /// <summary>Restores a deleted domain, if <see cref="DkHandledDomain.IsRestorable"/>.</summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="DkRefusedException">The registry refused the command.</exception>
    public Task<EppResponse> RestoreAsync(CancellationToken cancellationToken = default) => _domain.SendRestoreAsync(_domain.Registrar.Now, cancellationToken);

    /// <summary>Changes the registrant. The present registrant has to consent.</summary>
    /// <param name="registrant">The handle of a contact under registrant management.</param>
    /// <param name="termsAccepted">When that registrant accepted the registry's terms, at most 30 days ago.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="DkRefusedException">The time is outside the allowed range, or the registry refused the command.</exception>
    public Task<EppResponse> ChangeRegistrantAsync(string registrant, DateTimeOffset termsAccepted, CancellationToken cancellationToken = default) =>
        _domain.SendRegistrantAsync(registrant, termsAccepted, cancellationToken);

    /// <summary>
    /// Sets admin and payer; the registrant's handle returns a role to the registrant. A new payer has to consent; for a new admin, the registrant and then
    /// the new admin have to consent.
    /// </summary>
    /// <param name="admin">The handle of the new admin; null to leave the role unchanged.</param>
    /// <param name="payer">The handle of the new payer; null to leave the role unchanged.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="DkRefusedException">The registry refused the command.</exception>
    public Task<DkStateChange> SetContactsAsync(string? admin = null, string? payer = null, CancellationToken cancellationToken = default) =>
        _domain.SetContactsAsync(DkOperation.AppointAdmin, admin, payer, cancellationToken);

    /// <summary>Sets the name servers. The registrant has to consent (1001).</summary>
    /// <param name="nameServers">The complete set of hosts.</param>
    /// <param name="dsRecords">The complete set of DS records after the change; while consent is pending, they are in <see cref="DkStateChange.DsRecordsToAdd"/>.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="DkRefusedException">The registry refused the command.</exception>
    public Task<DkStateChange> SetNameServersAsync(
        IReadOnlyList<string> nameServers, IReadOnlyList<SecDnsDsData>? dsRecords = null, CancellationToken cancellationToken = default) =>
        DelegationChange.SetNameServersAsync(_domain, nameServers, dsRecords ?? [], cancellationToken);

    /// <summary>Sets the DS records, at once.</summary>
    /// <param name="records">The complete set of records; empty to make the domain unsigned.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="DkRefusedException">The registry refused the command.</exception>
    public Task<DkStateChange> SetDsRecordsAsync(IReadOnlyList<SecDnsDsData> records, CancellationToken cancellationToken = default) =>
        DelegationChange.SetDsRecordsAsync(_domain, records, cancellationToken);

    /// <summary>Creates a token with which a registrar can transfer the domain.</summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>The token and its expiry date. A secret: it gives control of the domain.</returns>
    /// <exception cref="DkRefusedException">The registry refused the command.</exception>
    /// <exception cref="InvalidOperationException">The registry created the token, but does not show it.</exception>
    public Task<DkAuthInfo> CreateTransferTokenAsync(CancellationToken cancellationToken = default) => _domain.MakeTransferTokenAsync(cancellationToken);

    /// <summary>Removes the transfer token.</summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="DkRefusedException">The registry refused the command.</exception>
    public Task<EppResponse> RemoveTransferTokenAsync(CancellationToken cancellationToken = default) => _domain.DropTransferTokenAsync(cancellationToken);
}
