using EppClient.Protocol;

namespace EppClient.Dk;

/// <summary>What the payer of a domain under registrant management may do.</summary>
public sealed class DkPayerRights
{
    private readonly DkRegistrantDomain _domain;

    internal DkPayerRights(DkRegistrantDomain domain) => _domain = domain;

    /// <summary>Pays for another year, before the registry sends its invoice.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The answer, without data: read the domain again for the new date.</returns>
    /// <exception cref="DkRefusedException">The registry refused.</exception>
    public Task<EppResponse> RenewAsync(CancellationToken cancellationToken = default) => _domain.SendRenewalAsync(cancellationToken);

    /// <summary>Gives the role up. The registrant pays then, and hears of it from the registry.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="DkRefusedException">The registry refused: the domain has been invoiced.</exception>
    public Task<DkStateChange> StepDownAsync(CancellationToken cancellationToken = default) =>
        _domain.SetContactsAsync(DkOperation.RemovePayer, admin: null, _domain.Info.Registrant, cancellationToken);
}
