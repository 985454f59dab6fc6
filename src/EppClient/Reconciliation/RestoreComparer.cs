using EppClient.Commands.Domain;
using EppClient.Extensions.Rgp;
using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.Reconciliation;

/// <summary>Restores (RFC 3915): has the domain left the redemption period, and after the report the restore period too?</summary>
internal sealed class RestoreComparer : IEppExtensionComparer
{
    private const string Redemption = "redemptionPeriod";

    public string NamespaceUri => EppNamespaces.Rgp;

    public IEnumerable<EppFact> Compare(EppUnsettledCommand command, IReadOnlyList<IEppElement> asked, EppResponse info)
    {
        // Some registries show these among the statuses of the domain.
        var shown = (info.Extension<RgpInfoResult>()?.Statuses ?? []).Select(status => status.Status.Value)
            .Concat(info.DataElements.OfType<DomainInfoResult>().SelectMany(domain => domain.Statuses).Select(status => status.Status.Value))
            .ToHashSet();
        foreach (var element in asked)
        {
            if (element is not RgpUpdate update)
            {
                yield return new EppFact($"rgp {element.LocalName}", null);
            }
            else if (update.Restore.Operation == RgpRestoreOperation.Request)
            {
                yield return new EppFact("restore requested", !shown.Contains(Redemption));
            }
            else
            {
                yield return new EppFact("restored", !shown.Contains(Redemption) && !shown.Contains(RgpStatusValue.PendingRestore.Value) && !shown.Contains(RgpStatusValue.PendingDelete.Value));
            }
        }
    }
}
