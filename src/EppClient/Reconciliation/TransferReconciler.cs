using EppClient.Commands.Contact;
using EppClient.Commands.Domain;
using EppClient.Protocol;

namespace EppClient.Reconciliation;

/// <summary>After a transfer command: what does the query say of the transfer, and if there is none, whose is the object?</summary>
internal sealed class TransferReconciler : IEppReconciler
{
    public bool CanReconcile(EppUnsettledCommand command) => command.Command is DomainTransfer or ContactTransfer;

    public async Task<EppReconciliation> ReconcileAsync(EppInquiry inquiry, CancellationToken cancellationToken)
    {
        var (operation, query, transfer) = await QueryAsync(inquiry, cancellationToken).ConfigureAwait(false);
        if (transfer is null)
        {
            return operation == EppTransferOperation.Request
                ? await AskOwnerAsync(inquiry, query, cancellationToken).ConfigureAwait(false)
                : inquiry.CannotTell(query);
        }

        if (!transfer.Status.IsKnown)
        {
            return inquiry.CannotTell("The registry shows a transfer in a state that the schema does not define.");
        }

        var isPending = transfer.Status == EppTransferStatus.Pending;
        if (operation != EppTransferOperation.Request)
        {
            return Decision(inquiry, operation, transfer.Status);
        }

        if (inquiry.IsOurs(transfer.Requester) && !await inquiry.IsBeforeCommandAsync(transfer.Requested, cancellationToken).ConfigureAwait(false))
        {
            return isPending || transfer.Status == EppTransferStatus.ClientApproved || transfer.Status == EppTransferStatus.ServerApproved
                ? inquiry.Applied($"The registry has this account's request, made since the command was written: {transfer.Status.Value}.", isPending)
                : inquiry.Applied($"The registry took this account's request and has ended it since: {transfer.Status.Value}.");
        }

        return inquiry.IsOurs(transfer.Requester) || inquiry.IsSponsorIdSet
            ? inquiry.NotApplied("The last transfer that the registry knows of is not this request: it is older, or another account's.")
            : inquiry.CannotTell($"The registry knows of a transfer to {transfer.Requester}; if that is this account, set EppOptions.SponsorId to it.");
    }

    private static EppReconciliation Decision(EppInquiry inquiry, EppTransferOperation operation, EppTransferStatus status)
    {
        var wanted = operation switch
        {
            EppTransferOperation.Approve => EppTransferStatus.ClientApproved,
            EppTransferOperation.Reject => EppTransferStatus.ClientRejected,
            _ => EppTransferStatus.ClientCancelled,
        };
        if (status == wanted)
        {
            return inquiry.Applied($"The transfer has ended as the command wants it: {status.Value}.");
        }

        return inquiry.NotApplied(status == EppTransferStatus.Pending
            ? "The transfer is still pending."
            : $"The transfer has ended otherwise: {status.Value}.");
    }

    private static async Task<(EppTransferOperation Operation, EppResponse Query, Transfer? Transfer)> QueryAsync(EppInquiry inquiry, CancellationToken cancellationToken)
    {
        if (inquiry.Command.Command is DomainTransfer domain)
        {
            var transfer = await inquiry.AskAsync(new DomainTransfer(EppTransferOperation.Query, domain.Name) { AuthInfo = AuthInfoOf(inquiry, domain) }, cancellationToken).ConfigureAwait(false);
            if (transfer.DataOrNull is { } shown)
            {
                EppInquiry.RequireSameName(domain.Name, shown.Name);
            }

            return (domain.Operation, transfer, transfer is { IsSuccess: true, DataOrNull: { } data } ? new Transfer(data.TransferStatus, data.RequestingClientId, data.RequestDate) : null);
        }

        var contact = (ContactTransfer)inquiry.Command.Command;
        var query = new ContactTransfer { Operation = EppTransferOperation.Query, Id = contact.Id, AuthInfo = inquiry.Command.IsFromJournal ? null : contact.AuthInfo };
        var response = await inquiry.AskAsync(query, cancellationToken).ConfigureAwait(false);
        if (response.DataOrNull is { } shownContact)
        {
            ObjectQuestions.RequireSameId(contact.Id, shownContact.Id);
        }

        return (contact.Operation, response, response is { IsSuccess: true, DataOrNull: { } found } ? new Transfer(found.TransferStatus, found.RequestingClientId, found.RequestDate) : null);
    }

    // What comes from a journal has lost it.
    private static DomainAuthInfo? AuthInfoOf(EppInquiry inquiry, DomainTransfer transfer) => inquiry.Command.IsFromJournal ? null : transfer.AuthInfo;

    private static async Task<EppReconciliation> AskOwnerAsync(EppInquiry inquiry, EppResponse query, CancellationToken cancellationToken)
    {
        // 2301: no transfer is pending; it was never asked for, or is over already.
        var (info, sponsor, moved) = await InfoAsync(inquiry, cancellationToken).ConfigureAwait(false);
        if (!info.IsSuccess)
        {
            return query.Code == EppResultCode.ObjectNotPendingTransfer && info.Code == EppResultCode.AuthorizationError
                ? inquiry.NotApplied("No transfer is pending, and the object belongs to somebody else.")
                : inquiry.CannotTell(info);
        }

        if (inquiry.IsOurs(sponsor))
        {
            return await inquiry.IsBeforeCommandAsync(moved, cancellationToken).ConfigureAwait(false)
                ? inquiry.NotApplied("The object was this account's before the command was written.")
                : inquiry.Applied("The object came to this account since the command was written.");
        }

        if (query.Code != EppResultCode.ObjectNotPendingTransfer)
        {
            return inquiry.CannotTell(query);
        }

        return inquiry.IsSponsorIdSet
            ? inquiry.NotApplied("No transfer is pending, and the object belongs to somebody else.")
            : inquiry.CannotTell($"No transfer is pending. The object's sponsor is shown as {sponsor}; if that is this account, set EppOptions.SponsorId to it.");
    }

    private static async Task<(EppResponse Info, string? Sponsor, DateTimeOffset? Moved)> InfoAsync(EppInquiry inquiry, CancellationToken cancellationToken)
    {
        if (inquiry.Command.Command is DomainTransfer domain)
        {
            var info = await inquiry.AskDomainAsync(domain.Name, cancellationToken).ConfigureAwait(false);
            return (info, info.DataOrNull?.SponsoringClientId, info.DataOrNull?.TransferDate);
        }

        var response = await inquiry.AskContactAsync(((ContactTransfer)inquiry.Command.Command).Id, cancellationToken).ConfigureAwait(false);
        return (response, response.DataOrNull?.SponsoringClientId, response.DataOrNull?.TransferDate);
    }

    private sealed record Transfer(EppTransferStatus Status, string Requester, DateTimeOffset Requested);
}
