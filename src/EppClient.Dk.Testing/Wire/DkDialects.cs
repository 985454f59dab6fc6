using EppClient.Xml;

namespace EppClient.Dk.Testing.Wire;

/// <summary>The schemas that the registry supports, and the two versions of its own schema.</summary>
internal sealed class DkDialects
{
    private const int LongestName = 255;

    private readonly EppXmlDialect _newest;
    private readonly EppXmlDialect _older;
    private readonly bool _prefersOlder;

    public DkDialects(DkRegistryOptions options)
    {
        var overlay = DkOverlay.Instance with { SimpleTypes = [.. DkOverlay.Instance.SimpleTypes, .. BrokenRules(options.Quirks)] };

        // The registry's responses have avail="1", and some clients accept nothing else.
        _newest = new EppXmlDialect { Families = DkProfile.Current.Families, Overlay = overlay, FlagAttributesAsDigits = true };
        _older = new EppXmlDialect
        {
            Families = _newest.Families,
            Overlay = overlay,
            FlagAttributesAsDigits = true,
            Versions = DkProfile.Current.OlderVersions,
        };
        _prefersOlder = options.Quirks.RespondInVersion44 || !options.SpeaksVersion45;
    }

    public static EppSchemaSet Schemas { get; } = new(DkProfile.Current.Schemas);

    /// <summary>The schema rules that the registry violates with some quirks.</summary>
    private static IEnumerable<EppTypeOverride> BrokenRules(DkQuirks quirks)
    {
        // A registrar's name in place of its handle is longer than the schema allows for a handle.
        if (quirks.SponsorByName)
        {
            yield return new EppTypeOverride(EppNamespaces.EppCommon, "clIDType") { MaxLength = LongestName };
        }

        if (quirks.RedemptionAsDomainStatus)
        {
            yield return new EppTypeOverride(EppNamespaces.Domain, "statusValueType") { WithEnumeration = [DomainStatuses.Redemption] };
        }
    }

    /// <summary>Gets the highest version that the client declared; the newest if it declared none.</summary>
    public EppXmlDialect For(IReadOnlyList<string> services)
    {
        var knowsOnlyOlder = services.Contains(DkhmSchema.Dkhm44.NamespaceUri) && !services.Contains(DkNamespaces.Dkhm);
        return knowsOnlyOlder || _prefersOlder ? _older : _newest;
    }
}
