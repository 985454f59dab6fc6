using EppClient.SchemaGenerator.Naming;
using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Planning;

/// <summary>Decides which C# type a simple value has and how it is read and written.</summary>
internal sealed class ValuePlanner(SchemaIndex index, TypeCatalog catalog, WorkList work)
{
    public const string BuiltIns = Library.Xml + "EppSimpleType.";

    /// <summary>The names of our descriptors of built-in types; what is not here is a token.</summary>
    private static readonly Dictionary<string, string> BuiltInNames = new(StringComparer.Ordinal)
    {
        ["string"] = "String",
        ["anySimpleType"] = "String",
        ["anyAtomicType"] = "String",
        ["normalizedString"] = "NormalizedString",
        ["anyURI"] = "AnyUri",
        ["language"] = "Language",
        ["boolean"] = "Boolean",
        ["dateTime"] = "DateTime",
        ["date"] = "Date",
        ["decimal"] = "Decimal",
        ["byte"] = "Int",
        ["short"] = "Int",
        ["int"] = "Int",
        ["unsignedByte"] = "UnsignedByte",
        ["unsignedShort"] = "UnsignedShort",
        ["unsignedLong"] = "UnsignedLong",
        ["unsignedInt"] = "Integer",
        ["long"] = "Integer",
        ["integer"] = "Integer",
        ["nonNegativeInteger"] = "Integer",
        ["positiveInteger"] = "Integer",
        ["nonPositiveInteger"] = "Integer",
        ["negativeInteger"] = "Integer",
        ["hexBinary"] = "HexBinary",
        ["base64Binary"] = "Base64Binary",
    };

    /// <summary>Plans the value of a simple type, or of simple content.</summary>
    public ValuePlan Plan(TypeReference type, ClrType owner, string memberName)
    {
        if (type.Name is { Namespace: SchemaIndex.XmlSchemaNamespace } builtIn)
        {
            var name = BuiltInNames.TryGetValue(builtIn.LocalName, out var known) ? known : "Token";
            return Plan(LexicalOf(builtIn.LocalName), BuiltIns + name);
        }

        var named = type.Name is { } reference ? index.SimpleType(reference) : null;
        var simple = named ?? type.Simple!;
        var descriptor = named is not null
            ? DescriptorOf(named.Name!.Value)
            : work.AddDescriptor(Describe(simple, memberName + "Type", $"{owner.Name}.{memberName}"));
        if (simple.IsEnumeration)
        {
            var enumeration = named is not null ? catalog.Type(named.Name!.Value, named.Notes) : catalog.Nested(owner, memberName);
            work.AddEnumeration(enumeration, simple);
            return new ValuePlan(ValueKind.Enumeration, enumeration.Global, true, "Text", descriptor);
        }

        return simple.IsSpelledBoolean ? Plan(Lexical.Boolean, descriptor) : Plan(simple.Lexical, descriptor);
    }

    /// <summary>The descriptors of all simple types of a schema.</summary>
    public EquatableArray<DescriptorPlan> Descriptors(NamespaceModel schema) =>
        schema.SimpleTypes
            .Select(t => Describe(t, FieldOf(t.Name!.Value), index.Display(t.Name!.Value)))
            .Concat(work.TakeDescriptors())
            .ToEquatableArray();

    private static DescriptorPlan Describe(SimpleTypeModel type, string field, string display) => new(
        field,
        type.Name ?? new XmlName(string.Empty, display),
        display,
        type.Notes.Documentation ?? $"The simple type {display}.",
        type.Lexical switch { Lexical.String => "Preserve", Lexical.NormalizedString => "Replace", _ => "Collapse" },
        type.Facets,
        type.IsText ? type.Values.Select(v => v.Text).ToEquatableArray() : []);

    private static string FieldOf(XmlName type) => Names.Expand(type.LocalName);

    private static Lexical LexicalOf(string builtIn) => builtIn switch
    {
        "boolean" => Lexical.Boolean,
        "byte" or "short" or "int" => Lexical.Int,
        "unsignedByte" => Lexical.UnsignedByte,
        "unsignedShort" => Lexical.UnsignedShort,
        "unsignedLong" => Lexical.UnsignedLong,
        "unsignedInt" or "long" or "integer" or "nonNegativeInteger" or "positiveInteger" or "nonPositiveInteger" or "negativeInteger" => Lexical.Integer,
        "decimal" => Lexical.Decimal,
        "dateTime" => Lexical.DateTime,
        "date" => Lexical.Date,
        "hexBinary" => Lexical.HexBinary,
        "base64Binary" => Lexical.Base64Binary,
        _ => Lexical.Token,
    };

    private static ValuePlan Plan(Lexical lexical, string descriptor) => lexical switch
    {
        Lexical.Boolean => new ValuePlan(ValueKind.Boolean, "bool", true, "Boolean", descriptor),
        Lexical.SignedByte or Lexical.Short or Lexical.Int => Scalar("int", "Int32", descriptor),
        Lexical.UnsignedByte => Scalar("byte", "Byte", descriptor),
        Lexical.UnsignedShort => Scalar("ushort", "UInt16", descriptor),
        Lexical.UnsignedInt or Lexical.Long or Lexical.Integer => Scalar("long", "Int64", descriptor),
        Lexical.UnsignedLong => Scalar("ulong", "UInt64", descriptor),
        Lexical.Decimal => Scalar("decimal", "Decimal", descriptor),
        Lexical.DateTime => Scalar("global::System.DateTimeOffset", "DateTime", descriptor),
        Lexical.Date => Scalar("global::System.DateOnly", "Date", descriptor),
        Lexical.HexBinary => new ValuePlan(ValueKind.Hex, Library.Xml + "EppBinary", true, "Hex", descriptor),
        Lexical.Base64Binary => new ValuePlan(ValueKind.Base64, Library.Xml + "EppBinary", true, "Base64", descriptor),
        _ => new ValuePlan(ValueKind.Text, "string", false, "Text", descriptor),
    };

    private static ValuePlan Scalar(string clrType, string method, string descriptor) => new(ValueKind.Scalar, clrType, true, method, descriptor);

    private string DescriptorOf(XmlName type) => $"global::{catalog.Schema(type.Namespace).SchemaClass}.{FieldOf(type)}";
}
