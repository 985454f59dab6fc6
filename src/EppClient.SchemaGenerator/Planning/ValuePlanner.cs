using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Planning;

/// <summary>Decides the C# type of a simple value, and how it is read and written.</summary>
internal sealed class ValuePlanner(SchemaIndex index, TypeCatalog catalog, WorkList work, List<SchemaIssue> issues)
{
    public const string BuiltIns = Library.Xml + "EppSimpleType.";

    private readonly DescriptorPlanner _descriptors = new(index, issues);

    /// <summary>Plans the value of a simple type, or of simple content.</summary>
    public ValuePlan Plan(TypeReference type, ClrType owner, string memberName)
    {
        var descriptor = type.Name switch
        {
            { Namespace: SchemaIndex.XmlSchemaNamespace } builtIn => BuiltIns + Lexicals.Descriptor(builtIn.LocalName),
            { } name when index.SimpleType(name) is not null => DescriptorOf(name),
            _ => work.AddDescriptor(_descriptors.Plan(type.Simple!, memberName + "Type", $"{owner.Name}.{memberName}")),
        };
        return Plan(type, descriptor, owner, memberName);
    }

    /// <summary>The descriptors of all simple types of a schema.</summary>
    public EquatableArray<DescriptorPlan> Descriptors(NamespaceModel schema) =>
        schema.SimpleTypes
            .Select(t => _descriptors.Plan(t, FieldOf(t.Name!.Value), index.Display(t.Name!.Value)))
            .Concat(work.TakeDescriptors())
            .ToEquatableArray();

    private static string FieldOf(XmlName type) => Naming.Names.Expand(type.LocalName);

    private ValuePlan Plan(TypeReference type, string descriptor, ClrType owner, string memberName)
    {
        if (type.Name is { Namespace: SchemaIndex.XmlSchemaNamespace } builtIn)
        {
            var lexical = Lexicals.Of(builtIn.LocalName);
            var item = new TypeReference(new XmlName(SchemaIndex.XmlSchemaNamespace, Lexicals.ItemOf(builtIn.LocalName)), null, null);
            return lexical == Lexical.List ? List(item, descriptor, owner, memberName) : ClrTypes.Of(lexical, Facets.None, descriptor);
        }

        var named = type.Name is { } reference ? index.SimpleType(reference) : null;
        var simple = named ?? type.Simple!;
        if (simple.IsEnumeration)
        {
            var enumeration = named is not null ? catalog.Type(named.Name!.Value, named.Notes) : catalog.Nested(owner, memberName);
            work.AddEnumeration(enumeration, simple);
            return new ValuePlan(ValueKind.Enumeration, enumeration.Reference, true, "Text", descriptor) { KeepsWhiteSpace = ClrTypes.KeepsWhiteSpace(simple) };
        }

        return simple switch
        {
            { IsTextBoolean: true } => ClrTypes.Of(Lexical.Boolean, Facets.None, descriptor),
            { Item: { } item } => List(item, descriptor, owner, memberName),
            _ => ClrTypes.Of(simple.Lexical, simple.Facets, descriptor) with { KeepsWhiteSpace = ClrTypes.KeepsWhiteSpace(simple) },
        };
    }

    private ValuePlan List(TypeReference item, string descriptor, ClrType owner, string memberName)
    {
        var plan = Plan(item, string.Empty, owner, memberName);

        // Lists of lists do not exist, and the list methods of the reader do not resolve prefixes: both remain text.
        plan = plan.Kind == ValueKind.List || plan.Method == "QualifiedName" ? ClrTypes.Of(Lexical.Token, Facets.None, string.Empty) : plan;
        return new ValuePlan(ValueKind.List, $"{Library.Collections}IReadOnlyList<{plan.ClrType}>", false, "List", descriptor) { Item = plan };
    }

    private string DescriptorOf(XmlName type) => $"{TypeText.Of(catalog.Schema(type.Namespace).ClassOf(type))}.{FieldOf(type)}";
}
