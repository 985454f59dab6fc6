using EppClient.SchemaGenerator.Naming;
using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Planning;

/// <summary>Plans open enumerations.</summary>
internal static class EnumerationPlanner
{
    public static readonly string[] OwnMembers = ["Value", "IsKnown", "From", "ToString", "Equals", "GetHashCode", "GetType", "MemberwiseClone", "Finalize", "PrintMembers"];

    public static EnumerationPlan Plan(NeededEnumeration needed, SchemaIndex index)
    {
        var (type, model) = (needed.Type, needed.Model);
        var summary = model.Notes.Documentation ?? (model.Name is { } name ? $"The values of <c>{index.Display(name)}</c>." : "The values that the schema defines.");
        var names = new ValueNames(OwnMembers.Append(type.Name));
        return new EnumerationPlan(type.HintName)
        {
            Header = RecordPlanner.Header(type, summary, model.Notes, "Type", model.Name),
            XmlNamespace = model.Name?.Namespace ?? string.Empty,
            Values = model.Values.Select(v => Member(v, names)).ToEquatableArray(),
        };
    }

    private static EnumerationMember Member(EnumerationValue value, ValueNames names) => new(
        names.Take(value.Text, value.Notes.Name),
        value.Text,
        value.Notes.Documentation ?? (value.Text.Length == 0 ? "The empty text." : $"<c>{string.Concat(value.Text.Select(c => char.IsControl(c) ? ' ' : c))}</c>."),
        value.Notes.Retired);
}
