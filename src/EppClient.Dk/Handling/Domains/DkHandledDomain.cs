using EppClient.Commands;
using EppClient.Extensions;

namespace EppClient.Dk;

/// <summary>A domain as an account sees it at one moment. What can be done with it depends on its handling model: see the derived types.</summary>
public abstract class DkHandledDomain
{
    private const string Redemption = "redemptionPeriod";

    private protected DkHandledDomain(DkRegistrar registrar, EppResponse<DomainInfoResult> response, DkObjectRoles roles)
    {
        Registrar = registrar;
        Response = response;
        Roles = roles;
        Name = DkDomainName.From(response.Data.Name);
        Details = response.Extension<DkDomainInfoResult>() ?? new DkDomainInfoResult();
    }

    /// <summary>The name.</summary>
    public DkDomainName Name { get; }

    /// <summary>What info answered.</summary>
    public DomainInfoResult Info => Response.Data;

    /// <summary>What the registry tells beyond RFC 5731.</summary>
    public DkDomainInfoResult Details { get; }

    /// <summary>The handling model.</summary>
    public DkHandlingModel Model => Info.GetHandlingModel();

    /// <summary>
    /// The account's roles as far as info shows them. Whether the account manages the name servers it does not show: what a
    /// name server manager may do is left to the registry.
    /// </summary>
    public DkObjectRoles Roles { get; }

    /// <summary>The name servers.</summary>
    public IReadOnlyList<DkDomainName> NameServers => [.. (Info.NameServers?.HostObjects ?? []).Select(DkDomainName.From)];

    /// <summary>The DS records.</summary>
    public IReadOnlyList<SecDnsDsData> DsRecords => DkDesiredState.DsRecordsOf(Response);

    /// <summary>Whether a deletion can be undone now. The registry shows it in either of two places.</summary>
    public bool IsRestorable =>
        Info.Statuses.Any(status => status.Status.Value == Redemption)
        || Response.Extension<RgpInfoResult>()?.Statuses.Any(status => status.Status == RgpStatusValue.RedemptionPeriod) == true;

    internal DkRegistrar Registrar { get; }

    internal EppResponse<DomainInfoResult> Response { get; }

    /// <summary>Why an operation would be refused, as far as that is certain without asking the registry.</summary>
    /// <param name="operation">The operation.</param>
    /// <returns>The refusal; null where the registry would obey, or has to be asked.</returns>
    public DkRefusal? FindRefusal(DkOperation operation)
    {
        var privilege = DkPrivileges.Of(operation, Model, Roles | (Roles.HasFlag(DkObjectRoles.Registrar) ? DkObjectRoles.None : DkObjectRoles.NameServerManager));
        return privilege.Permission == DkAccess.Refused ? DkRefusal.Local(operation, privilege, Name.Unicode) : null;
    }

    /// <summary>Reads the domain again.</summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>The domain as it is now, which may be of another type.</returns>
    /// <exception cref="DkRefusedException">The registry refused: the domain is gone.</exception>
    public Task<DkHandledDomain> RefreshAsync(CancellationToken cancellationToken = default) => Registrar.GetDomainAsync(Name.Ascii, cancellationToken);

    /// <summary>Reads the registrant.</summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="DkRefusedException">The registry refused.</exception>
    public Task<DkHandledContact> GetRegistrantAsync(CancellationToken cancellationToken = default) =>
        Registrar.GetContactAsync(
            Info.Registrant ?? throw new InvalidOperationException($"The registry shows no registrant of {Name}."), isRegistrant: true, cancellationToken);

    /// <summary>The name and the model.</summary>
    public override string ToString() => $"{Name} ({Model})";

    internal static DkHandledDomain From(DkRegistrar registrar, EppResponse<DomainInfoResult> response)
    {
        if (response.Extension<DkDomainInfoResult>()?.IsOfferedOnWaitingList == true)
        {
            return new DkOfferedDomain(registrar, response);
        }

        if (response.Data.GetHandlingModel() == DkHandlingModel.RegistrantManaged)
        {
            return new DkRegistrantDomain(registrar, response);
        }

        // Where the registry shows a name in place of a handle, the domain is another registrar's.
        return registrar.Sponsors(response.Data.SponsoringClientId) ? new DkRegistrarDomain(registrar, response) : new DkOtherRegistrarDomain(registrar, response);
    }

    internal Task<EppResponse> SendAsync(DkOperation operation, IEppCommand command, CancellationToken cancellationToken)
    {
        Require(operation);
        return Registrar.SendAsync(command, cancellationToken);
    }

    internal void Require(DkOperation operation)
    {
        if (FindRefusal(operation) is { } refusal)
        {
            throw new DkRefusedException(refusal);
        }
    }

    internal Task<EppResponse> SendRenewalAsync(CancellationToken cancellationToken) => SendAsync(
        DkOperation.RenewDomain,
        DkDomain.Renew(Info.Name, Info.ExpiryDate ?? throw new InvalidOperationException($"The registry shows no expiry date of {Name}: there is nothing to renew yet.")),
        cancellationToken);

    internal Task<EppResponse> SendRestoreAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        SendAsync(DkOperation.RestoreDomain, DkDomain.Restore(Info.Name, Info.UpdatedDate ?? now, now), cancellationToken);

    internal Task<EppResponse> SendRegistrantAsync(string registrant, DateTimeOffset termsAccepted, CancellationToken cancellationToken)
    {
        Require(DkOperation.ChangeRegistrant);
        Registrar.CheckAcceptance(termsAccepted);
        return Registrar.SendAsync(DkDomain.ChangeRegistrant(Info.Name, registrant, termsAccepted), cancellationToken);
    }

    internal async Task<DkAuthInfo> MakeTransferTokenAsync(CancellationToken cancellationToken)
    {
        await SendAsync(DkOperation.CreateTransferToken, DkDomain.CreateTransferToken(Info.Name), cancellationToken).ConfigureAwait(false);
        return await Registrar.GetTransferTokenAsync(Name.Ascii, cancellationToken).ConfigureAwait(false);
    }

    internal Task<EppResponse> DropTransferTokenAsync(CancellationToken cancellationToken) =>
        SendAsync(DkOperation.CreateTransferToken, DkDomain.RemoveTransferToken(Info.Name), cancellationToken);
}
