using System.Xml;
using System.Xml.Schema;

namespace EppClient.Testing.Validation;

/// <summary>The schemas that this assembly carries as resources, by file name.</summary>
internal static class SchemaLibrary
{
    private static readonly string[] StandardFiles =
    [
        "eppcom-1.0.xsd", "epp-1.0.xsd", "host-1.0.xsd", "domain-1.0.xsd", "contact-1.0.xsd", "secDNS-1.1.xsd", "rgp-1.0.xsd", "balance-1.0.xsd",
        "secDNS-1.0.xsd", "fee-1.0.xsd", "launch-1.0.xsd", "mark-1.0.xsd", "signedMark-1.0.xsd", "xmldsig-core.xsd", "changePoll-1.0.xsd",
        "allocationToken-1.0.xsd", "org-1.0.xsd", "orgext-1.0.xsd", "maintenance-1.0.xsd", "ttl-1.0.xsd", "addlEmail-1.0.xsd", "keyrelay-1.0.xsd",
        "b-dn.xsd", "e164epp-1.0.xsd", "e164val-1.0.xsd", "e164valex-1.1.xsd",
    ];

    private static readonly string[] DkFiles = ["dkhm-4.5.xsd", "dkhm-4.4.xsd", "dkhm-domain-4.4.xsd"];

    /// <summary>The schemas of a profile with its overlay applied, not yet compiled; new objects on each call.</summary>
    public static IReadOnlyList<XmlSchema> Load(EppSchemaProfile profile)
    {
        switch (profile)
        {
            case EppSchemaProfile.Standard:
                return [.. StandardFiles.Select(Read)];
            case EppSchemaProfile.Dk:
                IReadOnlyList<XmlSchema> schemas = [.. StandardFiles.Concat(DkFiles).Select(Read)];
                ReadOverlay("overlay.xml").Apply(schemas);
                return schemas;
            default:
                throw new ArgumentOutOfRangeException(nameof(profile), profile, "There is no such set of schemas.");
        }
    }

    public static XmlSchemaSet Compile(EppSchemaProfile profile, EppWildcards wildcards)
    {
        var set = new XmlSchemaSet { XmlResolver = null };
        foreach (var schema in Load(profile))
        {
            if (wildcards == EppWildcards.Lax)
            {
                SchemaParticles.RelaxWildcards(schema);
            }

            set.Add(schema);
        }

        set.Compile();
        return set;
    }

    /// <summary>A reader that looks at nothing but its stream.</summary>
    public static XmlReader Open(Stream stream) =>
        XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });

    private static XmlSchema Read(string file)
    {
        using var stream = Resource(file);
        using var reader = Open(stream);
        return XmlSchema.Read(reader, validationEventHandler: null)!;
    }

    private static SchemaOverlay ReadOverlay(string file)
    {
        using var stream = Resource(file);
        using var reader = Open(stream);
        return SchemaOverlayReader.Read(reader);
    }

    private static Stream Resource(string file) => typeof(SchemaLibrary).Assembly.GetManifestResourceStream(file)
        ?? throw new InvalidOperationException($"The assembly lacks its resource '{file}'.");
}
