using EppClient.Commands;

namespace EppClient.Recovery.Reconcilers;

/// <summary>After an acknowledgement: is the message still the first of the queue?</summary>
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
            var first when first == id => context.NotApplied("The message is still the first of the queue."),
            _ => context.Applied("Another message is the first of the queue now, so that this one has left it."),
        };
    }
}

/// <summary>What the RFCs' commands on domains, hosts, contacts and messages need.</summary>
internal static class StandardReconcilers
{
    public static IReadOnlyList<IEppReconciler> All { get; } =
    [
        new CreateReconciler(), new RenewReconciler(), new DomainUpdateReconciler(), new HostUpdateReconciler(), new ContactUpdateReconciler(),
        new DeleteReconciler(), new TransferReconciler(), new PollReconciler(),
    ];
}
