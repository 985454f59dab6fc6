using EppClient.SchemaGenerator.Declarations;
using EppClient.SchemaGenerator.Naming;
using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Planning;

/// <summary>Maps components of a schema to C# types: hand-written, provided by a reference, or named here.</summary>
internal sealed class TypeCatalog
{
    private readonly Dictionary<(DeclarationKind, XmlName), ClrType> _types = [];
    private readonly Dictionary<XmlName, ClrType> _interfaces = [];
    // File names are derived from it, and must not differ only in case.
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, EmittedSchema> _schemas;

    public TypeCatalog(Dictionary<string, EmittedSchema> schemas, IEnumerable<DeclarationModel> declarations, IEnumerable<ProvidedSchema> provided)
    {
        _schemas = schemas;
        foreach (var declaration in provided.SelectMany(p => p.Types))
        {
            _types[KeyOf(declaration)] = new ClrType(declaration.ClrNamespace, declaration.ClrName, null, IsProvided: true);
        }

        foreach (var declaration in declarations.Where(a => a.Kind != DeclarationKind.Group))
        {
            _types[KeyOf(declaration)] = new ClrType(declaration.ClrNamespace, declaration.ClrName, declaration, IsProvided: false);
            _taken.Add(declaration.FullName);
        }

        _taken.UnionWith(schemas.Values.Select(s => s.Own).OfType<EmittedSchema>().Select(s => s.SchemaClass));
    }

    public EmittedSchema Schema(string uri) => _schemas[uri];

    public ClrType Element(ElementModel element) => Get(DeclarationKind.Element, element.Name, element.Notes, element.Name.LocalName);

    public ClrType Type(XmlName name, Notes notes)
    {
        // Without its suffix, a type with the name of an element could not be distinguished from it.
        var isShared = _schemas[name.Namespace].Model.Elements.Any(e => e.Name == name);
        return Get(DeclarationKind.Type, name, notes, isShared ? name.LocalName : Names.WithoutTypeSuffix(name.LocalName));
    }

    /// <summary>The interface of an abstract type.</summary>
    public ClrType Interface(XmlName name, Notes notes)
    {
        if (_interfaces.TryGetValue(name, out var known))
        {
            return known;
        }

        var schema = _schemas[name.Namespace];
        var readable = notes.Name ?? Names.WithoutAbstract(Names.Expand(Names.WithoutTypeSuffix(name.LocalName)));
        return _interfaces[name] = Unique(schema.ClrNamespace, "I" + (HasPrefix(readable, schema.TypePrefix) ? readable : schema.TypePrefix + readable));
    }

    /// <summary>The name of an anonymous type, derived from its owner.</summary>
    public ClrType Nested(ClrType owner, string memberName) =>
        Unique(owner.Namespace, owner.Name + memberName);

    public bool IsKnown(DeclarationKind kind, XmlName name) => _types.ContainsKey((kind, name));

    private static (DeclarationKind, XmlName) KeyOf(DeclarationModel declaration) => (declaration.Kind, new XmlName(declaration.XmlNamespace, declaration.XmlName));

    private ClrType Get(DeclarationKind kind, XmlName name, Notes notes, string bare)
    {
        if (_types.TryGetValue((kind, name), out var known))
        {
            return known;
        }

        var schema = _schemas[name.Namespace];
        var readable = notes.Name ?? Names.Expand(bare);
        return _types[(kind, name)] = Unique(schema.ClrNamespace, HasPrefix(readable, schema.TypePrefix) ? readable : schema.TypePrefix + readable);
    }

    private static bool HasPrefix(string name, string prefix) =>
        name.StartsWith(prefix, StringComparison.Ordinal) && (name.Length == prefix.Length || char.IsUpper(name[prefix.Length]));

    private ClrType Unique(string clrNamespace, string name)
    {
        var unique = name;
        var number = 1;
        while (!_taken.Add($"{clrNamespace}.{unique}"))
        {
            unique = number == 1 ? name + "Type" : name + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            number++;
        }

        return new ClrType(clrNamespace, unique, null, IsProvided: false);
    }
}

/// <summary>A C# type for a component.</summary>
/// <param name="Namespace">The namespace.</param>
/// <param name="Name">The name.</param>
/// <param name="Declaration">Its partial declaration in this project.</param>
/// <param name="IsProvided">Whether a referenced assembly contains it.</param>
internal sealed record ClrType(string Namespace, string Name, DeclarationModel? Declaration, bool IsProvided)
{
    public string FullName => Namespace.Length == 0 ? Name : $"{Namespace}.{Name}";

    /// <summary>The reference to it in code.</summary>
    public string Reference => TypeText.Of(Namespace, Name);

    public string HintName => FullName + ".g.cs";
}
