using EppClient.Commands;
using EppClient.Extensions;

namespace EppClient.Dk;

/// <summary>A snapshot of a domain as an account sees it. The operations depend on the handling model: see the derived types.</summary>
public abstract class DkHandledDomain
{
    private const string Redemption = "redemptionPeriod";

    private protected DkHandledDomain(DkRegistrar registrar, EppResponse<DomainInfoResult> response, DkObjectRoles roles)
    {
        Registrar = registrar;
        Response = response;
        Roles = roles;
        Name = EppDomainName.From(response.Data.Name);
        Details = response.Extension<DkDomainInfoResult>() ?? new DkDomainInfoResult();
    }

    /// <summary>The name.</summary>
    public EppDomainName Name { get; }

    /// <summary>The result of info.</summary>
    public DomainInfoResult Info => Response.Data;

    /// <summary>The registry's fields in addition to RFC 5731.</summary>
    public DkDomainInfoResult Details { get; }

    /// <summary>The handling model.</summary>
    public DkHandlingModel Model => Info.GetHandlingModel();

    /// <summary>
    /// The account's roles, as far as info shows them. Info does not show whether the account manages the name servers: the registry decides
    /// what a name server manager may do.
    /// </summary>
    public DkObjectRoles Roles { get; }

    /// <summary>The name servers.</summary>
    public IReadOnlyList<EppDomainName> NameServers => [.. (Info.NameServers?.HostObjects ?? []).Select(EppDomainName.From)];

    /// <summary>The DS records.</summary>
    public IReadOnlyList<SecDnsDsData> DsRecords => DkDesiredState.DsRecordsOf(Response);

    /// <summary>Whether the domain can be restored now. The registry shows this in one of two places.</summary>
    public bool IsRestorable =>
        Info.Statuses.Any(status => status.Status.Value == Redemption)
        || Response.Extension<RgpInfoResult>()?.Statuses.Any(status => status.Status == RgpStatusValue.RedemptionPeriod) == true;

    internal DkRegistrar Registrar { get; }

    internal EppResponse<DomainInfoResult> Response { get; }

    /// <summary>Gets the reason why an operation would be refused, if that is certain without a query to the registry.</summary>
    /// <param name="operation">The operation.</param>
    /// <returns>The refusal; null if the registry would accept the operation, or if only the registry can decide.</returns>
    public DkRefusal? FindRefusal(DkOperation operation)
    {
        var privilege = DkPrivileges.Of(operation, Model, Roles | (Roles.HasFlag(DkObjectRoles.Registrar) ? DkObjectRoles.None : DkObjectRoles.NameServerManager));
        return privilege.Access == DkAccess.Refused ? DkRefusal.Local(operation, privilege, Name.Unicode) : null;
    }

    /// <summary>Reads the domain again.</summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>The current domain, which may be of another type.</returns>
    /// <exception cref="DkRefusedException">The registry refused the command: the domain no longer exists.</exception>
    public Task<DkHandledDomain> RefreshAsync(CancellationToken cancellationToken = default) => Registrar.GetDomainAsync(Name.Ascii, cancellationToken);

    /// <summary>Reads the registrant.</summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="DkRefusedException">The registry refused the command.</exception>
    public Task<DkHandledContact> GetRegistrantAsync(CancellationToken cancellationToken = default) =>
        Registrar.GetContactAsync(
            Info.Registrant ?? throw new InvalidOperationException($"The registry shows no registrant for {Name}."), isRegistrant: true, cancellationToken);

    /// <summary>Returns the name and the model.</summary>
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

        // If the registry shows a name instead of a handle, another registrar manages the domain.
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
        DkDomain.Renew(Info.Name, Info.ExpiryDate ?? throw new InvalidOperationException($"The registry shows no expiry date for {Name}: it cannot be renewed yet.")),
        cancellationToken);

    internal Task<EppResponse> SendRestoreAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        Require(DkOperation.RestoreDomain);

        // The registry responds with the code of a missing right.
        return IsRestorable
            ? Registrar.SendAsync(DkDomain.Restore(Info.Name, Info.UpdatedDate ?? now, now), cancellationToken)
            : throw new DkRefusedException(DkRefusal.Local(
                DkRefusalReason.Status, $"{Name} is not deleted, or its 30 days in redemption have ended: it cannot be restored. Read the domain again if this may have changed."));
    }

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
