using EppClient.Protocol;
using EppClient.Reconciliation;

namespace EppClient.Dk;

/// <summary>The questions that are the registry's own; the RFCs' serve for the rest.</summary>
internal static class DkReconcilers
{
    public static IReadOnlyList<IEppReconciler> All { get; } =
    [
        new DkDomainCreateReconciler(),
        new DkContactCreateReconciler(),
        new DkTransferReconciler(),
        new DomainUpdateReconciler(new DkDomainComparer()),
        new ContactUpdateReconciler(DkContactComparer.EmailToConfirm, new DkContactComparer()),
        new HostUpdateReconciler(new DkHostComparer()),
    ];
}
