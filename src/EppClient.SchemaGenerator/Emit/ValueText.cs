using EppClient.SchemaGenerator.Planning;

namespace EppClient.SchemaGenerator.Emit;

/// <summary>The expressions that read a value and pass it to the writer.</summary>
internal static class ValueText
{
    /// <summary>Reads the value of the current element; null if it cannot be read.</summary>
    public static string Read(ValuePlan value) => value.Kind switch
    {
        ValueKind.Text => $"reader.ReadText({value.Descriptor})",
        ValueKind.Enumeration => $"reader.ReadEnumeration({value.Descriptor}, static text => new {value.ClrType}(text))",
        ValueKind.List => $"reader.ReadList{ItemsOf(value)})",
        ValueKind.Record or ValueKind.ElementRecord or ValueKind.Derived => $"{value.ClrType}.ReadContent(reader)",
        ValueKind.Part => $"{value.ClrType}.ReadPart(reader, depth)",
        ValueKind.Raw => "reader.ReadOnlyChild()",
        ValueKind.RawList => "reader.ReadAnyChildren()",
        _ => $"reader.Read{value.Method}()",
    };

    /// <summary>Reads an attribute of the current element; null if it is absent or cannot be read.</summary>
    /// <param name="value">The value.</param>
    /// <param name="name">The name of the attribute.</param>
    /// <param name="namespaceUri">The expression for its namespace; null for none.</param>
    public static string ReadAttribute(ValuePlan value, string name, string? namespaceUri = null)
    {
        var place = CodeText.Literal(name);
        var within = namespaceUri is null ? string.Empty : ", " + namespaceUri;
        return value.Kind switch
        {
            ValueKind.Text => $"reader.Attribute({place}{(value.KeepsWhiteSpace ? ", " + value.Descriptor : string.Empty)}{within})",
            ValueKind.Enumeration => $"reader.EnumerationAttribute({place}, {value.Descriptor}, static text => new {value.ClrType}(text){within})",
            ValueKind.List => $"reader.ListAttribute{ItemsOf(value, place + ", ")}{within})",
            _ => $"reader.{value.Method}Attribute({place}{within})",
        };
    }

    /// <summary>The argument for the writer.</summary>
    public static string Argument(ValuePlan value, string expression, bool nullable) =>
        value.Kind == ValueKind.Enumeration ? expression + (nullable ? "?.Value" : ".Value") : expression;

    /// <summary>The name of the writer's method for a stem such as <c>Element</c>; one method accepts all types of values.</summary>
    public static string WriterMethod(ValuePlan value, string stem) => stem;

    /// <summary>The type of the property.</summary>
    public static string PropertyType(MemberPlan member)
    {
        var type = member.ItemType;
        return member.IsList || member.IsWrappedList ? $"{Library.Collections}IReadOnlyList<{type}>" : member.IsNullable ? type + "?" : type;
    }

    /// <summary>The expression for a value in the schema, such as a default; null if there is none.</summary>
    public static string? Literal(ValuePlan value, string text) => ValueLiteral.Of(value, text);

    private static string ItemsOf(ValuePlan list, string before = "") => list.Item is { Kind: ValueKind.Enumeration } item
        ? $"({before}{list.Descriptor}, static text => new {item.ClrType}(text)"
        : $"<{list.Item!.ClrType}>({before}{list.Descriptor}";
}
