using EppClient.SchemaGenerator.Planning;

namespace EppClient.SchemaGenerator.Emit;

/// <summary>Emits the descriptors of simple types.</summary>
internal static class DescriptorEmitter
{
    public static void Emit(CodeWriter writer, DescriptorPlan plan, string accessibility)
    {
        if (accessibility == "public")
        {
            FileEmitter.Summary(writer, plan.Summary);
        }

        writer.Open($"{accessibility} static readonly global::EppClient.Xml.EppSimpleType {plan.Field} = new()");
        writer.Line($"NamespaceUri = {CodeText.Literal(plan.Type.Namespace)},");
        writer.Line($"LocalName = {CodeText.Literal(plan.Type.LocalName)},");
        writer.Line($"DisplayName = {CodeText.Literal(plan.DisplayName)},");
        writer.Line($"WhiteSpace = global::EppClient.Xml.EppWhiteSpace.{plan.WhiteSpace},");
        Facet(writer, "MinLength", plan.Facets.MinLength, string.Empty);
        Facet(writer, "MaxLength", plan.Facets.MaxLength, string.Empty);
        Facet(writer, "MinInclusive", plan.Facets.MinInclusive, "m");
        Facet(writer, "MaxInclusive", plan.Facets.MaxInclusive, "m");
        Facet(writer, "FractionDigits", plan.Facets.FractionDigits, string.Empty);
        if (plan.Facets.Pattern is { } pattern)
        {
            writer.Line($"Pattern = {CodeText.Literal(pattern)},");
        }

        if (plan.Values.Count > 0)
        {
            writer.Line($"Enumeration = [{string.Join(", ", plan.Values.Select(CodeText.Literal))}],");
        }

        writer.Close("};");
        writer.Line();
    }

    private static void Facet(CodeWriter writer, string name, string? value, string suffix)
    {
        if (value is not null)
        {
            writer.Line($"{name} = {value}{suffix},");
        }
    }
}
