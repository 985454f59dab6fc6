using EppClient.Commands;
using EppClient.Extensions;

namespace EppClient.Dk;

/// <summary>
/// The operations on one domain by its name, without reading it first; see <see cref="IDkRegistrar.Domain"/>. Each operation documents the commands that it sends. An
/// operation that needs the state of the domain sends an info itself. What the handling model or a missing role forbids is refused without sending the command.
/// </summary>
/// <remarks>
/// All operations throw a <see cref="DkRefusedException"/> if the registry refuses or the refusal is certain. For more than a few hundred domains, use
/// <see cref="IDkRegistrar.CreateJob"/>.
/// </remarks>
public interface IDkDomain
{
    /// <summary>The name.</summary>
    EppDomainName Name { get; }

    /// <summary>Reads the domain. One command: info.</summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>The domain, as a type for its handling model.</returns>
    Task<DkHandledDomain> ReadAsync(CancellationToken cancellationToken = default);

    /// <summary>Renews the domain for one year, as its registrar or its payer. Two commands: info and renew. Possible from two months before the expiry date.</summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>The response, without data: read the domain for the new date.</returns>
    Task<EppResponse> RenewAsync(CancellationToken cancellationToken = default);

    /// <summary>Restores a deleted domain within 30 days, as its registrar or its admin. One command: update with a restore report. Costs a fee and one year.</summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    Task<EppResponse> RestoreAsync(CancellationToken cancellationToken = default);

    /// <summary>Switches automatic renewal on or off, as the domain's registrar. One command: update.</summary>
    /// <param name="autoRenew">Whether the domain renews automatically at the end of its term.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    Task<EppResponse> SetAutoRenewAsync(bool autoRenew, CancellationToken cancellationToken = default);

    /// <summary>Changes data of the registrant, as the domain's registrar. Three commands: info of the domain, info of the contact, update of the contact.</summary>
    /// <param name="change">The fields of RFC 5733; null for none.</param>
    /// <param name="details">The registry's own fields; null for none.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    Task<EppResponse> UpdateRegistrantAsync(ContactChange? change, DkContactUpdate? details = null, CancellationToken cancellationToken = default);

    /// <summary>Changes the registrant, as the domain's registrar or its admin; an admin needs the present registrant's consent (1001). One command: update.</summary>
    /// <param name="registrant">The handle of a contact under the same handling model.</param>
    /// <param name="termsAccepted">When that registrant accepted the registry's terms, at most 30 days ago.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    Task<EppResponse> ChangeRegistrantAsync(string registrant, DateTimeOffset termsAccepted, CancellationToken cancellationToken = default);

    /// <summary>
    /// Sets the name servers, as registrar, admin or name server manager. Two or three commands: info, update, and an update for DS records. The registry drops all DS
    /// records when name servers change.
    /// </summary>
    /// <param name="nameServers">The complete set of hosts: two to seven.</param>
    /// <param name="dsRecords">The complete set of DS records after the change. Default: null, none.</param>
    /// <param name="cancellationToken">The token to cancel the operation. Cancels the commands that have not been sent.</param>
    Task<DkStateChange> SetNameServersAsync(IReadOnlyList<string> nameServers, IReadOnlyList<SecDnsDsData>? dsRecords = null, CancellationToken cancellationToken = default);

    /// <summary>Sets the DS records, as registrar, admin or name server manager. Two commands: info and update.</summary>
    /// <param name="records">The complete set of records; empty to make the domain unsigned.</param>
    /// <param name="cancellationToken">The token to cancel the operation. Cancels the commands that have not been sent.</param>
    Task<DkStateChange> SetDsRecordsAsync(IReadOnlyList<SecDnsDsData> records, CancellationToken cancellationToken = default);

    /// <summary>
    /// Ends the right of use, as registrar, or as admin, who needs the registrant's consent. One command: delete (1001). The domain leaves the zone at once, can be
    /// restored for 30 days, and is then deleted; a poll message reports the deletion.
    /// </summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    Task<EppResponse> EndRightOfUseAsync(CancellationToken cancellationToken = default);

    /// <summary>Creates a token with which another registrar can transfer the domain. Two commands: update and info.</summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>The token and its expiry date, 14 days ahead. A secret.</returns>
    Task<DkAuthInfo> CreateTransferTokenAsync(CancellationToken cancellationToken = default);

    /// <summary>Removes the transfer token. One command: update.</summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    Task<EppResponse> RemoveTransferTokenAsync(CancellationToken cancellationToken = default);

    /// <summary>Transfers the domain to this account. Two commands: transfer and info.</summary>
    /// <param name="token">The token from the registrant or the losing registrar.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>The domain after the transfer, with a new registrant handle.</returns>
    Task<DkRegistrarDomain> TransferAsync(string token, CancellationToken cancellationToken = default);

    /// <summary>
    /// Transfers the domain from registrant management without a token. The account must have a role on the domain and the registrant's consent. Two commands: transfer
    /// and info. The registry has announced that it will stop accepting such transfers: expect <see cref="DkRefusalReason.TokenRequired"/>.
    /// </summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    Task<DkRegistrarDomain> TransferWithoutTokenAsync(CancellationToken cancellationToken = default);

    /// <summary>Makes this account the payer of a domain under registrant management. Two commands: info and update; only info if it is the payer already.</summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    Task<DkStateChange> BecomePayerAsync(CancellationToken cancellationToken = default);

    /// <summary>Removes the payer, this account or another; the registrant pays from then on. Two commands: info and update.</summary>
    /// <param name="payer">The handle of the payer, if info does not show it to this account. Default: null, the handle that info shows.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="ArgumentNullException">Info does not show the payer, and <paramref name="payer"/> is null.</exception>
    Task<DkStateChange> RemovePayerAsync(string? payer = null, CancellationToken cancellationToken = default);

    /// <summary>Changes admin and payer of a domain under registrant management, as its admin. Info, and one update for each role that changes (1001).</summary>
    /// <param name="admin">The handle of the new admin; null to leave the role unchanged.</param>
    /// <param name="payer">The handle of the new payer; null to leave the role unchanged.</param>
    /// <param name="cancellationToken">The token to cancel the operation. Cancels the commands that have not been sent.</param>
    Task<DkStateChange> SetContactsAsync(string? admin = null, string? payer = null, CancellationToken cancellationToken = default);
}
