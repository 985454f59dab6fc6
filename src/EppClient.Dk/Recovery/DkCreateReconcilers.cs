using EppClient.Commands;

namespace EppClient.Dk;

/// <summary>
/// Determines the outcome of an application for a domain, which is decided later: whether it is in the queue, whether the domain exists, or
/// whether the first poll message has its transaction id. No message is acknowledged.
/// </summary>
internal sealed class DkDomainCreateReconciler : IEppReconciler
{
    private const string Enqueued = "Enqueued";

    public bool CanReconcile(EppIndeterminateCommand command) => command.Command is DomainCreate;

    public async Task<EppReconciliation> ReconcileAsync(EppReconciliationContext context, CancellationToken cancellationToken)
    {
        var create = (DomainCreate)context.Command.Command;
        var info = await context.QueryAsync(new DomainInfo(create.Name), cancellationToken).ConfigureAwait(false);
        if (info.DataOrNull is { } shown)
        {
            EppReconciliationContext.RequireSameName(create.Name, shown.Name);
        }

        var isMissing = info.Code == EppResultCode.ObjectDoesNotExist || info.Code == EppResultCode.ObjectExists;
        if (info.IsSuccess && await VerifyAsync(context, create, info.Data, cancellationToken).ConfigureAwait(false) is { } status)
        {
            return status;
        }

        if (await QueryQueueAsync(context, cancellationToken).ConfigureAwait(false) is { } decided)
        {
            return decided;
        }

        if (info.IsSuccess)
        {
            return context.Indeterminate("The domain exists or is applied for, and the registry does not show whether by this command. The poll message with this clTRID has the outcome.");
        }

        return isMissing ? await QueryCheckAsync(context, create.Name, cancellationToken).ConfigureAwait(false) : context.Indeterminate(info);
    }

    private static async Task<EppReconciliation?> VerifyAsync(EppReconciliationContext context, DomainCreate create, DomainInfoResult domain, CancellationToken cancellationToken)
    {
        if (domain.CreatedDate is null)
        {
            return null;
        }

        var isPending = domain.Statuses.Any(status => status.Status == DomainStatusValue.PendingCreate);
        if (await context.IsBeforeCommandAsync(domain.CreatedDate, cancellationToken).ConfigureAwait(false))
        {
            // Other accounts may apply for a name too while an application is pending.
            return isPending ? null : context.NotApplied("The domain exists and is older than the command.");
        }

        // A registrant belongs to one account, so its handle identifies the account of the domain.
        var isOurs = context.IsOurs(domain.SponsoringClientId)
            || string.Equals(domain.Registrant, create.Registrant, StringComparison.OrdinalIgnoreCase);
        if (!isOurs)
        {
            return isPending || !context.IsSponsorIdSet ? null : context.NotApplied("The domain was created since the command was written, for another registrar.");
        }

        if (!string.Equals(domain.Registrant, create.Registrant, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return isPending
            ? context.Applied("The application waits for the registry's decision.", isPending: true)
            : context.Applied("The domain was registered since the command was written, for the command's registrant.");
    }

    private static async Task<EppReconciliation?> QueryQueueAsync(EppReconciliationContext context, CancellationToken cancellationToken)
    {
        var message = await context.QueryAsync(new PollRequest(), cancellationToken).ConfigureAwait(false);
        var decision = message.DataElements.OfType<IEppPendingActionResult>()
            .FirstOrDefault(result => result.TransactionId.ClientTransactionId == context.Command.ClientTransactionId);
        return decision is null ? null : context.Applied(decision.Succeeded
            ? "The first poll message says that the application succeeded."
            : "The first poll message says that the registry received the application and refused it.");
    }

    private static async Task<EppReconciliation> QueryCheckAsync(EppReconciliationContext context, string name, CancellationToken cancellationToken)
    {
        var check = await context.QueryAsync(new DomainCheck(name), cancellationToken).ConfigureAwait(false);
        if (!check.IsSuccess)
        {
            return context.Indeterminate(check);
        }

        return check.Data.Items.Any(item => string.Equals(item.Reason, Enqueued, StringComparison.OrdinalIgnoreCase))
            ? context.Indeterminate("An application for the domain is in the queue, and the registry does not show whose. The poll message with this clTRID has the outcome.")
            : context.NotApplied("The domain does not exist and the queue has no application for it.");
    }
}

/// <summary>A new contact has a handle that only the lost response contains, and contacts cannot be searched.</summary>
internal sealed class DkContactCreateReconciler : IEppReconciler
{
    public bool CanReconcile(EppIndeterminateCommand command) => command.Command is ContactCreate;

    public Task<EppReconciliation> ReconcileAsync(EppReconciliationContext context, CancellationToken cancellationToken) =>
        Task.FromResult(((ContactCreate)context.Command.Command).Id == DkContact.Smart
            ? context.Indeterminate(
                "The registry generates the handle, and contacts cannot be searched. It is safe to send the command again: the response has the handle of the contact if it was created.",
                isRepeatable: true)
            : context.Indeterminate(
                "The registry generates the handle, and contacts cannot be searched. DkContact.CreateOrReuse with the same data returns the handle of the contact if it was created."));
}
