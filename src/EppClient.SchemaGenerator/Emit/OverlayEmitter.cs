using EppClient.SchemaGenerator.Planning;
using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Emit;

/// <summary>Emits a registry's overlay.</summary>
internal static class OverlayEmitter
{
    public static void Emit(CodeWriter writer, OverlayPlan plan)
    {
        FileEmitter.OpenType(writer, plan.Header, "static class", string.Empty);
        FileEmitter.Summary(writer, "The overlay.");
        writer.Open($"public static {Library.Xml}EppSchemaOverlay Instance {{ get; }} = new()");
        writer.Line("SimpleTypes =");
        writer.Line("[");
        writer.Indent();
        foreach (var type in plan.Overlay.SimpleTypes)
        {
            SimpleType(writer, type);
        }

        writer.Outdent();
        writer.Line("],");
        writer.Line("OptionalElements =");
        writer.Line("[");
        writer.Indent();
        foreach (var element in plan.Overlay.OptionalElements)
        {
            var arguments = new[] { element.Type.Namespace, element.Type.LocalName, element.Element };
            writer.Line($"new({string.Join(", ", arguments.Select(CodeText.Literal))}),");
        }

        writer.Outdent();
        writer.Line("],");
        writer.Close("};");
        writer.Close();
    }

    private static void SimpleType(CodeWriter writer, OverlayType type)
    {
        writer.Open($"new({CodeText.Literal(type.Name.Namespace)}, {CodeText.Literal(type.Name.LocalName)})");
        if (type.MinLength is { } least)
        {
            writer.Line($"MinLength = {CodeText.Literal(least)},");
        }

        if (type.MaxLength is { } most)
        {
            writer.Line($"MaxLength = {CodeText.Literal(most)},");
        }

        if (type.Pattern is { } pattern)
        {
            writer.Line($"Pattern = {CodeText.Literal(pattern)},");
        }

        Values(writer, "WithoutEnumeration", type.WithoutEnumeration);
        Values(writer, "WithEnumeration", type.WithEnumeration);

        writer.Close("},");
    }

    private static void Values(CodeWriter writer, string property, EquatableArray<string> values)
    {
        if (values.Count > 0)
        {
            writer.Line($"{property} = [{string.Join(", ", values.Select(CodeText.Literal))}],");
        }
    }
}
