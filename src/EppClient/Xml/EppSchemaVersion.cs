using System.Buffers;

namespace EppClient.Xml;

/// <summary>All versions of a registry's namespace. Elements in any of them are read as elements of the newest version.</summary>
/// <param name="Prefix">The common prefix of the namespaces; a version number such as <c>4.5</c> follows.</param>
/// <param name="CanonicalNamespaceUri">The namespace of the newest version, from which the types were generated.</param>
public sealed record EppNamespaceFamily(string Prefix, string CanonicalNamespaceUri)
{
    private static readonly SearchValues<char> VersionCharacters = SearchValues.Create("0123456789.");

    internal bool Contains(string namespaceUri) =>
        namespaceUri.StartsWith(Prefix, StringComparison.Ordinal)
        && namespaceUri.Length > Prefix.Length
        && namespaceUri.AsSpan(Prefix.Length).IndexOfAnyExcept(VersionCharacters) < 0;
}

/// <summary>
/// Versions of one extension that have separate types, each with its schema class among <see cref="EppClient.EppProfile.Schemas"/>. Unlike
/// <see cref="EppSchemaVersion"/>, they are not translated into each other: a command must use a version that the session has negotiated.
/// </summary>
/// <param name="NamespaceUris">The namespaces, the preferred one first.</param>
public sealed record EppVersionGroup(params IReadOnlyList<string> NamespaceUris)
{
    /// <summary>
    /// Whether to announce all versions that the greeting offers, instead of only the first. A registry that receives several versions may respond in any of
    /// them. Default: false.
    /// </summary>
    public bool AnnounceAll { get; init; }
}

/// <summary>An older version of a schema that the same CLR types support.</summary>
/// <param name="NamespaceUri">The older namespace.</param>
/// <param name="CanonicalNamespaceUri">The namespace of the newest version, from which the types were generated.</param>
public sealed record EppSchemaVersion(string NamespaceUri, string CanonicalNamespaceUri)
{
    /// <summary>Global elements of the newest version that the older version does not have or defines differently.</summary>
    public IReadOnlyList<string> MissingElements { get; init; } = [];
}
