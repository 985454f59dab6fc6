using EppClient.Protocol;

namespace EppClient.Reconciliation;

/// <summary>What the RFCs' commands on domains, hosts, contacts and messages need.</summary>
internal static class StandardReconcilers
{
    public static IReadOnlyList<IEppReconciler> All { get; } =
    [
        new CreateReconciler(), new RenewReconciler(), new DomainUpdateReconciler(), new HostUpdateReconciler(), new ContactUpdateReconciler(),
        new DeleteReconciler(), new TransferReconciler(), new PollReconciler(),
    ];
}
