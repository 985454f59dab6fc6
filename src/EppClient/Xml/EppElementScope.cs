namespace EppClient.Xml;

/// <summary>What an element is part of, as far as it tells whether its content may be shown where no schema does.</summary>
/// <param name="NamespaceUri">The canonical namespace of the closest element that has one of its own, which neither EPP nor no namespace is; null for none.</param>
/// <param name="IsContact">Whether it is part of a contact.</param>
internal readonly record struct EppElementScope(string? NamespaceUri, bool IsContact)
{
    /// <summary>Whether a namespace speaks of contacts, by its name.</summary>
    public static bool IsOfContacts(string namespaceUri) => namespaceUri.Contains("contact", StringComparison.OrdinalIgnoreCase);

    /// <summary>What the children of an element are part of.</summary>
    /// <param name="namespaceUri">The canonical namespace of the element.</param>
    /// <param name="localName">Its name.</param>
    public EppElementScope Within(string namespaceUri, string localName) => new(
        namespaceUri is "" or EppNamespaces.Epp ? NamespaceUri : namespaceUri,
        IsContact || SensitiveNames.IsContact(localName) || IsOfContacts(namespaceUri));
}
