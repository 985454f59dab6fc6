using EppClient.Commands;

namespace EppClient.Dk;

/// <summary>
/// A domain under registrant management (<i>registranthåndtering</i>). The available operations depend on the account's roles, and many need the
/// registrant's consent. Such a domain has to be transferred to a registrar before 2028-06-30.
/// </summary>
public sealed class DkRegistrantDomain : DkHandledDomain
{
    internal DkRegistrantDomain(DkRegistrar registrar, EppResponse<DomainInfoResult> response)
        : base(registrar, response, RolesOf(registrar, response.Data))
    {
        AsPayer = Roles.HasFlag(DkObjectRoles.Payer) ? new DkPayerRights(this) : null;
        AsAdmin = Roles.HasFlag(DkObjectRoles.Admin) ? new DkAdminRights(this) : null;
        AsNameServerManager = new DkNameServerRights(this);
    }

    /// <summary>The operations of the payer (<i>betaler</i>); null if the account does not have this role.</summary>
    public DkPayerRights? AsPayer { get; }

    /// <summary>The operations of the admin, or proxy (<i>fuldmægtig</i>); null if the account does not have this role.</summary>
    public DkAdminRights? AsAdmin { get; }

    /// <summary>The operations of the manager of all old and new name servers. Info does not show who that is: the registry refuses other accounts.</summary>
    public DkNameServerRights AsNameServerManager { get; }

    /// <summary>Makes this account the payer, at once. Read the domain again and use its <see cref="AsPayer"/> to renew it.</summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>The responses; empty if the account is the payer already.</returns>
    /// <exception cref="DkRefusedException">The registry refused the command.</exception>
    public Task<DkStateChange> BecomePayerAsync(CancellationToken cancellationToken = default) =>
        SetContactAsync(DkOperation.BecomePayer, new DomainUpdate(Info.Name) { Add = new DomainUpdateItems { Contacts = [Billing(Registrar.Handle)] } }, AsPayer is null, cancellationToken);

    /// <summary>
    /// Removes the payer. The registrant pays from then on. The registry's privilege matrix grants this to every registrar, whatever its roles.
    /// </summary>
    /// <param name="payer">The handle of the present payer, if info does not show it: only accounts with a role see it. Default: null, the handle that info shows.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>The responses; empty if the registrant pays already.</returns>
    /// <exception cref="ArgumentNullException">Info does not show the payer, and none was given.</exception>
    /// <exception cref="DkRefusedException">The registry refused the command: the domain has been invoiced, or the payer is another handle.</exception>
    public Task<DkStateChange> RemovePayerAsync(string? payer = null, CancellationToken cancellationToken = default)
    {
        var holder = payer ?? Info.Contacts.FirstOrDefault(contact => contact.Role == DomainContactRole.Billing)?.Id
            ?? throw new ArgumentNullException(nameof(payer), $"The registry does not show the payer of {Name} to this account: pass the handle.");
        var isOther = !string.Equals(holder, Info.Registrant, StringComparison.OrdinalIgnoreCase);
        return SetContactAsync(DkOperation.RemovePayer, new DomainUpdate(Info.Name) { Remove = new DomainUpdateItems { Contacts = [Billing(holder)] } }, isOther, cancellationToken);
    }

    /// <summary>Transfers the domain to registrar management, with a token that the registrant has created on the registry's web pages.</summary>
    /// <param name="token">The token, <c>OWN-TRANSFER-</c> and digits.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>The domain after the transfer, with a new registrant handle.</returns>
    /// <exception cref="DkRefusedException">The registry refused the command.</exception>
    public Task<DkRegistrarDomain> TransferAsync(string token, CancellationToken cancellationToken = default)
    {
        Require(DkOperation.TransferWithToken);
        return Registrar.TransferAsync(DkDomain.Transfer(Info.Name, token), cancellationToken);
    }

    /// <summary>
    /// Transfers the domain to registrar management without a token. The account must be its admin, payer or name server manager and have the registrant's
    /// consent. The registry has announced that it will stop accepting such transfers: expect <see cref="DkRefusalReason.TokenRequired"/>.
    /// </summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>The domain after the transfer, with a new registrant handle.</returns>
    /// <exception cref="DkRefusedException">The registry refused the command.</exception>
    public Task<DkRegistrarDomain> TransferWithoutTokenAsync(CancellationToken cancellationToken = default)
    {
        Require(DkOperation.TransferWithoutToken);
        return Registrar.TransferAsync(DkDomain.TransferWithoutToken(Info.Name), cancellationToken);
    }

    /// <summary>Creates a host below the domain. The registrant has to consent (1001).</summary>
    /// <param name="host">The command; see <see cref="DkHost"/>.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="DkRefusedException">The registry refused the command.</exception>
    public Task<EppResponse> CreateHostAsync(HostCreate host, CancellationToken cancellationToken = default) =>
        SendAsync(DkOperation.CreateHostBelow, host, cancellationToken);

    internal async Task<DkStateChange> SetContactsAsync(DkOperation operation, string? admin, string? billing, CancellationToken cancellationToken)
    {
        Require(operation);
        List<EppResponse> responses = [];
        foreach (var command in DkDesiredState.SetContacts(Info, admin, billing))
        {
            responses.Add(await Registrar.SendAsync(command, cancellationToken).ConfigureAwait(false));
        }

        return responses.Count == 0 ? DkStateChange.None : new DkStateChange { Responses = responses };
    }

    private async Task<DkStateChange> SetContactAsync(DkOperation operation, DomainUpdate command, bool isChange, CancellationToken cancellationToken) =>
        isChange ? new DkStateChange { Responses = [await SendAsync(operation, command, cancellationToken).ConfigureAwait(false)] } : DkStateChange.None;

    private static DomainContact Billing(string handle) => new() { Id = handle, Role = DomainContactRole.Billing };

    // The registry shows both roles only to accounts that have one of them or another relation to the domain.
    private static DkObjectRoles RolesOf(DkRegistrar registrar, DomainInfoResult info)
    {
        var roles = DkObjectRoles.None;
        foreach (var contact in info.Contacts.Where(contact => registrar.Owns(contact.Id)))
        {
            roles |= contact.Role == DomainContactRole.Administrative ? DkObjectRoles.Admin
                : contact.Role == DomainContactRole.Billing ? DkObjectRoles.Payer
                : DkObjectRoles.None;
        }

        return roles;
    }
}
