namespace EppClient.Xml;

/// <summary>
/// A namespace that a registry replaces by its own, with the same shapes in it: some registries do so with the RFCs' namespaces,
/// the envelope's included. The types stay the same.
/// </summary>
/// <param name="CanonicalNamespaceUri">The namespace from which the types were generated, such as <see cref="EppNamespaces.Domain"/>.</param>
/// <param name="WireNamespaceUri">The namespace that the registry uses, in messages and in the lists of its greeting.</param>
public sealed record EppNamespaceMapping(string CanonicalNamespaceUri, string WireNamespaceUri);
