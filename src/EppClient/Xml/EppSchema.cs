using System.ComponentModel;

namespace EppClient.Xml;

/// <summary>Maps the global elements of one schema to types. Generated; there is one instance for each schema.</summary>
/// <remarks>Implementations are stateless and safe for use by several threads.</remarks>
public abstract class EppSchema
{
    /// <summary>The target namespace.</summary>
    public abstract string NamespaceUri { get; }

    /// <summary>
    /// Whether the schema only adds elements to the namespace of another schema, as registries do with the namespaces of the RFCs. Add it to a profile together
    /// with that schema. Default: false.
    /// </summary>
    public virtual bool IsAddition => false;

    /// <summary>Reads the current global element.</summary>
    /// <param name="reader">Positioned on the start of an element of this namespace; afterwards after its end, unless null is returned.</param>
    /// <returns>The element. Null if the schema has no such global element; the reader has not moved then.</returns>
    /// <exception cref="EppProtocolException">A required part is missing or a value cannot be read.</exception>
    public abstract IEppElement? Read(EppXmlReader reader);

    /// <summary>Whether the content of elements with a name may be shown.</summary>
    /// <param name="localName">The name of any element, global or local.</param>
    public abstract EppSensitivity SensitivityOf(string localName);

    /// <summary>
    /// Whether the schema declares elements with a name. In a schema with secret or personal elements, an undeclared element counts as personal: it may be one
    /// of them in another spelling or from a newer version. Default: true, for all names.
    /// </summary>
    /// <param name="localName">The name of any element, global or local.</param>
    public virtual bool Declares(string localName) => true;
}

/// <summary>
/// Declares that an assembly contains the types of a schema, so that they are not generated again for assemblies that refer to it. Generated.
/// </summary>
/// <param name="namespaceUri">The target namespace of the schema.</param>
/// <param name="schemaClass">The full name of the schema class.</param>
/// <param name="types">The full names of the types. As text, so that trimming can remove unused ones.</param>
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
