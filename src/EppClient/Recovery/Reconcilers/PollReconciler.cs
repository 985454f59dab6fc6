using EppClient.Commands;

namespace EppClient.Recovery.Reconcilers;

/// <summary>Reconciles an acknowledgement: checks whether the message is still at the head of the queue.</summary>
internal sealed class PollReconciler : IEppReconciler
{
    public bool CanReconcile(EppIndeterminateCommand command) => command.Command is PollAcknowledge;

    public async Task<EppReconciliation> ReconcileAsync(EppReconciliationContext context, CancellationToken cancellationToken)
    {
        var id = ((PollAcknowledge)context.Command.Command).MessageId;
        var response = await context.QueryAsync(new PollRequest(), cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccess)
        {
            return context.Indeterminate(response);
        }

        return response.DataOrNull?.Id switch
        {
            null => context.Applied("The queue is empty."),
            var first when first == id => context.NotApplied("The message is still at the head of the queue."),
            _ => context.Applied("Another message is at the head of the queue now, so this one was removed."),
        };
    }
}

/// <summary>The reconcilers for the commands of the RFCs on domains, hosts, contacts and messages.</summary>
internal static class StandardReconcilers
{
    public static IReadOnlyList<IEppReconciler> All { get; } =
    [
        new CreateReconciler(), new RenewReconciler(), new DomainUpdateReconciler(), new HostUpdateReconciler(), new ContactUpdateReconciler(),
        new DeleteReconciler(), new TransferReconciler(), new PollReconciler(),
    ];
}
