namespace EppClient.Xml;

/// <summary>An older version of a schema that the same CLR types can speak.</summary>
/// <param name="NamespaceUri">The older namespace.</param>
/// <param name="CanonicalNamespaceUri">The namespace of the newest version, from which the types were generated.</param>
public sealed record EppSchemaVersion(string NamespaceUri, string CanonicalNamespaceUri)
{
    /// <summary>Global elements of the newest version that the older one lacks or shapes otherwise.</summary>
    public IReadOnlyList<string> MissingElements { get; init; } = [];
}
