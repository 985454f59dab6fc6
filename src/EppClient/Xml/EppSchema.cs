using System.ComponentModel;

namespace EppClient.Xml;

/// <summary>The typed side of one schema: what its global elements become. Generated, one instance for each schema.</summary>
/// <remarks>Implementations are stateless and safe for use by several threads.</remarks>
public abstract class EppSchema
{
    /// <summary>The target namespace.</summary>
    public abstract string NamespaceUri { get; }

    /// <summary>
    /// Whether it only adds elements to the namespace of another schema: registries add to namespaces of the RFCs. Add it to a
    /// profile together with that schema. Default: false.
    /// </summary>
    public virtual bool IsAddition => false;

    /// <summary>Reads the global element on which the reader stands.</summary>
    /// <param name="reader">Stands on the start of an element of this namespace; afterwards behind its end, unless null is returned.</param>
    /// <returns>The element, or null where the schema has no such global element; then the reader has not moved.</returns>
    /// <exception cref="EppProtocolException">A required part is missing or a value cannot be read.</exception>
    public abstract IEppElement? Read(EppXmlReader reader);

    /// <summary>Whether the content of the elements of that name may be shown.</summary>
    /// <param name="localName">The name of any element, global or local.</param>
    public abstract EppSensitivity SensitivityOf(string localName);

    /// <summary>
    /// Whether the schema declares elements of that name. An element that a schema with secret or personal elements does not declare is taken for
    /// personal: it may be one of them in another spelling, or of a newer version. Default: true, for all names.
    /// </summary>
    /// <param name="localName">The name of any element, global or local.</param>
    public virtual bool Declares(string localName) => true;
}

/// <summary>Says that an assembly brings along the types of a schema, so that they are not generated again for those that refer to it. Generated.</summary>
/// <param name="namespaceUri">The target namespace of the schema.</param>
/// <param name="schemaClass">The full name of the schema class.</param>
/// <param name="types">The full names of the types. As text, so that trimming can drop those that nobody uses.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EppSchemaProvidedAttribute(string namespaceUri, string schemaClass, params string[] types) : Attribute
{
    /// <summary>The target namespace of the schema.</summary>
    public string NamespaceUri { get; } = namespaceUri;

    /// <summary>The full name of the schema class.</summary>
    public string SchemaClass { get; } = schemaClass;

    /// <summary>The full names of the types.</summary>
    public IReadOnlyList<string> Types { get; } = types;
}
