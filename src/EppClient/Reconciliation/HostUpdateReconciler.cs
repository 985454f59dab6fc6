using EppClient.Commands.Host;
using EppClient.Protocol;

namespace EppClient.Reconciliation;

/// <summary>After an update of a host: does it show what the command adds and changes, and none of what it removes?</summary>
public sealed class HostUpdateReconciler : IEppReconciler
{
    private readonly IReadOnlyList<IEppExtensionComparer> _extensions;

    /// <summary>Creates the reconciler.</summary>
    /// <param name="extensions">What knows extensions; what nobody knows counts as not shown.</param>
    public HostUpdateReconciler(params IReadOnlyList<IEppExtensionComparer> extensions) => _extensions = extensions;

    /// <inheritdoc/>
    public bool CanReconcile(EppUnsettledCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return command.Command is HostUpdate;
    }

    /// <inheritdoc/>
    public async Task<EppReconciliation> ReconcileAsync(EppInquiry inquiry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(inquiry);
        var update = (HostUpdate)inquiry.Command.Command;
        var newName = update.Change?.Name is { } wanted && DomainNames.Normalize(wanted) != DomainNames.Normalize(update.Name) ? wanted : null;
        var info = await inquiry.AskHostAsync(newName ?? update.Name, cancellationToken).ConfigureAwait(false);
        if (newName is not null && Same.IsMissing(info))
        {
            var old = await inquiry.AskHostAsync(update.Name, cancellationToken).ConfigureAwait(false);
            return old.IsSuccess ? inquiry.NotApplied("The host still has its old name.") : inquiry.CannotTell(old);
        }

        if (!info.IsSuccess)
        {
            return inquiry.CannotTell(info);
        }

        var host = info.Data;
        IEnumerable<EppFact> rename = newName is null ? [] : [new EppFact($"name {newName}", true)];
        var facts = rename
            .Concat(Parts(update.Add, host, isAdded: true))
            .Concat(Parts(update.Remove, host, isAdded: false))
            .Concat(UpdateJudge.Extensions(inquiry.Command, _extensions, info));
        var isPending = host.Statuses.Any(status => status.Status == HostStatusValue.PendingUpdate);
        return await UpdateJudge.JudgeAsync(inquiry, "host", facts, host.UpdatedDate, isPending, cancellationToken).ConfigureAwait(false);
    }

    private static IEnumerable<EppFact> Parts(HostAddRemove? part, HostInfoResult host, bool isAdded)
    {
        if (part is null)
        {
            yield break;
        }

        var verb = isAdded ? "added" : "removed";
        var shown = host.Addresses.Select(address => Same.Address(address.Value)).ToHashSet();
        foreach (var address in part.Addresses)
        {
            yield return new EppFact($"address {address.Value} {verb}", shown.Contains(Same.Address(address.Value)) == isAdded);
        }

        foreach (var status in part.Statuses)
        {
            yield return new EppFact($"status {status.Status.Value} {verb}", host.Statuses.Any(other => other.Status == status.Status) == isAdded);
        }
    }
}
