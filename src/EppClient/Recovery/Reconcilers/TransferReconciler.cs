using EppClient.Commands;

namespace EppClient.Recovery.Reconcilers;

/// <summary>Reconciles a transfer command: checks the transfer by a transfer query, and if there is none, the sponsor of the object.</summary>
internal sealed class TransferReconciler : IEppReconciler
{
    public bool CanReconcile(EppIndeterminateCommand command) => command.Command is DomainTransfer or ContactTransfer;

    public async Task<EppReconciliation> ReconcileAsync(EppReconciliationContext context, CancellationToken cancellationToken)
    {
        var (operation, query, transfer) = await QueryAsync(context, cancellationToken).ConfigureAwait(false);
        if (transfer is null)
        {
            return operation == EppTransferOperation.Request
                ? await QueryOwnerAsync(context, query, cancellationToken).ConfigureAwait(false)
                : context.Indeterminate(query);
        }

        if (!transfer.Status.IsKnown)
        {
            return context.Indeterminate("The registry shows a transfer in a state that the schema does not define.");
        }

        var isPending = transfer.Status == EppTransferStatus.Pending;
        if (operation != EppTransferOperation.Request)
        {
            return Decision(context, operation, transfer.Status);
        }

        if (context.IsOurs(transfer.Requester) && !await context.IsBeforeCommandAsync(transfer.Requested, cancellationToken).ConfigureAwait(false))
        {
            return isPending || transfer.Status == EppTransferStatus.ClientApproved || transfer.Status == EppTransferStatus.ServerApproved
                ? context.Applied($"The registry has this account's request, made since the command was written: {transfer.Status.Value}.", isPending)
                : context.Applied($"The registry accepted this account's request and has ended it since: {transfer.Status.Value}.");
        }

        return context.IsOurs(transfer.Requester) || context.IsSponsorIdSet
            ? context.NotApplied("The last transfer that the registry shows is not this request: it is older, or another account's.")
            : context.Indeterminate($"The registry shows a transfer to {transfer.Requester}; if that is this account, set EppOptions.SponsorId to it.");
    }

    private static EppReconciliation Decision(EppReconciliationContext context, EppTransferOperation operation, EppTransferStatus status)
    {
        var wanted = operation switch
        {
            EppTransferOperation.Approve => EppTransferStatus.ClientApproved,
            EppTransferOperation.Reject => EppTransferStatus.ClientRejected,
            _ => EppTransferStatus.ClientCancelled,
        };
        if (status == wanted)
        {
            return context.Applied($"The transfer has ended as the command requested: {status.Value}.");
        }

        return context.NotApplied(status == EppTransferStatus.Pending
            ? "The transfer is still pending."
            : $"The transfer has ended with another result: {status.Value}.");
    }

    private static async Task<(EppTransferOperation Operation, EppResponse Query, Transfer? Transfer)> QueryAsync(EppReconciliationContext context, CancellationToken cancellationToken)
    {
        if (context.Command.Command is DomainTransfer domain)
        {
            var transfer = await context.QueryAsync(new DomainTransfer(EppTransferOperation.Query, domain.Name) { AuthInfo = AuthInfoOf(context, domain) }, cancellationToken).ConfigureAwait(false);
            if (transfer.DataOrNull is { } shown)
            {
                EppReconciliationContext.RequireSameName(domain.Name, shown.Name);
            }

            return (domain.Operation, transfer, transfer is { IsSuccess: true, DataOrNull: { } data } ? new Transfer(data.TransferStatus, data.RequestingClientId, data.RequestDate) : null);
        }

        var contact = (ContactTransfer)context.Command.Command;
        var query = new ContactTransfer { Operation = EppTransferOperation.Query, Id = contact.Id, AuthInfo = context.Command.IsFromJournal ? null : contact.AuthInfo };
        var response = await context.QueryAsync(query, cancellationToken).ConfigureAwait(false);
        if (response.DataOrNull is { } shownContact)
        {
            ObjectQueries.RequireSameId(contact.Id, shownContact.Id);
        }

        return (contact.Operation, response, response is { IsSuccess: true, DataOrNull: { } found } ? new Transfer(found.TransferStatus, found.RequestingClientId, found.RequestDate) : null);
    }

    // A journal does not store it.
    private static DomainAuthInfo? AuthInfoOf(EppReconciliationContext context, DomainTransfer transfer) => context.Command.IsFromJournal ? null : transfer.AuthInfo;

    private static async Task<EppReconciliation> QueryOwnerAsync(EppReconciliationContext context, EppResponse query, CancellationToken cancellationToken)
    {
        // 2301: no transfer is pending; it was never requested, or has already ended.
        var (info, sponsor, moved) = await InfoAsync(context, cancellationToken).ConfigureAwait(false);
        if (!info.IsSuccess)
        {
            return query.Code == EppResultCode.ObjectNotPendingTransfer && info.Code == EppResultCode.AuthorizationError
                ? context.NotApplied("No transfer is pending, and the object belongs to another account.")
                : context.Indeterminate(info);
        }

        if (context.IsOurs(sponsor))
        {
            return await context.IsBeforeCommandAsync(moved, cancellationToken).ConfigureAwait(false)
                ? context.NotApplied("The object belonged to this account before the command was written.")
                : context.Applied("The object was transferred to this account since the command was written.");
        }

        if (query.Code != EppResultCode.ObjectNotPendingTransfer)
        {
            return context.Indeterminate(query);
        }

        return context.IsSponsorIdSet
            ? context.NotApplied("No transfer is pending, and the object belongs to another account.")
            : context.Indeterminate($"No transfer is pending. The object's sponsor is shown as {sponsor}; if that is this account, set EppOptions.SponsorId to it.");
    }

    private static async Task<(EppResponse Info, string? Sponsor, DateTimeOffset? Moved)> InfoAsync(EppReconciliationContext context, CancellationToken cancellationToken)
    {
        if (context.Command.Command is DomainTransfer domain)
        {
            var info = await context.QueryDomainAsync(domain.Name, cancellationToken).ConfigureAwait(false);
            return (info, info.DataOrNull?.SponsoringClientId, info.DataOrNull?.TransferDate);
        }

        var response = await context.QueryContactAsync(((ContactTransfer)context.Command.Command).Id, cancellationToken).ConfigureAwait(false);
        return (response, response.DataOrNull?.SponsoringClientId, response.DataOrNull?.TransferDate);
    }

    private sealed record Transfer(EppTransferStatus Status, string Requester, DateTimeOffset Requested);
}
