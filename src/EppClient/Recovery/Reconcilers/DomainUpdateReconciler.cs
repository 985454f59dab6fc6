using EppClient.Commands;
using EppClient.Recovery.Reconcilers;

namespace EppClient;

/// <summary>
/// Reconciles an update of a domain, including restores: checks whether the domain has what the command adds and changes, and nothing of what it
/// removes.
/// </summary>
public sealed class DomainUpdateReconciler : IEppReconciler
{
    private readonly IReadOnlyList<IEppExtensionComparer> _extensions;

    /// <summary>Creates the reconciler. It includes the comparers for DNS security and grace periods of the RFCs.</summary>
    /// <param name="extensions">The comparers of further extensions. An extension without a comparer counts as not shown.</param>
    public DomainUpdateReconciler(params IReadOnlyList<IEppExtensionComparer> extensions) =>
        _extensions = [new SecDnsComparer(), new RestoreComparer(), .. extensions];

    /// <inheritdoc/>
    public bool CanReconcile(EppIndeterminateCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return command.Command is DomainUpdate;
    }

    /// <inheritdoc/>
    public async Task<EppReconciliation> ReconcileAsync(EppReconciliationContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var update = (DomainUpdate)context.Command.Command;
        var info = await context.QueryDomainAsync(update.Name, cancellationToken).ConfigureAwait(false);
        if (!info.IsSuccess)
        {
            return context.Indeterminate(info);
        }

        var domain = info.Data;
        var facts = Parts(update.Add, domain, isAdded: true)
            .Concat(Parts(update.Remove, domain, isAdded: false))
            .Concat(Changes(context.Command, update.Change, domain))
            .Concat(UpdateVerifier.Extensions(context.Command, _extensions, info));
        var isPending = domain.Statuses.Any(status => status.Status == DomainStatusValue.PendingUpdate);
        return await UpdateVerifier.VerifyAsync(context, "domain", facts, domain.UpdatedDate, isPending, cancellationToken).ConfigureAwait(false);
    }

    private static IEnumerable<EppExpectation> Parts(DomainUpdateItems? part, DomainInfoResult domain, bool isAdded)
    {
        if (part is null)
        {
            yield break;
        }

        var verb = isAdded ? "added" : "removed";
        var shown = CreatedDomain.NamesOf(domain.NameServers).Select(EppDomainName.Normalize).ToHashSet();
        foreach (var name in CreatedDomain.NamesOf(part.NameServers))
        {
            yield return new EppExpectation($"name server {name} {verb}", shown.Contains(EppDomainName.Normalize(name)) == isAdded);
        }

        foreach (var contact in part.Contacts)
        {
            var isThere = domain.Contacts.Any(other => other.Role == contact.Role && Equality.Id(other.Id, contact.Id));
            yield return new EppExpectation($"{contact.Role?.Value ?? "a"} contact {contact.Id} {verb}", isThere == isAdded);
        }

        foreach (var status in UpdateVerifier.Statuses(part.Statuses.Select(item => item.Status.Value), domain.Statuses.Select(item => item.Status.Value), isAdded))
        {
            yield return status;
        }
    }

    private static IEnumerable<EppExpectation> Changes(EppIndeterminateCommand command, DomainChange? change, DomainInfoResult domain)
    {
        if (change?.Registrant is { } registrant)
        {
            yield return new EppExpectation("registrant", domain.Registrant is { } shown ? Equality.Id(registrant, shown) : registrant.Length == 0 ? true : null);
        }

        if (change?.AuthInfo is { } authInfo)
        {
            // Registries show it only to the sponsor, or not at all; if it is not shown, it may still exist.
            var isComparable = !command.IsFromJournal && !string.IsNullOrEmpty(authInfo.Password) && !string.IsNullOrEmpty(domain.AuthInfo?.Password);
            yield return new EppExpectation("authorization information", isComparable ? authInfo.Password == domain.AuthInfo!.Password : null);
        }
    }
}
