using EppClient.Commands;
using EppClient.Extensions;
using EppClient.Xml;

namespace EppClient.Recovery.Reconcilers;

/// <summary>Compares restores (RFC 3915): checks whether the domain has left the redemption period, and after the report also the restore period.</summary>
internal sealed class RestoreComparer : IEppExtensionComparer
{
    private const string Redemption = "redemptionPeriod";

    public string NamespaceUri => EppNamespaces.Rgp;

    public IEnumerable<EppExpectation> Compare(EppIndeterminateCommand command, IReadOnlyList<IEppElement> requested, EppResponse info)
    {
        // Some registries include these in the statuses of the domain.
        var shown = (info.Extension<RgpInfoResult>()?.Statuses ?? []).Select(status => status.Status.Value)
            .Concat(info.DataElements.OfType<DomainInfoResult>().SelectMany(domain => domain.Statuses).Select(status => status.Status.Value))
            .ToHashSet();
        foreach (var element in requested)
        {
            if (element is not RgpUpdate update)
            {
                yield return new EppExpectation($"rgp {element.LocalName}", null);
            }
            else if (update.Restore.Operation == RgpRestoreOperation.Request)
            {
                yield return new EppExpectation("restore requested", !shown.Contains(Redemption));
            }
            else
            {
                yield return new EppExpectation("restored", !shown.Contains(Redemption) && !shown.Contains(RgpStatusValue.PendingRestore.Value) && !shown.Contains(RgpStatusValue.PendingDelete.Value));
            }
        }
    }
}

/// <summary>Compares DS records, keys and the lifetime of signatures (RFC 5910).</summary>
internal sealed class SecDnsComparer : IEppExtensionComparer
{
    public string NamespaceUri => EppNamespaces.SecDns;

    public IEnumerable<EppExpectation> Compare(EppIndeterminateCommand command, IReadOnlyList<IEppElement> requested, EppResponse info)
    {
        var shown = info.Extension<SecDnsInfoResult>() ?? new SecDnsInfoResult();
        foreach (var element in requested)
        {
            if (element is not SecDnsUpdate update)
            {
                yield return new EppExpectation($"secDNS {element.LocalName}", null);
                continue;
            }

            foreach (var fact in Compare(update, shown))
            {
                yield return fact;
            }
        }
    }

    private static IEnumerable<EppExpectation> Compare(SecDnsUpdate update, SecDnsInfoResult shown)
    {
        var (addedDs, addedKeys) = (update.Add?.DsData ?? [], update.Add?.KeyData ?? []);
        foreach (var ds in addedDs)
        {
            yield return new EppExpectation($"DS record {ds.KeyTag} added", shown.DsData.Any(other => Is(ds, other)));
        }

        foreach (var key in addedKeys)
        {
            yield return new EppExpectation("key added", shown.KeyData.Any(other => Is(key, other)));
        }

        if (update.Remove?.All == true)
        {
            yield return new EppExpectation(
                "all other DS records and keys removed",
                shown.DsData.All(other => addedDs.Any(ds => Is(ds, other))) && shown.KeyData.All(other => addedKeys.Any(key => Is(key, other))));
        }

        // Records that are both removed and added remain.
        foreach (var ds in (update.Remove?.DsData ?? []).Where(ds => !addedDs.Any(added => Is(added, ds))))
        {
            yield return new EppExpectation($"DS record {ds.KeyTag} removed", !shown.DsData.Any(other => Is(ds, other)));
        }

        foreach (var key in (update.Remove?.KeyData ?? []).Where(key => !addedKeys.Any(added => Is(added, key))))
        {
            yield return new EppExpectation("key removed", !shown.KeyData.Any(other => Is(key, other)));
        }

        if (update.Change?.MaximumSignatureLifetime is { } lifetime)
        {
            yield return new EppExpectation("lifetime of signatures", shown.MaximumSignatureLifetime is { } other ? lifetime == other : null);
        }
    }

    private static bool Is(SecDnsDsData first, SecDnsDsData second) =>
        (first.KeyTag, first.Algorithm, first.DigestType, first.Digest) == (second.KeyTag, second.Algorithm, second.DigestType, second.Digest);

    private static bool Is(SecDnsKeyData first, SecDnsKeyData second) =>
        (first.Flags, first.Protocol, first.Algorithm, first.PublicKey) == (second.Flags, second.Protocol, second.Algorithm, second.PublicKey);
}
