using EppClient.SchemaGenerator.Planning;

namespace EppClient.SchemaGenerator.Emit;

/// <summary>The expressions that read a value and hand it to the writer.</summary>
internal static class ValueText
{
    /// <summary>Reads the value of the element on which the reader stands.</summary>
    public static string Read(ValuePlan value) => value.Kind switch
    {
        ValueKind.Text => $"reader.ReadText({value.Descriptor})",
        ValueKind.Enumeration => $"new {value.ClrType}(reader.ReadText({value.Descriptor}))",
        ValueKind.Record or ValueKind.ElementRecord or ValueKind.Derived => $"{value.ClrType}.ReadContent(reader)",
        ValueKind.Part => $"{value.ClrType}.ReadPart(reader, depth)",
        ValueKind.Raw => "reader.ReadOnlyChild()",
        ValueKind.RawList => "reader.ReadAnyChildren()",
        _ => $"reader.Read{value.Method}()",
    };

    /// <summary>Reads an attribute of the element on which the reader stands; null where there is none.</summary>
    public static string ReadAttribute(ValuePlan value, string name) => value.Kind switch
    {
        ValueKind.Text => $"reader.Attribute({CodeText.Literal(name)})",
        ValueKind.Enumeration => $"{value.ClrType}.From(reader.Attribute({CodeText.Literal(name)}))",
        _ => $"reader.{value.Method}Attribute({CodeText.Literal(name)})",
    };

    /// <summary>The argument for the writer.</summary>
    public static string Argument(ValuePlan value, string expression, bool nullable) =>
        value.Kind == ValueKind.Enumeration ? expression + (nullable ? "?.Value" : ".Value") : expression;

    /// <summary>The name of the writer's method, such as <c>HexElement</c> for a stem of <c>Element</c>.</summary>
    public static string WriterMethod(ValuePlan value, string stem) => value.Kind is ValueKind.Hex or ValueKind.Base64 ? value.Method + stem : stem;

    /// <summary>The type of the property.</summary>
    public static string PropertyType(MemberPlan member)
    {
        var type = member.ItemType;
        return member.IsList || member.IsWrappedList ? $"global::System.Collections.Generic.IReadOnlyList<{type}>" : member.IsNullable ? type + "?" : type;
    }
}
