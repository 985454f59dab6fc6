using System.ComponentModel;

namespace EppClient.Xml;

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
