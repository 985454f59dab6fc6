using EppClient.Xml;

namespace EppClient.Protocol;

/// <summary>What is particular to a registry, as data: schemas, versions, limits.</summary>
/// <remarks>Immutable and safe for use by several threads.</remarks>
public sealed record EppProfile
{
    /// <summary>A short name, for logs and metrics.</summary>
    public required string Name { get; init; }

    /// <summary>The schemas that are known. Of these, login announces what the greeting offers.</summary>
    public required IReadOnlyList<EppSchema> Schemas { get; init; }

    /// <summary>Namespaces that occur in several versions and are read as one.</summary>
    public IReadOnlyList<EppNamespaceFamily> Families { get; init; } = [];

    /// <summary>Older versions that are spoken where the greeting does not offer the newest, in order of preference.</summary>
    public IReadOnlyList<EppSchemaVersion> OlderVersions { get; init; } = [];

    /// <summary>What the registry changes in the RFCs' schemas.</summary>
    public EppSchemaOverlay Overlay { get; init; } = new();

    /// <summary>How long a session may be silent before the registry closes it. Default: 5 minutes.</summary>
    public TimeSpan IdleLimit { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a session may live before the registry closes it. Default: 8 hours.</summary>
    public TimeSpan SessionLifetime { get; init; } = TimeSpan.FromHours(8);

    /// <summary>The longest message that the registry takes, in octets, its 4 octets of length included. Default: 262,144.</summary>
    public int MaxFrameLength { get; init; } = 262_144;

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
