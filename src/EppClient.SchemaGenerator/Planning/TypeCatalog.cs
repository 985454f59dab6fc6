using EppClient.SchemaGenerator.Declarations;
using EppClient.SchemaGenerator.Naming;
using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Planning;

/// <summary>Which C# type a component of a schema is: anchored, provided by a reference, or named here.</summary>
internal sealed class TypeCatalog
{
    private readonly Dictionary<(DeclarationKind, XmlName), ClrType> _types = [];
    private readonly Dictionary<XmlName, ClrType> _interfaces = [];
    // Names of files, too, come from it, and those do not differ by case alone.
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
        // A type that shares its name with an element would lose what tells the two apart.
        var isShared = _schemas[name.Namespace].Model.Elements.Any(e => e.Name == name);
        return Get(DeclarationKind.Type, name, notes, isShared ? name.LocalName : Names.WithoutTypeSuffix(name.LocalName));
    }

    /// <summary>The interface that stands for an abstract type.</summary>
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

    /// <summary>The name of an anonymous type, after what it belongs to.</summary>
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
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Its name.</param>
/// <param name="Declaration">Its anchor in this project.</param>
/// <param name="IsProvided">Whether a referenced assembly brings it along.</param>
internal sealed record ClrType(string Namespace, string Name, DeclarationModel? Declaration, bool IsProvided)
{
    public string FullName => Namespace.Length == 0 ? Name : $"{Namespace}.{Name}";

    /// <summary>The reference to it in code.</summary>
    public string Reference => TypeText.Of(Namespace, Name);

    public string HintName => FullName + ".g.cs";
}
