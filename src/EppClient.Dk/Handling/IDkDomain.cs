using EppClient.Commands;
using EppClient.Extensions;

namespace EppClient.Dk;

/// <summary>
/// The operations on one domain by its name, without reading it first; <see cref="IDkRegistrar.Domain"/> makes it. Each operation says which commands it sends. Where
/// one needs the state of the domain, it sends an info itself, and what the handling model or the missing role forbids is refused without a further command.
/// </summary>
/// <remarks>
/// All operations throw a <see cref="DkRefusedException"/> where the registry refuses or the refusal is certain. For more than some hundred domains use
/// <see cref="IDkRegistrar.CreateJob"/>.
/// </remarks>
public interface IDkDomain
{
    /// <summary>The name.</summary>
    DkDomainName Name { get; }

    /// <summary>Reads the domain. One command: info.</summary>
    /// <param name="cancellationToken">Cancels the command.</param>
    /// <returns>The domain, as a type for its handling model.</returns>
    Task<DkHandledDomain> ReadAsync(CancellationToken cancellationToken = default);

    /// <summary>Pays for another year, as its registrar or as its payer. Two commands: info and renew. Possible from two months before the expiry date.</summary>
    /// <param name="cancellationToken">Cancels the commands.</param>
    /// <returns>The response, without data: read the domain for the new date.</returns>
    Task<EppResponse> RenewAsync(CancellationToken cancellationToken = default);

    /// <summary>Undoes a deletion within 30 days, as its registrar or as its admin. One command: update with a restore report. Costs a fee and a year.</summary>
    /// <param name="cancellationToken">Cancels the command.</param>
    Task<EppResponse> RestoreAsync(CancellationToken cancellationToken = default);

    /// <summary>Switches automatic renewal, as its registrar. One command: update.</summary>
    /// <param name="autoRenew">Whether the domain renews itself at the end of its term.</param>
    /// <param name="cancellationToken">Cancels the command.</param>
    Task<EppResponse> SetAutoRenewAsync(bool autoRenew, CancellationToken cancellationToken = default);

    /// <summary>Changes data of the registrant, as its registrar. Three commands: info of the domain, info of the contact, update of the contact.</summary>
    /// <param name="change">The fields of RFC 5733; null for none.</param>
    /// <param name="details">The fields of the registry; null for none.</param>
    /// <param name="cancellationToken">Cancels the commands.</param>
    Task<EppResponse> UpdateRegistrantAsync(ContactChange? change, DkContactUpdate? details = null, CancellationToken cancellationToken = default);

    /// <summary>Gives the domain to another registrant, as its registrar, or as its admin, for whom the present registrant is asked first (1001). One command: update.</summary>
    /// <param name="registrant">The handle of a contact under the same handling model.</param>
    /// <param name="termsAccepted">When that registrant accepted the registry's terms, at most 30 days ago.</param>
    /// <param name="cancellationToken">Cancels the command.</param>
    Task<EppResponse> ChangeRegistrantAsync(string registrant, DateTimeOffset termsAccepted, CancellationToken cancellationToken = default);

    /// <summary>
    /// Brings the name servers to what is wanted, as registrar, admin or name server manager. Two or three commands: info, update, and an update for DS records. The
    /// registry drops all DS records when name servers change.
    /// </summary>
    /// <param name="nameServers">All hosts that the domain shall have: two to seven.</param>
    /// <param name="dsRecords">The DS records that the domain shall have afterwards. Default: null, none.</param>
    /// <param name="cancellationToken">Cancels the commands that were not sent yet.</param>
    Task<DkStateChange> SetNameServersAsync(IReadOnlyList<string> nameServers, IReadOnlyList<SecDnsDsData>? dsRecords = null, CancellationToken cancellationToken = default);

    /// <summary>Brings the DS records to what is wanted, as registrar, admin or name server manager. Two commands: info and update.</summary>
    /// <param name="records">All records that the domain shall have; none to make it unsigned.</param>
    /// <param name="cancellationToken">Cancels the commands that were not sent yet.</param>
    Task<DkStateChange> SetDsRecordsAsync(IReadOnlyList<SecDnsDsData> records, CancellationToken cancellationToken = default);

    /// <summary>
    /// Ends the right of use, as its registrar, or as its admin, for whom the registrant is asked first. One command: delete (1001). The domain leaves the zone at once,
    /// can be restored for 30 days, and is then deleted; a poll message reports the end.
    /// </summary>
    /// <param name="cancellationToken">Cancels the command.</param>
    Task<EppResponse> EndRightOfUseAsync(CancellationToken cancellationToken = default);

    /// <summary>Makes a token with which another registrar can take the domain over. Two commands: update and info.</summary>
    /// <param name="cancellationToken">Cancels the commands.</param>
    /// <returns>The token and its expiry date, 14 days ahead. A secret.</returns>
    Task<DkAuthInfo> CreateTransferTokenAsync(CancellationToken cancellationToken = default);

    /// <summary>Removes the token for transfer. One command: update.</summary>
    /// <param name="cancellationToken">Cancels the command.</param>
    Task<EppResponse> RemoveTransferTokenAsync(CancellationToken cancellationToken = default);

    /// <summary>Takes the domain over into this account. Two commands: transfer and info.</summary>
    /// <param name="token">The token from the registrant or the losing registrar.</param>
    /// <param name="cancellationToken">Cancels the commands.</param>
    /// <returns>The domain as it is now, with a new registrant handle.</returns>
    Task<DkRegistrarDomain> TransferAsync(string token, CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes the domain over from registrant management without a token, where the account has a role on it and the registrant's consent. Two commands: transfer and
    /// info. The registry has announced the end of this: be ready for <see cref="DkRefusalReason.TokenRequired"/>.
    /// </summary>
    /// <param name="cancellationToken">Cancels the commands.</param>
    Task<DkRegistrarDomain> TransferWithoutTokenAsync(CancellationToken cancellationToken = default);

    /// <summary>Makes this account the payer of a domain under registrant management. Two commands: info and update; only the info where it pays already.</summary>
    /// <param name="cancellationToken">Cancels the commands.</param>
    Task<DkStateChange> BecomePayerAsync(CancellationToken cancellationToken = default);

    /// <summary>Takes the role of payer away, from this account or another; the registrant pays then. Two commands: info and update.</summary>
    /// <param name="payer">The handle of the payer, where info does not show it to this account. Default: null, the one that info shows.</param>
    /// <param name="cancellationToken">Cancels the commands.</param>
    /// <exception cref="ArgumentNullException">Info does not show the payer, and none was given.</exception>
    Task<DkStateChange> RemovePayerAsync(string? payer = null, CancellationToken cancellationToken = default);

    /// <summary>Changes admin and payer of a domain under registrant management, as its admin. Info, and an update for each role that changes (1001).</summary>
    /// <param name="admin">The handle that shall be admin; null to leave the role as it is.</param>
    /// <param name="payer">The handle that shall be payer; null to leave the role as it is.</param>
    /// <param name="cancellationToken">Cancels the commands that were not sent yet.</param>
    Task<DkStateChange> SetContactsAsync(string? admin = null, string? payer = null, CancellationToken cancellationToken = default);
}
