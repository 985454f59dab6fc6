using EppClient.Commands;
using EppClient.Recovery.Reconcilers;

namespace EppClient;

/// <summary>Reconciles an update of a host: checks whether the host has what the command adds and changes, and nothing of what it removes.</summary>
public sealed class HostUpdateReconciler : IEppReconciler
{
    private readonly IReadOnlyList<IEppExtensionComparer> _extensions;

    /// <summary>Creates the reconciler.</summary>
    /// <param name="extensions">The comparers of extensions. An extension without a comparer counts as not shown.</param>
    public HostUpdateReconciler(params IReadOnlyList<IEppExtensionComparer> extensions) => _extensions = extensions;

    /// <inheritdoc/>
    public bool CanReconcile(EppIndeterminateCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return command.Command is HostUpdate;
    }

    /// <inheritdoc/>
    public async Task<EppReconciliation> ReconcileAsync(EppReconciliationContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var update = (HostUpdate)context.Command.Command;
        var newName = update.Change?.Name is { } wanted && EppDomainName.Normalize(wanted) != EppDomainName.Normalize(update.Name) ? wanted : null;
        var info = await context.QueryHostAsync(newName ?? update.Name, cancellationToken).ConfigureAwait(false);
        if (newName is not null && Equality.IsMissing(info))
        {
            var old = await context.QueryHostAsync(update.Name, cancellationToken).ConfigureAwait(false);
            return old.IsSuccess ? context.NotApplied("The host still has its old name.") : context.Indeterminate(old);
        }

        if (!info.IsSuccess)
        {
            return context.Indeterminate(info);
        }

        var host = info.Data;
        IEnumerable<EppExpectation> rename = newName is null ? [] : [new EppExpectation($"name {newName}", true)];
        var facts = rename
            .Concat(Parts(update.Add, host, isAdded: true))
            .Concat(Parts(update.Remove, host, isAdded: false))
            .Concat(UpdateVerifier.Extensions(context.Command, _extensions, info));
        var isPending = host.Statuses.Any(status => status.Status == HostStatusValue.PendingUpdate);
        return await UpdateVerifier.VerifyAsync(context, "host", facts, host.UpdatedDate, isPending, cancellationToken).ConfigureAwait(false);
    }

    private static IEnumerable<EppExpectation> Parts(HostUpdateItems? part, HostInfoResult host, bool isAdded)
    {
        if (part is null)
        {
            yield break;
        }

        var verb = isAdded ? "added" : "removed";
        var shown = host.Addresses.Select(address => Equality.Address(address.Value)).ToHashSet();
        foreach (var address in part.Addresses)
        {
            yield return new EppExpectation($"address {address.Value} {verb}", shown.Contains(Equality.Address(address.Value)) == isAdded);
        }

        foreach (var status in UpdateVerifier.Statuses(part.Statuses.Select(item => item.Status.Value), host.Statuses.Select(item => item.Status.Value), isAdded))
        {
            yield return status;
        }
    }
}
