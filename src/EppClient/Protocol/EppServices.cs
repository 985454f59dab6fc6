using System.Collections.Frozen;
using EppClient.Xml;

namespace EppClient.Protocol;

/// <summary>What a session speaks: the services announced at login, and the dialect that follows from them.</summary>
internal sealed record EppServices
{
    /// <summary>The namespaces of the objects announced, as the registry spells them.</summary>
    public required IReadOnlyList<string> ObjectUris { get; init; }

    /// <summary>The namespaces of the extensions announced, as the registry spells them.</summary>
    public required IReadOnlyList<string> ExtensionUris { get; init; }

    public required EppXmlDialect Dialect { get; init; }

    /// <summary>The services that commands may use, as generated code knows them; null where the greeting named none that is known.</summary>
    public FrozenSet<string>? Spoken { get; init; }

    /// <summary>Whether the login goes by RFC 8807.</summary>
    public bool HasLoginSecurity { get; init; }
}
