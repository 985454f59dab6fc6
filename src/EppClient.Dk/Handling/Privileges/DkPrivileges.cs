using static EppClient.Dk.DkPrivilege;

namespace EppClient.Dk;

/// <summary>
/// The registry's two privilege matrices: who may do what under which handling model. The types of fetched objects, the tests and the
/// table in the documentation all come from here.
/// </summary>
/// <remarks>
/// The registry's own text has the last word: what it has published (November 2026) contradicts itself in places. A login that lacks the
/// right inside its own account is refused as if the account lacked the role.
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

        // The registry looks at the right first, so that only an admin gets to hear of the model.
        [DkOperation.DisableAutoRenew] = [NoRole, NotInModel, NoRole, NoRole],
        [DkOperation.ChangeRegistrant] = [NoRole, RequiresConsent, NoRole, NoRole],
        [DkOperation.ChangeNameServers] = [NoRole, RequiresConsent, NoRole, RequiresConsent],
        [DkOperation.ChangeDsRecords] = [NoRole, Yes, NoRole, Yes],

        // Every registrar, whatever else it is to the domain.
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

    /// <summary>The roles that there are under a model, in the order of the registry's matrix.</summary>
    /// <param name="model">The model. Unknown stands for a registrar that is not the caller.</param>
    public static IReadOnlyList<DkObjectRoles> RolesUnder(DkHandlingModel model) =>
        model == DkHandlingModel.RegistrantManaged ? RegistrantColumns : RegistrarColumns;

    /// <summary>What the registry makes of an operation by somebody with some roles.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="model">The handling model of the object. Unknown stands for a registrar that is not the caller.</param>
    /// <param name="roles">The roles: the best of them counts.</param>
    public static DkPrivilege Of(DkOperation operation, DkHandlingModel model, DkObjectRoles roles)
    {
        var columns = RolesUnder(model);
        var row = (model == DkHandlingModel.RegistrantManaged ? RegistrantManaged : RegistrarManaged)[operation];
        DkPrivilege? best = null;
        for (var i = 0; i < columns.Count; i++)
        {
            // What a registrar without a role may do, all others may too; but what one manages one cannot take over.
            if (columns[i] == DkObjectRoles.None ? !roles.HasFlag(DkObjectRoles.Registrar) : roles.HasFlag(columns[i]))
            {
                best = Better(best, row[i]);
            }
        }

        return best!;
    }

    private static DkPrivilege Better(DkPrivilege? one, DkPrivilege other) =>
        one is null || other.Permission > one.Permission || (other.Permission == one.Permission && other.Reason == DkRefusalReason.HandlingModel) ? other : one;
}

/// <summary>One cell of the registry's privilege matrices.</summary>
/// <param name="Permission">What the registry makes of the operation.</param>
/// <param name="Reason">Why it refuses; null where it does not.</param>
public sealed record DkPrivilege(DkAccess Permission, DkRefusalReason? Reason)
{
    internal static DkPrivilege Yes { get; } = new(DkAccess.Allowed, null);

    internal static DkPrivilege RequiresConsent { get; } = new(DkAccess.RequiresConsent, null);

    internal static DkPrivilege NoRole { get; } = new(DkAccess.Refused, DkRefusalReason.MissingRole);

    internal static DkPrivilege NotInModel { get; } = new(DkAccess.Refused, DkRefusalReason.HandlingModel);
}

/// <summary>What the registry makes of an operation.</summary>
public enum DkAccess
{
    /// <summary>It refuses.</summary>
    Refused,

    /// <summary>It asks somebody first: the answer is 1001, and a poll message tells how it ended, where there is one.</summary>
    RequiresConsent,

    /// <summary>It obeys.</summary>
    Allowed,
}

/// <summary>What an account is to an object of the registry. Several roles can come together; their rights add up.</summary>
[Flags]
public enum DkObjectRoles
{
    /// <summary>None: a registrar that has nothing to do with the object.</summary>
    None = 0,

    /// <summary>The registrar that manages the object, as its sponsoring client. It is admin and payer of its domains by itself.</summary>
    Registrar = 1,

    /// <summary>The admin, or proxy (<i>fuldmægtig</i>), of a domain under registrant management.</summary>
    Admin = 2,

    /// <summary>The payer, or billing contact (<i>betaler</i>), of a domain under registrant management.</summary>
    Payer = 4,

    /// <summary>The name server manager (<i>navneserveransvarlig</i>) of the host, or of all hosts of the domain. Info does not show it.</summary>
    NameServerManager = 8,
}
