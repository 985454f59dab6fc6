using EppClient.Commands;

namespace EppClient.Dk;

/// <summary>The reconcilers that are specific to the registry; the standard ones are used for the rest.</summary>
internal static class DkReconcilers
{
    public static IReadOnlyList<IEppReconciler> All { get; } =
    [
        new DkDomainCreateReconciler(),
        new DkContactCreateReconciler(),
        new DkTransferReconciler(),
        new DomainUpdateReconciler(new DkDomainComparer()),
        new ContactUpdateReconciler(DkContactComparer.EmailToConfirm, new DkContactComparer()),
        new HostUpdateReconciler(new DkHostComparer()),
    ];
}

/// <summary>Transfers take effect at once, and the registry has no transfer query: compares the domain's sponsor.</summary>
internal sealed class DkTransferReconciler : IEppReconciler
{
    public bool CanReconcile(EppIndeterminateCommand command) => command.Command is DomainTransfer { Operation: EppTransferOperation.Request };

    public async Task<EppReconciliation> ReconcileAsync(EppReconciliationContext context, CancellationToken cancellationToken)
    {
        var name = ((DomainTransfer)context.Command.Command).Name;
        var info = await context.QueryAsync(new DomainInfo(name), cancellationToken).ConfigureAwait(false);
        if (!info.IsSuccess)
        {
            return context.Indeterminate(info);
        }

        EppReconciliationContext.RequireSameName(name, info.Data.Name);

        if (context.IsOurs(info.Data.SponsoringClientId))
        {
            return await context.IsBeforeCommandAsync(info.Data.UpdatedDate, cancellationToken).ConfigureAwait(false)
                ? context.NotApplied("The domain was this account's before the command was written.")
                : context.Applied("The domain is this account's, and was changed since the command was written.");
        }

        return context.IsSponsorIdSet
            ? context.NotApplied("The domain is not this account's.")
            : context.Indeterminate($"The domain's sponsor is shown as {info.Data.SponsoringClientId}. Set EppOptions.SponsorId to the account's handle, REG-..., so that it can be compared.");
    }
}
