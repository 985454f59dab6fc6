using EppClient.Commands;
using EppClient.Extensions;

namespace EppClient.Dk;

/// <summary>
/// What the admin (proxy) of a domain under registrant management may do. Much of it the registry puts to the registrant first: the answer
/// is 1001, and for most of these there is no poll message that tells how it ended. Read the domain again.
/// </summary>
public sealed class DkAdminRights
{
    private readonly DkRegistrantDomain _domain;

    internal DkAdminRights(DkRegistrantDomain domain) => _domain = domain;

    /// <summary>Ends the right of use. The registrant is asked first.</summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="DkRefusedException">The registry refused.</exception>
    public Task<EppResponse> EndRightOfUseAsync(CancellationToken cancellationToken = default) =>
        _domain.SendAsync(DkOperation.DeleteDomain, new DomainDelete(_domain.Info.Name), cancellationToken);

    /// <summary>Undoes a deletion, while <see cref="DkHandledDomain.IsRestorable"/>.</summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="DkRefusedException">The registry refused.</exception>
    public Task<EppResponse> RestoreAsync(CancellationToken cancellationToken = default) => _domain.SendRestoreAsync(_domain.Registrar.Now, cancellationToken);

    /// <summary>Gives the domain to another registrant. The present one is asked first.</summary>
    /// <param name="registrant">The handle of a contact under registrant management.</param>
    /// <param name="termsAccepted">When that registrant accepted the registry's terms, at most 30 days ago.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="DkRefusedException">The time is outside of its window, or the registry refused.</exception>
    public Task<EppResponse> ChangeRegistrantAsync(string registrant, DateTimeOffset termsAccepted, CancellationToken cancellationToken = default) =>
        _domain.SendRegistrantAsync(registrant, termsAccepted, cancellationToken);

    /// <summary>Brings admin and payer to what is wanted; the registrant's handle gives a role back. Who becomes payer is asked; for a new admin, the registrant and then the new admin.</summary>
    /// <param name="admin">The handle that shall be admin; null to leave the role alone.</param>
    /// <param name="payer">The handle that shall be payer; null to leave the role alone.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="DkRefusedException">The registry refused.</exception>
    public Task<DkStateChange> SetContactsAsync(string? admin = null, string? payer = null, CancellationToken cancellationToken = default) =>
        _domain.SetContactsAsync(DkOperation.AppointAdmin, admin, payer, cancellationToken);

    /// <summary>Brings the name servers to what is wanted. The registrant is asked first (1001).</summary>
    /// <param name="nameServers">All hosts that the domain shall have.</param>
    /// <param name="dsRecords">The DS records that the domain shall have afterwards; where the registrant is asked they wait in <see cref="DkStateChange.DsRecordsToAdd"/>.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="DkRefusedException">The registry refused.</exception>
    public Task<DkStateChange> SetNameServersAsync(
        IReadOnlyList<string> nameServers, IReadOnlyList<SecDnsDsData>? dsRecords = null, CancellationToken cancellationToken = default) =>
        DelegationChange.SetNameServersAsync(_domain, nameServers, dsRecords ?? [], cancellationToken);

    /// <summary>Brings the DS records to what is wanted, at once.</summary>
    /// <param name="records">All records that the domain shall have; none to make it unsigned.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="DkRefusedException">The registry refused.</exception>
    public Task<DkStateChange> SetDsRecordsAsync(IReadOnlyList<SecDnsDsData> records, CancellationToken cancellationToken = default) =>
        DelegationChange.SetDsRecordsAsync(_domain, records, cancellationToken);

    /// <summary>Makes a token with which a registrar can take the domain over.</summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>The token and its end. A secret: whoever has it has the domain.</returns>
    /// <exception cref="DkRefusedException">The registry refused.</exception>
    /// <exception cref="InvalidOperationException">The registry made the token, but does not show it.</exception>
    public Task<DkAuthInfo> CreateTransferTokenAsync(CancellationToken cancellationToken = default) => _domain.MakeTransferTokenAsync(cancellationToken);

    /// <summary>Removes the token for transfer.</summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="DkRefusedException">The registry refused.</exception>
    public Task<EppResponse> RemoveTransferTokenAsync(CancellationToken cancellationToken = default) => _domain.DropTransferTokenAsync(cancellationToken);
}
