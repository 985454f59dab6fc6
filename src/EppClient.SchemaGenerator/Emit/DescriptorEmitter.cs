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

        writer.Open($"{accessibility} static readonly {Library.Xml}EppSimpleType {plan.Field} = {BuiltIn(plan.Type)} with");
        foreach (var property in Properties(plan.Type))
        {
            writer.Line(property + ",");
        }

        writer.Close("};");
        writer.Line();
    }

    private static string BuiltIn(SimpleTypePlan type) => ValuePlanner.BuiltIns + type.BuiltIn;

    private static string Inline(SimpleTypePlan type) => type.Name is null ? BuiltIn(type) : $"{BuiltIn(type)} with {{ {string.Join(", ", Properties(type))} }}";

    private static IEnumerable<string> Properties(SimpleTypePlan type)
    {
        yield return $"NamespaceUri = {CodeText.Literal(type.Name!.Value.Namespace)}";
        yield return $"LocalName = {CodeText.Literal(type.Name!.Value.LocalName)}";
        yield return $"DisplayName = {CodeText.Literal(type.DisplayName)}";
        var facets = type.Facets;
        if (facets.WhiteSpace is { } whiteSpace)
        {
            yield return $"WhiteSpace = {Library.Xml}EppWhiteSpace.{whiteSpace}";
        }

        var numbers = new[]
        {
            ("MinLength", facets.MinLength), ("MaxLength", facets.MaxLength), ("TotalDigits", facets.TotalDigits), ("FractionDigits", facets.FractionDigits),
        };
        foreach (var (name, value) in numbers.Where(n => n.Item2 is not null))
        {
            yield return $"{name} = {value}";
        }

        var bounds = new[]
        {
            ("MinInclusive", facets.MinInclusive), ("MaxInclusive", facets.MaxInclusive),
            ("MinExclusive", facets.MinExclusive), ("MaxExclusive", facets.MaxExclusive),
        };
        foreach (var (name, value) in bounds.Where(b => b.Item2 is not null))
        {
            yield return $"{name} = {CodeText.Literal(value!)}";
        }

        if (facets.Patterns.Count > 0)
        {
            yield return $"Pattern = {CodeText.Literal(facets.Patterns[facets.Patterns.Count - 1])}";
        }

        if (facets.Patterns.Count > 1)
        {
            yield return $"BasePatterns = [{string.Join(", ", facets.Patterns.Take(facets.Patterns.Count - 1).Select(CodeText.Literal))}]";
        }

        if (type.Values.Count > 0)
        {
            yield return $"Enumeration = [{string.Join(", ", type.Values.Select(CodeText.Literal))}]";
        }

        if (type.Item is { } item)
        {
            yield return $"Item = {Inline(item)}";
        }

        if (type.Members.Count > 0)
        {
            yield return $"Members = [{string.Join(", ", type.Members.Select(Inline))}]";
        }
    }
}
