using EppClient.SchemaGenerator.Planning;

namespace EppClient.SchemaGenerator.Emit;

/// <summary>Emits open enumerations.</summary>
internal static class EnumerationEmitter
{
    public static void Emit(CodeWriter writer, EnumerationPlan plan)
    {
        var name = plan.Header.Name;
        FileEmitter.OpenType(writer, plan.Header, "readonly partial record struct", $" : {Library.Xml}IEppEnumeration");
        FileEmitter.Summary(writer, "Creates a value, also one that the schema does not know; such a value can be read, but is not sent.");
        writer.Line("/// <param name=\"value\">The text as it goes over the wire.</param>");
        writer.Line($"public {name}(string value) => Value = value;");
        writer.Line();
        foreach (var value in plan.Values)
        {
            FileEmitter.Summary(writer, value.Summary);
            FileEmitter.Obsolete(writer, value.Obsolete);
            writer.Line($"public static {name} {value.Name} {{ get; }} = new({CodeText.Literal(value.Text)});");
            writer.Line();
        }

        writer.Line("/// <inheritdoc/>");
        writer.Line("public string Value { get => field ?? string.Empty; }");
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line($"public bool IsKnown => Value is {string.Join(" or ", plan.Values.Select(v => CodeText.Literal(v.Text)))};");
        writer.Line();
        FileEmitter.Summary(writer, "The value for a text that may be missing.");
        writer.Line("/// <param name=\"value\">The text as it goes over the wire.</param>");
        writer.Line($"public static {name}? From(string? value) => value is null ? null : new {name}(value);");
        writer.Line();
        writer.Line("/// <inheritdoc cref=\"Value\"/>");
        writer.Line("public override string ToString() => Value;");
        writer.Close();
    }
}
