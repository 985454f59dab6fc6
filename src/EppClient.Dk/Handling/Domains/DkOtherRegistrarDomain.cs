using EppClient.Commands;

namespace EppClient.Dk;

/// <summary>A domain that another registrar manages.</summary>
public sealed class DkOtherRegistrarDomain : DkHandledDomain
{
    internal DkOtherRegistrarDomain(DkRegistrar registrar, EppResponse<DomainInfoResult> response)
        : base(registrar, response, DkObjectRoles.None) => AsNameServerManager = new DkNameServerRights(this);

    /// <summary>The operations of the manager of all old and new name servers. Info does not show who that is: the registry refuses other accounts.</summary>
    public DkNameServerRights AsNameServerManager { get; }

    /// <summary>Transfers the domain with a token from the registrant or the losing registrar.</summary>
    /// <param name="token">The token, <c>OWN-TRANSFER-</c> or <c>REG-TRANSFER-</c> and digits.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>The domain after the transfer, with a new registrant handle.</returns>
    /// <exception cref="DkRefusedException">The registry refused the command.</exception>
    public Task<DkRegistrarDomain> TransferAsync(string token, CancellationToken cancellationToken = default)
    {
        Require(DkOperation.TransferWithToken);
        return Registrar.TransferAsync(DkDomain.Transfer(Info.Name, token), cancellationToken);
    }
}

/// <summary>A name that is offered to the first on its waiting list for 14 days. It has no registrant, no dates and no statuses.</summary>
public sealed class DkOfferedDomain : DkHandledDomain
{
    internal DkOfferedDomain(DkRegistrar registrar, EppResponse<DomainInfoResult> response)
        : base(registrar, response, DkObjectRoles.None)
    {
    }

    /// <summary>Applies for the name on behalf of the person to whom it is offered.</summary>
    /// <param name="code">The code that the registry sent to the person: eight hexadecimal digits. A secret.</param>
    /// <param name="registrant">The handle of that person's contact.</param>
    /// <param name="termsAccepted">When the person accepted the registry's terms.</param>
    /// <param name="nameServers">Two to seven hosts.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="DkRefusedException">The code or the registrant does not match the offer (<see cref="DkRefusalReason.Token"/>), or another rule is violated.</exception>
    public Task<EppResponse> AcceptOfferAsync(
        string code, string registrant, DateTimeOffset termsAccepted, IReadOnlyList<string> nameServers, CancellationToken cancellationToken = default) =>
        Registrar.ApplyAsync(new DkDomainApplication(Info.Name, registrant, termsAccepted, nameServers) { WaitingListCode = code }, cancellationToken);
}
