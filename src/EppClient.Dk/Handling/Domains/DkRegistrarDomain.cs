using EppClient.Commands;
using EppClient.Extensions;

namespace EppClient.Dk;

/// <summary>
/// A domain that this account manages (<i>forhandlerhåndtering</i>). The account's four duties have one call each: paying, keeping the
/// registrant's data right, setting up name servers and DS records, and ending the right of use.
/// </summary>
public sealed class DkRegistrarDomain : DkHandledDomain
{
    internal DkRegistrarDomain(DkRegistrar registrar, EppResponse<DomainInfoResult> response)
        : base(registrar, response, DkObjectRoles.Registrar)
    {
    }

    /// <summary>Paying: another year. Possible from two months before the expiry date.</summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>The answer, without data: read the domain again for the new date.</returns>
    /// <exception cref="DkRefusedException">The registry refused.</exception>
    public Task<EppResponse> RenewAsync(CancellationToken cancellationToken = default) => SendRenewalAsync(cancellationToken);

    /// <summary>Paying: undoes a deletion, while <see cref="DkHandledDomain.IsRestorable"/>. Costs a fee and a year.</summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="DkRefusedException">The registry refused.</exception>
    public Task<EppResponse> RestoreAsync(CancellationToken cancellationToken = default) => SendRestoreAsync(Registrar.Now, cancellationToken);

    /// <summary>Paying: whether the domain renews itself at the end of its term. Off, it is suspended then, and deleted 30 days later.</summary>
    /// <param name="autoRenew">Whether it does.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>The answer; null where it was set like that, and nothing was sent.</returns>
    /// <exception cref="DkRefusedException">The registry refused.</exception>
    public async Task<EppResponse?> SetAutoRenewAsync(bool autoRenew, CancellationToken cancellationToken = default) =>
        Details.AutoRenew == autoRenew ? null : await SendAsync(DkOperation.DisableAutoRenew, DkDomain.SetAutoRenew(Info.Name, autoRenew), cancellationToken).ConfigureAwait(false);

    /// <summary>Contact data: changes of the registrant that no public register has locked, at once or after a confirmation.</summary>
    /// <param name="change">The fields of RFC 5733; null for none.</param>
    /// <param name="details">The fields of the registry; null for none.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="DkRefusedException">A field is locked, or the registry refused.</exception>
    public async Task<EppResponse> UpdateRegistrantAsync(
        EppClient.Commands.ContactChange? change, DkContactUpdate? details = null, CancellationToken cancellationToken = default) =>
        await GetRegistrantAsync(cancellationToken).ConfigureAwait(false) is DkRegistrarContact contact
            ? await contact.UpdateAsync(change, details, cancellationToken).ConfigureAwait(false)
            : throw new DkRefusedException(DkRefusal.Local(DkRefusalReason.MissingRole, $"The registrant of {Name} is not a contact of this account."));

    /// <summary>Contact data: gives the domain to another registrant, which may wait for a check of identity (1001).</summary>
    /// <param name="registrant">The handle of a contact that this account manages.</param>
    /// <param name="termsAccepted">When that registrant accepted the registry's terms, at most 30 days ago.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="DkRefusedException">The time is outside of its window, or the registry refused.</exception>
    public Task<EppResponse> ChangeRegistrantAsync(string registrant, DateTimeOffset termsAccepted, CancellationToken cancellationToken = default) =>
        SendRegistrantAsync(registrant, termsAccepted, cancellationToken);

    /// <summary>Name servers: brings them to what is wanted. The registry drops all DS records when they change.</summary>
    /// <param name="nameServers">All hosts that the domain shall have: two to seven, which already answer for it.</param>
    /// <param name="dsRecords">The DS records that the domain shall have afterwards, sent in a second command; none to leave it unsigned.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="DkRefusedException">The registry refused the name servers; nothing has changed.</exception>
    public Task<DkStateChange> SetNameServersAsync(
        IReadOnlyList<string> nameServers, IReadOnlyList<SecDnsDsData>? dsRecords = null, CancellationToken cancellationToken = default) =>
        DelegationChange.SetNameServersAsync(this, nameServers, dsRecords ?? [], cancellationToken);

    /// <summary>DS records: brings them to what is wanted.</summary>
    /// <param name="records">All records that the domain shall have; none to make it unsigned.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="DkRefusedException">The registry refused.</exception>
    public Task<DkStateChange> SetDsRecordsAsync(IReadOnlyList<SecDnsDsData> records, CancellationToken cancellationToken = default) =>
        DelegationChange.SetDsRecordsAsync(this, records, cancellationToken);

    /// <summary>
    /// Ending the right of use: the domain stops working at once and is deleted in 30 days, during which it can be restored. To let
    /// the paid term run out first, use <see cref="SetAutoRenewAsync"/>.
    /// </summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>The answer, 1001: a poll message tells when the domain is gone, or restored.</returns>
    /// <exception cref="DkRefusedException">The registry refused.</exception>
    public Task<EppResponse> EndRightOfUseAsync(CancellationToken cancellationToken = default) =>
        SendAsync(DkOperation.DeleteDomain, new DomainDelete(Info.Name), cancellationToken);

    /// <summary>Makes a token with which another registrar can take the domain over.</summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>The token and its end. A secret: whoever has it has the domain.</returns>
    /// <exception cref="DkRefusedException">The registry refused.</exception>
    /// <exception cref="InvalidOperationException">The registry made the token, but does not show it.</exception>
    public Task<DkAuthInfo> CreateTransferTokenAsync(CancellationToken cancellationToken = default) => MakeTransferTokenAsync(cancellationToken);

    /// <summary>Removes the token for transfer.</summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="DkRefusedException">The registry refused.</exception>
    public Task<EppResponse> RemoveTransferTokenAsync(CancellationToken cancellationToken = default) => DropTransferTokenAsync(cancellationToken);

    /// <summary>Creates a host below the domain, without anybody's approval.</summary>
    /// <param name="host">The command, as <see cref="DkHost"/> makes it.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="DkRefusedException">The registry refused.</exception>
    public Task<EppResponse> CreateHostAsync(HostCreate host, CancellationToken cancellationToken = default) =>
        SendAsync(DkOperation.CreateHostBelow, host, cancellationToken);
}
