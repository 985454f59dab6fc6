using EppClient.Commands.Contact;
using EppClient.Protocol;

namespace EppClient.Dk;

/// <summary>A new contact has a handle that only the lost answer told, and contacts cannot be searched for.</summary>
internal sealed class DkContactCreateReconciler : IEppReconciler
{
    public bool CanReconcile(EppUnsettledCommand command) => command.Command is ContactCreate;

    public Task<EppReconciliation> ReconcileAsync(EppInquiry inquiry, CancellationToken cancellationToken) =>
        Task.FromResult(((ContactCreate)inquiry.Command.Command).Id == DkContact.Smart
            ? inquiry.CannotTell(
                "The registry makes the handle, and contacts cannot be searched for. Sending the command again does no harm: it answers with the handle of the contact if that was made.",
                isRepeatable: true)
            : inquiry.CannotTell(
                "The registry makes the handle, and contacts cannot be searched for. DkContact.CreateOrReuse with the same data answers with the handle of the contact if that was made."));
}
