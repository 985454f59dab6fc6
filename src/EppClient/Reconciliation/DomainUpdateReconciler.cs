using EppClient.Commands.Domain;
using EppClient.Protocol;

namespace EppClient.Reconciliation;

/// <summary>
/// After an update of a domain, restores included: does the domain show what the command adds and changes, and none of what it removes?
/// </summary>
public sealed class DomainUpdateReconciler : IEppReconciler
{
    private readonly IReadOnlyList<IEppExtensionComparer> _extensions;

    /// <summary>Creates the reconciler. DNS security and grace periods of the RFCs are known to it.</summary>
    /// <param name="extensions">What knows further extensions; what nobody knows counts as not shown.</param>
    public DomainUpdateReconciler(params IReadOnlyList<IEppExtensionComparer> extensions) =>
        _extensions = [new SecDnsComparer(), new RestoreComparer(), .. extensions];

    /// <inheritdoc/>
    public bool CanReconcile(EppUnsettledCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return command.Command is DomainUpdate;
    }

    /// <inheritdoc/>
    public async Task<EppReconciliation> ReconcileAsync(EppInquiry inquiry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(inquiry);
        var update = (DomainUpdate)inquiry.Command.Command;
        var info = await inquiry.AskDomainAsync(update.Name, cancellationToken).ConfigureAwait(false);
        if (!info.IsSuccess)
        {
            return inquiry.CannotTell(info);
        }

        var domain = info.Data;
        var facts = Parts(update.Add, domain, isAdded: true)
            .Concat(Parts(update.Remove, domain, isAdded: false))
            .Concat(Changes(inquiry.Command, update.Change, domain))
            .Concat(UpdateJudge.Extensions(inquiry.Command, _extensions, info));
        var isPending = domain.Statuses.Any(status => status.Status == DomainStatusValue.PendingUpdate);
        return await UpdateJudge.JudgeAsync(inquiry, "domain", facts, domain.UpdatedDate, isPending, cancellationToken).ConfigureAwait(false);
    }

    private static IEnumerable<EppFact> Parts(DomainAddRemove? part, DomainInfoResult domain, bool isAdded)
    {
        if (part is null)
        {
            yield break;
        }

        var verb = isAdded ? "added" : "removed";
        var shown = DomainFinding.NamesOf(domain.NameServers).Select(DomainNames.Normalize).ToHashSet();
        foreach (var name in DomainFinding.NamesOf(part.NameServers))
        {
            yield return new EppFact($"name server {name} {verb}", shown.Contains(DomainNames.Normalize(name)) == isAdded);
        }

        foreach (var contact in part.Contacts)
        {
            var isThere = domain.Contacts.Any(other => other.Role == contact.Role && Same.Id(other.Id, contact.Id));
            yield return new EppFact($"{contact.Role?.Value ?? "a"} contact {contact.Id} {verb}", isThere == isAdded);
        }

        foreach (var status in part.Statuses)
        {
            yield return new EppFact($"status {status.Status.Value} {verb}", domain.Statuses.Any(other => other.Status == status.Status) == isAdded);
        }
    }

    private static IEnumerable<EppFact> Changes(EppUnsettledCommand command, DomainChange? change, DomainInfoResult domain)
    {
        if (change?.Registrant is { } registrant)
        {
            yield return new EppFact("registrant", domain.Registrant is { } shown ? Same.Id(registrant, shown) : registrant.Length == 0 ? true : null);
        }

        if (change?.AuthInfo is { } authInfo)
        {
            // Registries show it to the sponsor, or to nobody; that it is not shown does not mean that it is not there.
            var isComparable = !command.IsFromJournal && !string.IsNullOrEmpty(authInfo.Password) && !string.IsNullOrEmpty(domain.AuthInfo?.Password);
            yield return new EppFact("authorization information", isComparable ? authInfo.Password == domain.AuthInfo!.Password : null);
        }
    }
}
