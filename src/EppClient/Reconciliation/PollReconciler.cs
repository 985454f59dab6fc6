using EppClient.Commands.Poll;
using EppClient.Protocol;

namespace EppClient.Reconciliation;

/// <summary>After an acknowledgement: is the message still the first of the queue?</summary>
internal sealed class PollReconciler : IEppReconciler
{
    public bool CanReconcile(EppUnsettledCommand command) => command.Command is PollAcknowledge;

    public async Task<EppReconciliation> ReconcileAsync(EppInquiry inquiry, CancellationToken cancellationToken)
    {
        var id = ((PollAcknowledge)inquiry.Command.Command).MessageId;
        var answer = await inquiry.AskAsync(new PollRequest(), cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            return inquiry.CannotTell(answer);
        }

        return answer.DataOrNull?.Id switch
        {
            null => inquiry.Applied("The queue is empty."),
            var first when first == id => inquiry.NotApplied("The message is still the first of the queue."),
            _ => inquiry.Applied("Another message is the first of the queue now, so that this one has left it."),
        };
    }
}
