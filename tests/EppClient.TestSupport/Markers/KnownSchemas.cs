using EppClient.Commands;
using EppClient.Dk;
using EppClient.Iana;
using EppClient.Xml;

namespace EppClient.TestSupport.Markers;

/// <summary>All schemas of the packages, as types and as files.</summary>
public static class KnownSchemas
{
    public static readonly EppProfile Profile = EppProfiles.Standard with
    {
        Name = "redaction",
        Schemas = [.. EppProfiles.Standard.Schemas, BalanceSchema.Instance, SecDns10Schema.Instance, DkhmSchema.Instance, .. IanaSchemas.All],
    };

    public static readonly EppSchemaSet Set = new([.. Profile.Schemas, EppLoginSecuritySchema.Instance]);

    /// <summary>The schema files, except the older dkhm, which is read as the newer.</summary>
    public static IEnumerable<string> Files => Directory.EnumerateFiles(RepositoryFolder.Combine("schemas"), "*.xsd", SearchOption.AllDirectories)
        .Where(file => !file.Contains("4.4", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);
}
