using EppClient.SchemaGenerator.Planning;

namespace EppClient.SchemaGenerator.Emit;

/// <summary>Emits open enumerations.</summary>
internal static class EnumerationEmitter
{
    public static void Emit(CodeWriter writer, EnumerationPlan plan)
    {
        var name = plan.Header.Name;
        FileEmitter.OpenType(writer, plan.Header, "readonly partial record struct", $" : {Library.Xml}IEppEnumeration");
        FileEmitter.Summary(writer, "Creates a value. A value that the schema does not define can be read, but not sent.");
        writer.Line("/// <param name=\"value\">The text in the message.</param>");
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
        FileEmitter.Summary(writer, "Converts a text to a value; null if the text is null.");
        writer.Line("/// <param name=\"value\">The text in the message.</param>");
        writer.Line($"public static {name}? From(string? value) => value is null ? null : new {name}(value);");
        writer.Line();
        writer.Line("/// <inheritdoc cref=\"Value\"/>");
        writer.Line("public override string ToString() => Value;");
        writer.Close();
    }
}
