using EppClient.Commands.Domain;
using EppClient.Protocol;

namespace EppClient.Dk;

/// <summary>Transfers happen at once, and there is no query: whose is the domain now?</summary>
internal sealed class DkTransferReconciler : IEppReconciler
{
    public bool CanReconcile(EppUnsettledCommand command) => command.Command is DomainTransfer { Operation: EppTransferOperation.Request };

    public async Task<EppReconciliation> ReconcileAsync(EppInquiry inquiry, CancellationToken cancellationToken)
    {
        var name = ((DomainTransfer)inquiry.Command.Command).Name;
        var info = await inquiry.AskAsync(new DomainInfo(name), cancellationToken).ConfigureAwait(false);
        if (!info.IsSuccess)
        {
            return inquiry.CannotTell(info);
        }

        EppInquiry.RequireSameName(name, info.Data.Name);

        if (inquiry.IsOurs(info.Data.SponsoringClientId))
        {
            return await inquiry.IsBeforeCommandAsync(info.Data.UpdatedDate, cancellationToken).ConfigureAwait(false)
                ? inquiry.NotApplied("The domain was this account's before the command was written.")
                : inquiry.Applied("The domain is this account's, and was changed since the command was written.");
        }

        return inquiry.IsSponsorIdSet
            ? inquiry.NotApplied("The domain is not this account's.")
            : inquiry.CannotTell($"The domain's sponsor is shown as {info.Data.SponsoringClientId}. Set EppOptions.SponsorId to the account's handle, REG-..., so that it can be compared.");
    }
}
