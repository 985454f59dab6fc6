namespace EppClient.Xml;

/// <summary>Declares that a partial record is a global element of a schema; the generator adds its members.</summary>
/// <param name="namespaceUri">The target namespace of the schema.</param>
/// <param name="localName">The name of the element.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EppElementAttribute(string namespaceUri, string localName) : Attribute
{
    /// <summary>The target namespace of the schema.</summary>
    public string NamespaceUri { get; } = namespaceUri;

    /// <summary>The name of the element.</summary>
    public string LocalName { get; } = localName;
}

/// <summary>Declares that a partial record or struct is a named type of a schema; the generator adds its members.</summary>
/// <param name="namespaceUri">The target namespace of the schema.</param>
/// <param name="localName">The name of the complex type, or of the simple type that is an enumeration.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class EppTypeAttribute(string namespaceUri, string localName) : Attribute
{
    /// <summary>The target namespace of the schema.</summary>
    public string NamespaceUri { get; } = namespaceUri;

    /// <summary>The name of the type.</summary>
    public string LocalName { get; } = localName;
}

/// <summary>
/// Declares that a partial record holds all sibling elements of an extension schema that are sent with one command or received with its response; the generator
/// adds a member for each.
/// </summary>
/// <param name="namespaceUri">The target namespace of the extension's schema.</param>
/// <param name="command">The command as in the schema's placements, such as <c>contact:create</c>, or <c>poll</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EppExtensionGroupAttribute(string namespaceUri, string command) : Attribute
{
    /// <summary>The target namespace of the extension's schema.</summary>
    public string NamespaceUri { get; } = namespaceUri;

    /// <summary>The command as in the schema's placements.</summary>
    public string Command { get; } = command;

    /// <summary>Whether the elements belong to the response instead of the command.</summary>
    public bool Response { get; init; }
}
