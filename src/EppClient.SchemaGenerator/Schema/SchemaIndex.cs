namespace EppClient.SchemaGenerator.Schema;

/// <summary>Finds the components of a model by name.</summary>
internal sealed class SchemaIndex
{
    public const string XmlSchemaNamespace = "http://www.w3.org/2001/XMLSchema";

    private readonly Dictionary<string, NamespaceModel> _namespaces = new(StringComparer.Ordinal);
    private readonly Dictionary<XmlName, ElementModel> _elements = [];
    private readonly Dictionary<XmlName, ComplexTypeModel> _complexTypes = [];
    private readonly Dictionary<XmlName, SimpleTypeModel> _simpleTypes = [];

    public SchemaIndex(IEnumerable<NamespaceModel> namespaces)
    {
        foreach (var schema in namespaces)
        {
            _namespaces[schema.Uri] = schema;
            foreach (var element in schema.Elements)
            {
                _elements[element.Name] = element;
            }

            foreach (var type in schema.ComplexTypes)
            {
                _complexTypes[type.Name!.Value] = type;
            }

            foreach (var type in schema.SimpleTypes)
            {
                _simpleTypes[type.Name!.Value] = type;
            }
        }
    }

    public NamespaceModel? Schema(string uri) => Find(_namespaces, uri);

    /// <summary>The schema with a prefix; if there are several, that of the IETF.</summary>
    public NamespaceModel? SchemaWithPrefix(string prefix) => _namespaces.Values
        .Where(s => s.Prefix == prefix)
        .OrderBy(s => !s.Uri.StartsWith("urn:ietf:", StringComparison.Ordinal))
        .ThenBy(s => s.Uri, StringComparer.Ordinal)
        .FirstOrDefault();

    /// <summary>All schemas.</summary>
    public IReadOnlyCollection<NamespaceModel> Schemas => _namespaces.Values;

    public ElementModel? Element(XmlName name) => Find(_elements, name);

    public ComplexTypeModel? ComplexType(XmlName name) => Find(_complexTypes, name);

    public SimpleTypeModel? SimpleType(XmlName name) => Find(_simpleTypes, name);

    public ComplexTypeModel? Complex(TypeReference type) => type.Complex ?? (type.Name is { } name ? ComplexType(name) : null);

    /// <summary>All named types that extend or restrict a type, directly or indirectly.</summary>
    public IEnumerable<ComplexTypeModel> DerivedFrom(XmlName name) => _complexTypes.Values.Where(t => t.Bases.Contains(name));

    /// <summary>The name as in messages: <c>domain:createType</c>.</summary>
    public string Display(XmlName name) => name.Namespace == XmlSchemaNamespace
        ? "xs:" + name.LocalName
        : Schema(name.Namespace) is { Prefix.Length: > 0 } schema ? $"{schema.Prefix}:{name.LocalName}" : name.LocalName;

    private static TValue? Find<TKey, TValue>(Dictionary<TKey, TValue> values, TKey key)
        where TValue : class => values.TryGetValue(key, out var value) ? value : null;
}
