using EppClient.Commands;
using EppClient.Extensions;

namespace EppClient.Recovery.Reconcilers;

/// <summary>Reconciles a delete: checks whether the object is deleted, or its deletion is pending.</summary>
internal sealed class DeleteReconciler : IEppReconciler
{
    public bool CanReconcile(EppIndeterminateCommand command) => command.Command is DomainDelete or HostDelete or ContactDelete;

    public async Task<EppReconciliation> ReconcileAsync(EppReconciliationContext context, CancellationToken cancellationToken)
    {
        switch (context.Command.Command)
        {
            case DomainDelete delete:
                var domain = await context.QueryDomainAsync(delete.Name, cancellationToken).ConfigureAwait(false);
                var isLeaving = domain.DataOrNull?.Statuses.Any(status => status.Status == DomainStatusValue.PendingDelete) == true
                    || domain.Extension<RgpInfoResult>()?.Statuses.Any(status => status.Status == RgpStatusValue.RedemptionPeriod || status.Status == RgpStatusValue.PendingDelete) == true;
                return await VerifyAsync(context, "domain", domain, isLeaving, domain.DataOrNull?.CreatedDate, cancellationToken).ConfigureAwait(false);
            case HostDelete delete:
                var host = await context.QueryHostAsync(delete.Name, cancellationToken).ConfigureAwait(false);
                var hostIsLeaving = host.DataOrNull?.Statuses.Any(status => status.Status == HostStatusValue.PendingDelete) == true;
                return await VerifyAsync(context, "host", host, hostIsLeaving, host.DataOrNull?.CreatedDate, cancellationToken).ConfigureAwait(false);
            default:
                var contact = await context.QueryContactAsync(((ContactDelete)context.Command.Command).Id, cancellationToken).ConfigureAwait(false);
                var contactIsLeaving = contact.DataOrNull?.Statuses.Any(status => status.Status == ContactStatusValue.PendingDelete) == true;
                return await VerifyAsync(context, "contact", contact, contactIsLeaving, contact.DataOrNull?.CreatedDate, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<EppReconciliation> VerifyAsync(
        EppReconciliationContext context, string kind, EppResponse info, bool isLeaving, DateTimeOffset? created, CancellationToken cancellationToken)
    {
        if (Equality.IsMissing(info))
        {
            return context.Applied($"The {kind} no longer exists.");
        }

        if (!info.IsSuccess)
        {
            return context.Indeterminate(info);
        }

        if (isLeaving)
        {
            return context.Applied($"The {kind} is being deleted.", isPending: true);
        }

        return created is not null && !await context.IsBeforeCommandAsync(created, cancellationToken).ConfigureAwait(false)
            ? context.Indeterminate($"A {kind} of that name exists, but was created at about the time of the command: it may be a new one, after the deletion.")
            : context.NotApplied($"The {kind} exists, and is not being deleted.");
    }
}
