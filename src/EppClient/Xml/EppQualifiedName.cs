namespace EppClient.Xml;

/// <summary>A name in a namespace, carried as <c>xs:QName</c>: the prefix is a matter of the document, not of the value.</summary>
/// <param name="NamespaceUri">The canonical namespace; empty for none.</param>
/// <param name="LocalName">The name.</param>
public readonly record struct EppQualifiedName(string NamespaceUri, string LocalName)
{
    /// <summary>The name behind its namespace in braces; without braces where it is in none.</summary>
    public override string ToString() => string.IsNullOrEmpty(NamespaceUri) ? LocalName ?? string.Empty : $"{{{NamespaceUri}}}{LocalName}";
}
