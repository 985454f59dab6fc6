using EppClient.SchemaGenerator.Naming;
using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Planning;

/// <summary>Plans open enumerations.</summary>
internal static class EnumerationPlanner
{
    public static EnumerationPlan Plan(NeededEnumeration needed, SchemaIndex index)
    {
        var (type, model) = (needed.Type, needed.Model);
        var summary = model.Notes.Documentation ?? (model.Name is { } name ? $"The values of <c>{index.Display(name)}</c>." : "The values that the schema knows.");
        var taken = new HashSet<string>(StringComparer.Ordinal) { type.Name, "Value", "IsKnown", "From", "ToString", "Equals", "GetHashCode", "GetType" };
        return new EnumerationPlan(type.HintName)
        {
            Header = RecordPlanner.Header(type, summary, model.Notes, "Type", model.Name),
            XmlNamespace = model.Name?.Namespace ?? string.Empty,
            Values = model.Values.Select(v => Member(v, taken)).ToEquatableArray(),
        };
    }

    private static EnumerationMember Member(EnumerationValue value, HashSet<string> taken)
    {
        var name = value.Notes.Name ?? Names.Expand(value.Text);
        while (!taken.Add(name))
        {
            name += "Value";
        }

        return new EnumerationMember(name, value.Text, value.Notes.Documentation ?? $"<c>{value.Text}</c>.");
    }
}
