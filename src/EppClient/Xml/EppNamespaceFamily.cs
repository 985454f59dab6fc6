using System.Buffers;

namespace EppClient.Xml;

/// <summary>All versions of a registry's namespace: what is read in any of them is read as the newest.</summary>
/// <param name="Prefix">What all their namespaces begin with; a version number such as <c>4.5</c> follows.</param>
/// <param name="CanonicalNamespaceUri">The namespace of the newest version, from which the types were generated.</param>
public sealed record EppNamespaceFamily(string Prefix, string CanonicalNamespaceUri)
{
    private static readonly SearchValues<char> VersionCharacters = SearchValues.Create("0123456789.");

    internal bool Contains(string namespaceUri) =>
        namespaceUri.StartsWith(Prefix, StringComparison.Ordinal)
        && namespaceUri.Length > Prefix.Length
        && namespaceUri.AsSpan(Prefix.Length).IndexOfAnyExcept(VersionCharacters) < 0;
}
