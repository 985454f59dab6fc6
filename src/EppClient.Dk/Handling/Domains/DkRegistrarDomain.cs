using EppClient.Commands;
using EppClient.Extensions;

namespace EppClient.Dk;

/// <summary>
/// A domain that this account manages (<i>forhandlerhåndtering</i>). Its methods cover the account's four duties: payment, contact data of the
/// registrant, name servers and DS records, and ending the right of use.
/// </summary>
public sealed class DkRegistrarDomain : DkHandledDomain
{
    internal DkRegistrarDomain(DkRegistrar registrar, EppResponse<DomainInfoResult> response)
        : base(registrar, response, DkObjectRoles.Registrar)
    {
    }

    /// <summary>Renews the domain for one year. Possible from two months before the expiry date.</summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>The response, without data: read the domain again for the new date.</returns>
    /// <exception cref="DkRefusedException">The registry refused the command.</exception>
    public Task<EppResponse> RenewAsync(CancellationToken cancellationToken = default) => SendRenewalAsync(cancellationToken);

    /// <summary>Restores a deleted domain, if <see cref="DkHandledDomain.IsRestorable"/>. Costs a fee and one year.</summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="DkRefusedException">The registry refused the command.</exception>
    public Task<EppResponse> RestoreAsync(CancellationToken cancellationToken = default) => SendRestoreAsync(Registrar.Now, cancellationToken);

    /// <summary>Switches automatic renewal on or off. If off, the domain is suspended at the end of its term and deleted 30 days later.</summary>
    /// <param name="autoRenew">Whether the domain renews automatically.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>The response; null if the value was already set, so nothing was sent.</returns>
    /// <exception cref="DkRefusedException">The registry refused the command.</exception>
    public async Task<EppResponse?> SetAutoRenewAsync(bool autoRenew, CancellationToken cancellationToken = default) =>
        Details.AutoRenew == autoRenew ? null : await SendAsync(DkOperation.DisableAutoRenew, DkDomain.SetAutoRenew(Info.Name, autoRenew), cancellationToken).ConfigureAwait(false);

    /// <summary>Changes data of the registrant that no public register has locked, at once or after a confirmation.</summary>
    /// <param name="change">The fields of RFC 5733; null for none.</param>
    /// <param name="details">The registry's own fields; null for none.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="DkRefusedException">A field is locked, or the registry refused the command.</exception>
    public async Task<EppResponse> UpdateRegistrantAsync(
        EppClient.Commands.ContactChange? change, DkContactUpdate? details = null, CancellationToken cancellationToken = default) =>
        await GetRegistrantAsync(cancellationToken).ConfigureAwait(false) is DkRegistrarContact contact
            ? await contact.UpdateAsync(change, details, cancellationToken).ConfigureAwait(false)
            : throw new DkRefusedException(DkRefusal.Local(DkRefusalReason.MissingRole, $"The registrant of {Name} is not a contact of this account."));

    /// <summary>Changes the registrant. The change may wait for a verification of identity (1001).</summary>
    /// <param name="registrant">The handle of a contact that this account manages.</param>
    /// <param name="termsAccepted">When that registrant accepted the registry's terms, at most 30 days ago.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="DkRefusedException">The time is outside the allowed range, or the registry refused the command.</exception>
    public Task<EppResponse> ChangeRegistrantAsync(string registrant, DateTimeOffset termsAccepted, CancellationToken cancellationToken = default) =>
        SendRegistrantAsync(registrant, termsAccepted, cancellationToken);

    /// <summary>Sets the name servers. The registry drops all DS records when they change.</summary>
    /// <param name="nameServers">The complete set of hosts: two to seven, which already respond for the domain.</param>
    /// <param name="dsRecords">The complete set of DS records after the change, sent in a second command; null or empty to leave the domain unsigned.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="DkRefusedException">The registry refused the name servers; nothing has changed.</exception>
    public Task<DkStateChange> SetNameServersAsync(
        IReadOnlyList<string> nameServers, IReadOnlyList<SecDnsDsData>? dsRecords = null, CancellationToken cancellationToken = default) =>
        DelegationChange.SetNameServersAsync(this, nameServers, dsRecords ?? [], cancellationToken);

    /// <summary>Sets the DS records.</summary>
    /// <param name="records">The complete set of records; empty to make the domain unsigned.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="DkRefusedException">The registry refused the command.</exception>
    public Task<DkStateChange> SetDsRecordsAsync(IReadOnlyList<SecDnsDsData> records, CancellationToken cancellationToken = default) =>
        DelegationChange.SetDsRecordsAsync(this, records, cancellationToken);

    /// <summary>
    /// Ends the right of use: the domain stops working at once and is deleted after 30 days, during which it can be restored. To delete it at the
    /// end of its paid term instead, use <see cref="SetAutoRenewAsync"/>.
    /// </summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>The response, 1001: a poll message reports when the domain is deleted or restored.</returns>
    /// <exception cref="DkRefusedException">The registry refused the command.</exception>
    public Task<EppResponse> EndRightOfUseAsync(CancellationToken cancellationToken = default) =>
        SendAsync(DkOperation.DeleteDomain, new DomainDelete(Info.Name), cancellationToken);

    /// <summary>Creates a token with which another registrar can transfer the domain.</summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>The token and its expiry date. A secret: it gives control of the domain.</returns>
    /// <exception cref="DkRefusedException">The registry refused the command.</exception>
    /// <exception cref="InvalidOperationException">The registry created the token, but does not show it.</exception>
    public Task<DkAuthInfo> CreateTransferTokenAsync(CancellationToken cancellationToken = default) => MakeTransferTokenAsync(cancellationToken);

    /// <summary>Removes the transfer token.</summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="DkRefusedException">The registry refused the command.</exception>
    public Task<EppResponse> RemoveTransferTokenAsync(CancellationToken cancellationToken = default) => DropTransferTokenAsync(cancellationToken);

    /// <summary>Creates a host below the domain. No consent is needed.</summary>
    /// <param name="host">The command; see <see cref="DkHost"/>.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="DkRefusedException">The registry refused the command.</exception>
    public Task<EppResponse> CreateHostAsync(HostCreate host, CancellationToken cancellationToken = default) =>
        SendAsync(DkOperation.CreateHostBelow, host, cancellationToken);
}
