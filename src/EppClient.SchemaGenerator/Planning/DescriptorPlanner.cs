using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Planning;

/// <summary>
/// Plans descriptors of simple types. The item and member types of a list or union are part of its descriptor: fields that refer to each other across classes
/// would depend on the order of initialization.
/// </summary>
internal sealed class DescriptorPlanner(SchemaIndex index, List<SchemaIssue> issues)
{
    public DescriptorPlan Plan(SimpleTypeModel type, string field, string display) =>
        new(field, type.Notes.Documentation ?? $"The simple type {display}.", Describe(type, display));

    private SimpleTypePlan Describe(SimpleTypeModel type, string display)
    {
        foreach (var pattern in type.Facets.Unchecked)
        {
            issues.Add(SchemaIssue.Create(IssueIds.UncheckedPattern, type.Line, display, pattern.Text, pattern.Reason));
        }

        return new SimpleTypePlan(type.Lexical is Lexical.List or Lexical.Union ? "Token" : type.Lexical.ToString())
        {
            Name = type.Name ?? new XmlName(string.Empty, display),
            DisplayName = display,
            Facets = type.Facets,
            Values = type.Values.Select(v => v.Text).ToEquatableArray(),
            Item = type.Item is { } item ? Describe(item, display) : null,
            Members = type.Members.Select(m => Describe(m, display)).ToEquatableArray(),
        };
    }

    private SimpleTypePlan Describe(TypeReference type, string display) => type.Name switch
    {
        { Namespace: SchemaIndex.XmlSchemaNamespace } builtIn => new SimpleTypePlan(Lexicals.Descriptor(builtIn.LocalName)),
        { } name when index.SimpleType(name) is { } named => Describe(named, index.Display(name)),
        _ => Describe(type.Simple!, display),
    };
}
