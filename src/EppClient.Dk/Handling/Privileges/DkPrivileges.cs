using static EppClient.Dk.DkPrivilege;

namespace EppClient.Dk;

/// <summary>
/// The registry's two privilege matrices: which role may perform which operation under which handling model. The types of fetched objects, the
/// tests and the table in the documentation use them.
/// </summary>
/// <remarks>
/// The registry decides: its published matrices (November 2026) contain contradictions. A login that lacks the right inside its own account is
/// refused as if the account lacked the role.
/// </remarks>
public static class DkPrivileges
{
    private static readonly DkObjectRoles[] RegistrarColumns = [DkObjectRoles.Registrar, DkObjectRoles.NameServerManager, DkObjectRoles.None];

    private static readonly DkObjectRoles[] RegistrantColumns =
        [DkObjectRoles.None, DkObjectRoles.Admin, DkObjectRoles.Payer, DkObjectRoles.NameServerManager];

    // In the order of the columns above.
    private static readonly Dictionary<DkOperation, DkPrivilege[]> RegistrarManaged = new()
    {
        [DkOperation.ReadDomain] = [Yes, Yes, Yes],
        [DkOperation.RegisterDomain] = [Yes, NoRole, NoRole],
        [DkOperation.RenewDomain] = [Yes, NoRole, NoRole],
        [DkOperation.RestoreDomain] = [Yes, NoRole, NoRole],
        [DkOperation.DeleteDomain] = [Yes, NoRole, NoRole],
        [DkOperation.DisableAutoRenew] = [Yes, NoRole, NoRole],
        [DkOperation.ChangeRegistrant] = [Yes, NoRole, NoRole],
        [DkOperation.ChangeNameServers] = [Yes, Yes, NoRole],
        [DkOperation.ChangeDsRecords] = [Yes, Yes, NoRole],
        [DkOperation.BecomePayer] = [NotInModel, NotInModel, NotInModel],
        [DkOperation.RemovePayer] = [NotInModel, NotInModel, NotInModel],
        [DkOperation.AppointAdmin] = [NotInModel, NotInModel, NotInModel],
        [DkOperation.RemoveAdmin] = [NotInModel, NotInModel, NotInModel],
        [DkOperation.CreateTransferToken] = [Yes, NoRole, NoRole],
        [DkOperation.TransferWithToken] = [NotInModel, Yes, Yes],
        [DkOperation.TransferWithoutToken] = [NotInModel, NotInModel, NotInModel],
        [DkOperation.CreateHostBelow] = [Yes, NoRole, NoRole],
        [DkOperation.ReadRegistrant] = [Yes, Yes, Yes],
        [DkOperation.UpdateContact] = [Yes, NoRole, NoRole],
        [DkOperation.UpdateOwnProfile] = [Yes, Yes, Yes],
        [DkOperation.ReadHost] = [Yes, Yes, Yes],
        [DkOperation.UpdateHost] = [Yes, Yes, NoRole],
        [DkOperation.DeleteHost] = [Yes, Yes, NoRole],
    };

    private static readonly Dictionary<DkOperation, DkPrivilege[]> RegistrantManaged = new()
    {
        [DkOperation.ReadDomain] = [Yes, Yes, Yes, Yes],
        [DkOperation.RegisterDomain] = [NotInModel, NotInModel, NotInModel, NotInModel],
        [DkOperation.RenewDomain] = [NoRole, NoRole, Yes, NoRole],
        [DkOperation.RestoreDomain] = [NoRole, Yes, NoRole, NoRole],
        [DkOperation.DeleteDomain] = [NoRole, RequiresConsent, NoRole, NoRole],

        // The registry checks the role first, so only an admin is refused because of the model.
        [DkOperation.DisableAutoRenew] = [NoRole, NotInModel, NoRole, NoRole],
        [DkOperation.ChangeRegistrant] = [NoRole, RequiresConsent, NoRole, NoRole],
        [DkOperation.ChangeNameServers] = [NoRole, RequiresConsent, NoRole, RequiresConsent],
        [DkOperation.ChangeDsRecords] = [NoRole, Yes, NoRole, Yes],

        // Every registrar, whatever its other roles.
        [DkOperation.BecomePayer] = [Yes, Yes, Yes, Yes],
        [DkOperation.RemovePayer] = [Yes, Yes, Yes, Yes],
        [DkOperation.AppointAdmin] = [NoRole, RequiresConsent, NoRole, NoRole],
        [DkOperation.RemoveAdmin] = [NoRole, Yes, NoRole, NoRole],
        [DkOperation.CreateTransferToken] = [NoRole, Yes, NoRole, NoRole],
        [DkOperation.TransferWithToken] = [Yes, Yes, Yes, Yes],
        [DkOperation.TransferWithoutToken] = [NoRole, Yes, Yes, Yes],
        [DkOperation.CreateHostBelow] = [RequiresConsent, RequiresConsent, RequiresConsent, RequiresConsent],
        [DkOperation.ReadRegistrant] = [Yes, Yes, Yes, Yes],
        [DkOperation.UpdateContact] = [NoRole, NoRole, NoRole, NoRole],
        [DkOperation.UpdateOwnProfile] = [Yes, Yes, Yes, Yes],
        [DkOperation.ReadHost] = [Yes, Yes, Yes, Yes],
        [DkOperation.UpdateHost] = [NoRole, NoRole, NoRole, Yes],
        [DkOperation.DeleteHost] = [NoRole, NoRole, NoRole, Yes],
    };

    /// <summary>Gets the roles that exist under a model, in the order of the registry's matrix.</summary>
    /// <param name="model">The model. Unknown means that another registrar manages the object.</param>
    public static IReadOnlyList<DkObjectRoles> RolesUnder(DkHandlingModel model) =>
        model == DkHandlingModel.RegistrantManaged ? RegistrantColumns : RegistrarColumns;

    /// <summary>Gets how the registry treats an operation by an account with certain roles.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="model">The handling model of the object. Unknown means that another registrar manages it.</param>
    /// <param name="roles">The roles. The role with the most rights decides.</param>
    public static DkPrivilege Of(DkOperation operation, DkHandlingModel model, DkObjectRoles roles)
    {
        var columns = RolesUnder(model);
        var row = (model == DkHandlingModel.RegistrantManaged ? RegistrantManaged : RegistrarManaged)[operation];
        DkPrivilege? best = null;
        for (var i = 0; i < columns.Count; i++)
        {
            // Everyone has the rights of a registrar without a role, except the managing registrar, which cannot transfer its own domain.
            if (columns[i] == DkObjectRoles.None ? !roles.HasFlag(DkObjectRoles.Registrar) : roles.HasFlag(columns[i]))
            {
                best = Better(best, row[i]);
            }
        }

        return best!;
    }

    private static DkPrivilege Better(DkPrivilege? one, DkPrivilege other) =>
        one is null || other.Access > one.Access || (other.Access == one.Access && other.Reason == DkRefusalReason.HandlingModel) ? other : one;
}

/// <summary>One cell of the registry's privilege matrices.</summary>
/// <param name="Access">How the registry treats the operation.</param>
/// <param name="Reason">Why the registry refuses it; null if it does not.</param>
public sealed record DkPrivilege(DkAccess Access, DkRefusalReason? Reason)
{
    internal static DkPrivilege Yes { get; } = new(DkAccess.Allowed, null);

    internal static DkPrivilege RequiresConsent { get; } = new(DkAccess.RequiresConsent, null);

    internal static DkPrivilege NoRole { get; } = new(DkAccess.Refused, DkRefusalReason.MissingRole);

    internal static DkPrivilege NotInModel { get; } = new(DkAccess.Refused, DkRefusalReason.HandlingModel);
}

/// <summary>How the registry treats an operation.</summary>
public enum DkAccess
{
    /// <summary>The registry refuses it.</summary>
    Refused,

    /// <summary>Another party has to consent first: the response is 1001. If a poll message exists for the operation, it reports the outcome.</summary>
    RequiresConsent,

    /// <summary>The registry allows it.</summary>
    Allowed,
}

/// <summary>The roles of an account on an object of the registry. An account can have several roles and has the rights of all of them.</summary>
[Flags]
public enum DkObjectRoles
{
    /// <summary>None: a registrar without a relation to the object.</summary>
    None = 0,

    /// <summary>The registrar that manages the object, as its sponsoring client. It is implicitly admin and payer of its domains.</summary>
    Registrar = 1,

    /// <summary>The admin, or proxy (<i>fuldmægtig</i>), of a domain under registrant management.</summary>
    Admin = 2,

    /// <summary>The payer, or billing contact (<i>betaler</i>), of a domain under registrant management.</summary>
    Payer = 4,

    /// <summary>The name server manager (<i>navneserveransvarlig</i>) of the host, or of all hosts of the domain. Info does not show it.</summary>
    NameServerManager = 8,
}
