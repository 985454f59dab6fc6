using EppClient.Commands.Domain;
using EppClient.Protocol;

namespace EppClient.Dk;

/// <summary>A name that is offered to the head of its waiting list for 14 days. It has no registrant, no dates and no statuses.</summary>
public sealed class DkOfferedDomain : DkHandledDomain
{
    internal DkOfferedDomain(DkRegistrar registrar, EppResponse<DomainInfoResult> response)
        : base(registrar, response, DkObjectRoles.None)
    {
    }

    /// <summary>Applies for the name on behalf of whom it is offered to.</summary>
    /// <param name="code">The code that the person has from the registry: eight hexadecimal digits. A secret.</param>
    /// <param name="registrant">The handle of that person's contact.</param>
    /// <param name="termsAccepted">When the person accepted the registry's terms.</param>
    /// <param name="nameServers">Two to seven hosts.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="DkRefusedException">The code or the registrant does not fit the offer (<see cref="DkRefusalReason.Token"/>), or another rule is broken.</exception>
    public Task<EppResponse> AcceptOfferAsync(
        string code, string registrant, DateTimeOffset termsAccepted, IReadOnlyList<string> nameServers, CancellationToken cancellationToken = default) =>
        Registrar.ApplyAsync(new DkDomainApplication(Info.Name, registrant, termsAccepted, nameServers) { WaitingListCode = code }, cancellationToken);
}
