using EppClient.Commands;

namespace EppClient.Dk;

/// <summary>
/// A domain under registrant management (<i>registranthåndtering</i>): what the account may do depends on its roles, and for much of it the
/// registrant is asked first. Such a domain has to be taken over by a registrar before 2028-06-30.
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

    /// <summary>What the payer (<i>betaler</i>) may do; null where the account is not.</summary>
    public DkPayerRights? AsPayer { get; }

    /// <summary>What the admin, or proxy (<i>fuldmægtig</i>), may do; null where the account is not.</summary>
    public DkAdminRights? AsAdmin { get; }

    /// <summary>What the manager of all old and new name servers may do. Info does not tell who that is: the registry refuses others.</summary>
    public DkNameServerRights AsNameServerManager { get; }

    /// <summary>Makes this account the payer, at once. From then on <see cref="AsPayer"/> of the domain, read again, renews it.</summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>The answers; none where the account is the payer already.</returns>
    /// <exception cref="DkRefusedException">The registry refused.</exception>
    public Task<DkStateChange> BecomePayerAsync(CancellationToken cancellationToken = default) =>
        SetContactAsync(DkOperation.BecomePayer, new DomainUpdate(Info.Name) { Add = new DomainAddRemove { Contacts = [Billing(Registrar.Handle)] } }, AsPayer is null, cancellationToken);

    /// <summary>
    /// Takes the role of payer away. The registrant pays from then on. The registry's privilege matrix grants this to every registrar, whatever its roles.
    /// </summary>
    /// <param name="payer">The handle of the present payer, where info does not show it: it is shown to those with a role. Default: the handle that info shows.</param>
    /// <param name="cancellationToken">Cancels the command.</param>
    /// <returns>The responses; none where the registrant pays already.</returns>
    /// <exception cref="ArgumentNullException">Info does not show the payer, and none was given.</exception>
    /// <exception cref="DkRefusedException">The registry refused: the domain has been invoiced, or the payer is another.</exception>
    public Task<DkStateChange> RemovePayerAsync(string? payer = null, CancellationToken cancellationToken = default)
    {
        var holder = payer ?? Info.Contacts.FirstOrDefault(contact => contact.Role == DomainContactRole.Billing)?.Id
            ?? throw new ArgumentNullException(nameof(payer), $"The registry does not show the payer of {Name} to this account: name the handle.");
        var isOther = !string.Equals(holder, Info.Registrant, StringComparison.OrdinalIgnoreCase);
        return SetContactAsync(DkOperation.RemovePayer, new DomainUpdate(Info.Name) { Remove = new DomainAddRemove { Contacts = [Billing(holder)] } }, isOther, cancellationToken);
    }

    /// <summary>Takes the domain over into registrar management, with a token that the registrant has made on the registry's pages.</summary>
    /// <param name="token">The token, <c>OWN-TRANSFER-</c> and digits.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>The domain as it is now, with a new registrant handle.</returns>
    /// <exception cref="DkRefusedException">The registry refused.</exception>
    public Task<DkRegistrarDomain> TransferAsync(string token, CancellationToken cancellationToken = default)
    {
        Require(DkOperation.TransferWithToken);
        return Registrar.TransferAsync(DkDomain.Transfer(Info.Name, token), cancellationToken);
    }

    /// <summary>
    /// Takes the domain over into registrar management without a token. For accounts that are its admin, payer or name server manager and
    /// have the registrant's consent. The registry has announced the end of this: be ready for <see cref="DkRefusalReason.TokenRequired"/>.
    /// </summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>The domain as it is now, with a new registrant handle.</returns>
    /// <exception cref="DkRefusedException">The registry refused.</exception>
    public Task<DkRegistrarDomain> TransferWithoutTokenAsync(CancellationToken cancellationToken = default)
    {
        Require(DkOperation.TransferWithoutToken);
        return Registrar.TransferAsync(DkDomain.TransferWithoutToken(Info.Name), cancellationToken);
    }

    /// <summary>Creates a host below the domain. The registrant is asked first (1001).</summary>
    /// <param name="host">The command, as <see cref="DkHost"/> makes it.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="DkRefusedException">The registry refused.</exception>
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

    // Both roles are shown to those who hold one of them or are related otherwise, and to nobody else.
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
