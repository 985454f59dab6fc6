using System.Xml;
using System.Xml.Schema;

namespace EppClient.Testing.Validation;

/// <summary>The schemas in the resources of this assembly, by file name.</summary>
internal static class SchemaLibrary
{
    private static readonly string[] StandardFiles =
    [
        "eppcom-1.0.xsd", "epp-1.0.xsd", "host-1.0.xsd", "domain-1.0.xsd", "contact-1.0.xsd", "secDNS-1.1.xsd", "rgp-1.0.xsd", "balance-1.0.xsd",
        "secDNS-1.0.xsd", "fee-1.0.xsd", "launch-1.0.xsd", "mark-1.0.xsd", "signedMark-1.0.xsd", "xmldsig-core.xsd", "changePoll-1.0.xsd",
        "allocationToken-1.0.xsd", "org-1.0.xsd", "orgext-1.0.xsd", "maintenance-1.0.xsd", "ttl-1.0.xsd", "addlEmail-1.0.xsd", "keyrelay-1.0.xsd",
        "b-dn.xsd", "e164epp-1.0.xsd", "e164val-1.0.xsd", "e164valex-1.1.xsd",
    ];

    /// <summary>Opens each schema of the standard set.</summary>
    public static IReadOnlyList<Func<Stream>> StandardSchemas { get; } = [.. StandardFiles.Select(file => (Func<Stream>)(() => Resource(file)))];

    public static XmlSchemaSet Compile(EppSchemaProfile profile, EppWildcards wildcards)
    {
        var set = new XmlSchemaSet { XmlResolver = null };
        foreach (var schema in profile.Load())
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

    /// <summary>Opens a reader that accesses nothing but its stream.</summary>
    public static XmlReader Open(Stream stream) =>
        XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });

    public static XmlSchema Read(Func<Stream> open)
    {
        using var stream = open();
        using var reader = Open(stream);
        return XmlSchema.Read(reader, validationEventHandler: null)!;
    }

    public static SchemaOverlay ReadOverlay(Func<Stream> open)
    {
        using var stream = open();
        using var reader = Open(stream);
        return SchemaOverlayReader.Read(reader);
    }

    private static Stream Resource(string file) => typeof(SchemaLibrary).Assembly.GetManifestResourceStream(file)
        ?? throw new InvalidOperationException($"The assembly lacks its resource '{file}'.");
}
