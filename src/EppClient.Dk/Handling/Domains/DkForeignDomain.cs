using EppClient.Commands.Domain;
using EppClient.Protocol;

namespace EppClient.Dk;

/// <summary>A domain that another registrar manages.</summary>
public sealed class DkForeignDomain : DkHandledDomain
{
    internal DkForeignDomain(DkRegistrar registrar, EppResponse<DomainInfoResult> response)
        : base(registrar, response, DkObjectRoles.None) => AsNameServerManager = new DkNameServerRights(this);

    /// <summary>What the manager of all old and new name servers may do. Info does not tell who that is: the registry refuses others.</summary>
    public DkNameServerRights AsNameServerManager { get; }

    /// <summary>Takes the domain over with a token that the registrant or the losing registrar has passed on.</summary>
    /// <param name="token">The token, <c>OWN-TRANSFER-</c> or <c>REG-TRANSFER-</c> and digits.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The domain as it is now, with a new registrant handle.</returns>
    /// <exception cref="DkRefusedException">The registry refused.</exception>
    public Task<DkRegistrarDomain> TakeOverAsync(string token, CancellationToken cancellationToken = default)
    {
        Require(DkOperation.TakeOverWithToken);
        return Registrar.TransferAsync(DkDomain.Transfer(Info.Name, token), cancellationToken);
    }
}
