using EppClient.Commands.Domain;
using EppClient.Commands.Poll;
using EppClient.Protocol;

namespace EppClient.Dk;

/// <summary>
/// After an application for a domain, which is decided later: is it in the queue, is the domain there, or does the first poll message
/// bear its transaction id? No message is acknowledged.
/// </summary>
internal sealed class DkDomainCreateReconciler : IEppReconciler
{
    private const string Enqueued = "Enqueued";

    public bool CanReconcile(EppUnsettledCommand command) => command.Command is DomainCreate;

    public async Task<EppReconciliation> ReconcileAsync(EppInquiry inquiry, CancellationToken cancellationToken)
    {
        var create = (DomainCreate)inquiry.Command.Command;
        var info = await inquiry.AskAsync(new DomainInfo(create.Name), cancellationToken).ConfigureAwait(false);
        if (info.DataOrNull is { } shown)
        {
            EppInquiry.RequireSameName(create.Name, shown.Name);
        }

        var isMissing = info.Code == EppResultCode.ObjectDoesNotExist || info.Code == EppResultCode.ObjectExists;
        if (info.IsSuccess && await JudgeAsync(inquiry, create, info.Data, cancellationToken).ConfigureAwait(false) is { } verdict)
        {
            return verdict;
        }

        if (await AskQueueAsync(inquiry, cancellationToken).ConfigureAwait(false) is { } decided)
        {
            return decided;
        }

        if (info.IsSuccess)
        {
            return inquiry.CannotTell("The domain is there or applied for, and the registry does not show that it was by this command. The poll message with this clTRID tells.");
        }

        return isMissing ? await AskCheckAsync(inquiry, create.Name, cancellationToken).ConfigureAwait(false) : inquiry.CannotTell(info);
    }

    private static async Task<EppReconciliation?> JudgeAsync(EppInquiry inquiry, DomainCreate create, DomainInfoResult domain, CancellationToken cancellationToken)
    {
        if (domain.CreatedDate is null)
        {
            return null;
        }

        var isPending = domain.Statuses.Any(status => status.Status == DomainStatusValue.PendingCreate);
        if (await inquiry.IsBeforeCommandAsync(domain.CreatedDate, cancellationToken).ConfigureAwait(false))
        {
            // Others may apply for a name too while an application waits.
            return isPending ? null : inquiry.NotApplied("The domain exists and is older than the command.");
        }

        // A registrant belongs to one account, so that its handle tells whose domain it is.
        var isOurs = inquiry.IsOurs(domain.SponsoringClientId)
            || string.Equals(domain.Registrant, create.Registrant, StringComparison.OrdinalIgnoreCase);
        if (!isOurs)
        {
            return isPending || !inquiry.IsSponsorIdSet ? null : inquiry.NotApplied("The domain was created since the command was written, for another registrar.");
        }

        if (!string.Equals(domain.Registrant, create.Registrant, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return isPending
            ? inquiry.Applied("The application waits for the registry's decision.", isPending: true)
            : inquiry.Applied("The domain was registered since the command was written, for the command's registrant.");
    }

    private static async Task<EppReconciliation?> AskQueueAsync(EppInquiry inquiry, CancellationToken cancellationToken)
    {
        var message = await inquiry.AskAsync(new PollRequest(), cancellationToken).ConfigureAwait(false);
        var decision = message.DataElements.OfType<IEppPendingActionResult>()
            .FirstOrDefault(result => result.TransactionId.ClientTransactionId == inquiry.Command.ClientTransactionId);
        return decision is null ? null : inquiry.Applied(decision.Succeeded
            ? "The first poll message says that the application succeeded."
            : "The first poll message says that the registry took the application and refused it.");
    }

    private static async Task<EppReconciliation> AskCheckAsync(EppInquiry inquiry, string name, CancellationToken cancellationToken)
    {
        var check = await inquiry.AskAsync(new DomainCheck(name), cancellationToken).ConfigureAwait(false);
        if (!check.IsSuccess)
        {
            return inquiry.CannotTell(check);
        }

        return check.Data.Items.Any(item => string.Equals(item.Reason, Enqueued, StringComparison.OrdinalIgnoreCase))
            ? inquiry.CannotTell("An application for the domain is in the queue, and the registry does not show whose. The poll message with this clTRID tells.")
            : inquiry.NotApplied("The domain does not exist and nobody has an application for it in the queue.");
    }
}
