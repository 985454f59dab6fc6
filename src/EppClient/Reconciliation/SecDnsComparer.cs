using EppClient.Extensions.SecDns;
using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.Reconciliation;

/// <summary>DS records, keys and the lifetime of signatures (RFC 5910).</summary>
internal sealed class SecDnsComparer : IEppExtensionComparer
{
    public string NamespaceUri => EppNamespaces.SecDns;

    public IEnumerable<EppFact> Compare(EppUnsettledCommand command, IReadOnlyList<IEppElement> asked, EppResponse info)
    {
        var shown = info.Extension<SecDnsInfoResult>() ?? new SecDnsInfoResult();
        foreach (var element in asked)
        {
            if (element is not SecDnsUpdate update)
            {
                yield return new EppFact($"secDNS {element.LocalName}", null);
                continue;
            }

            foreach (var fact in Compare(update, shown))
            {
                yield return fact;
            }
        }
    }

    private static IEnumerable<EppFact> Compare(SecDnsUpdate update, SecDnsInfoResult shown)
    {
        var (addedDs, addedKeys) = (update.Add?.DsData ?? [], update.Add?.KeyData ?? []);
        foreach (var ds in addedDs)
        {
            yield return new EppFact($"DS record {ds.KeyTag} added", shown.DsData.Any(other => Is(ds, other)));
        }

        foreach (var key in addedKeys)
        {
            yield return new EppFact("key added", shown.KeyData.Any(other => Is(key, other)));
        }

        if (update.Remove?.All == true)
        {
            yield return new EppFact(
                "all other DS records and keys removed",
                shown.DsData.All(other => addedDs.Any(ds => Is(ds, other))) && shown.KeyData.All(other => addedKeys.Any(key => Is(key, other))));
        }

        // What is removed and added again stays.
        foreach (var ds in (update.Remove?.DsData ?? []).Where(ds => !addedDs.Any(added => Is(added, ds))))
        {
            yield return new EppFact($"DS record {ds.KeyTag} removed", !shown.DsData.Any(other => Is(ds, other)));
        }

        foreach (var key in (update.Remove?.KeyData ?? []).Where(key => !addedKeys.Any(added => Is(added, key))))
        {
            yield return new EppFact("key removed", !shown.KeyData.Any(other => Is(key, other)));
        }

        if (update.Change?.MaximumSignatureLifetime is { } lifetime)
        {
            yield return new EppFact("lifetime of signatures", shown.MaximumSignatureLifetime is { } other ? lifetime == other : null);
        }
    }

    private static bool Is(SecDnsDsData first, SecDnsDsData second) =>
        (first.KeyTag, first.Algorithm, first.DigestType, first.Digest) == (second.KeyTag, second.Algorithm, second.DigestType, second.Digest);

    private static bool Is(SecDnsKeyData first, SecDnsKeyData second) =>
        (first.Flags, first.Protocol, first.Algorithm, first.PublicKey) == (second.Flags, second.Protocol, second.Algorithm, second.PublicKey);
}
