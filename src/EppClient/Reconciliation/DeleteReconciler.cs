using EppClient.Commands.Contact;
using EppClient.Commands.Domain;
using EppClient.Commands.Host;
using EppClient.Extensions.Rgp;
using EppClient.Protocol;

namespace EppClient.Reconciliation;

/// <summary>After a delete: is the object gone, or on its way out?</summary>
internal sealed class DeleteReconciler : IEppReconciler
{
    public bool CanReconcile(EppUnsettledCommand command) => command.Command is DomainDelete or HostDelete or ContactDelete;

    public async Task<EppReconciliation> ReconcileAsync(EppInquiry inquiry, CancellationToken cancellationToken)
    {
        switch (inquiry.Command.Command)
        {
            case DomainDelete delete:
                var domain = await inquiry.AskDomainAsync(delete.Name, cancellationToken).ConfigureAwait(false);
                var isLeaving = domain.DataOrNull?.Statuses.Any(status => status.Status == DomainStatusValue.PendingDelete) == true
                    || domain.Extension<RgpInfoResult>()?.Statuses.Any(status => status.Status == RgpStatusValue.RedemptionPeriod || status.Status == RgpStatusValue.PendingDelete) == true;
                return await JudgeAsync(inquiry, "domain", domain, isLeaving, domain.DataOrNull?.CreatedDate, cancellationToken).ConfigureAwait(false);
            case HostDelete delete:
                var host = await inquiry.AskHostAsync(delete.Name, cancellationToken).ConfigureAwait(false);
                var hostIsLeaving = host.DataOrNull?.Statuses.Any(status => status.Status == HostStatusValue.PendingDelete) == true;
                return await JudgeAsync(inquiry, "host", host, hostIsLeaving, host.DataOrNull?.CreatedDate, cancellationToken).ConfigureAwait(false);
            default:
                var contact = await inquiry.AskContactAsync(((ContactDelete)inquiry.Command.Command).Id, cancellationToken).ConfigureAwait(false);
                var contactIsLeaving = contact.DataOrNull?.Statuses.Any(status => status.Status == ContactStatusValue.PendingDelete) == true;
                return await JudgeAsync(inquiry, "contact", contact, contactIsLeaving, contact.DataOrNull?.CreatedDate, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<EppReconciliation> JudgeAsync(
        EppInquiry inquiry, string kind, EppResponse info, bool isLeaving, DateTimeOffset? created, CancellationToken cancellationToken)
    {
        if (Same.IsMissing(info))
        {
            return inquiry.Applied($"The {kind} does not exist any more.");
        }

        if (!info.IsSuccess)
        {
            return inquiry.CannotTell(info);
        }

        if (isLeaving)
        {
            return inquiry.Applied($"The {kind} is being deleted.", isPending: true);
        }

        return created is not null && !await inquiry.IsBeforeCommandAsync(created, cancellationToken).ConfigureAwait(false)
            ? inquiry.CannotTell($"A {kind} of that name exists, but was created at about the time of the command: it may be a new one, after the deletion.")
            : inquiry.NotApplied($"The {kind} exists, and is not being deleted.");
    }
}
