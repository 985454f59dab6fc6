using EppClient.SchemaGenerator.Planning;

namespace EppClient.SchemaGenerator.Emit;

/// <summary>Emits properties.</summary>
internal static class PropertyEmitter
{
    private const string Notes = Library.Xml + "EppReadNotes";

    /// <summary>Emits the properties of a record that is read as a whole.</summary>
    public static void Emit(CodeWriter writer, RecordPlan plan)
    {
        foreach (var member in plan.Members.SelectMany(m => m.Inlined.Prepend(m)))
        {
            Emit(writer, member, plan.Header.Name);
        }
    }

    /// <summary>Emits the properties of a group of siblings, each of which is read separately.</summary>
    public static void Emit(CodeWriter writer, GroupPlan plan)
    {
        foreach (var member in plan.Members.SelectMany(m => m.Inlined.Prepend(m)))
        {
            Emit(writer, member, null);
        }
    }

    /// <summary>Emits a list that is never null and is compared by its items.</summary>
    public static void List(CodeWriter writer, string name, string itemType, string accessor = "init", bool required = false)
    {
        const string Lists = $"{Library.Xml}EppList";
        var (modifier, initial) = required ? ("required ", string.Empty) : (string.Empty, $" = {Lists}.Empty<{itemType}>();");
        writer.Line($"public {modifier}{Library.Collections}IReadOnlyList<{itemType}> {name} {{ get; {accessor} => field = {Lists}.Of(value); }}{initial}");
        writer.Line();
    }

    /// <summary>Emits a required member that a message may omit: its getter throws if there is no value.</summary>
    public static void Required(CodeWriter writer, MemberPlan member, string typeName, string modifier = "required ", string accessor = "init")
    {
        var (field, what) = (Backing(member), What(member, typeName));
        writer.Line($"public {modifier}{member.ItemType} {member.Name} {{ get => {field} ?? throw {Notes}.Unreadable(ReadNotes, {what}); {accessor} => {field} = value; }}");
        writer.Line($"private {member.ItemType}? {field};");
        writer.Line();
    }

    private static void Emit(CodeWriter writer, MemberPlan member, string? typeName)
    {
        if (member.IsDeclared)
        {
            return;
        }

        FileEmitter.Summary(writer, member.Summary);
        if (typeName is not null && member.MayBeUnreadable)
        {
            writer.Line($"/// <exception cref=\"{Library.Root}EppUnreadableMemberException\">The value is missing from the message, or cannot be read.</exception>");
        }

        FileEmitter.Obsolete(writer, member.Obsolete);
        if (member.IsList || member.IsWrappedList)
        {
            List(writer, member.Name, member.ItemType, required: member.IsRequired);
        }
        else if (member.Default is { } value)
        {
            WithDefault(writer, member, value, typeName);
        }
        else if (typeName is not null && member.MayBeUnreadable)
        {
            Required(writer, member, typeName);
        }
        else
        {
            var required = member.IsRequired ? "required " : string.Empty;
            writer.Line($"public {required}{ValueText.PropertyType(member)} {member.Name} {{ get; init; }}{Initial(member)}");
            writer.Line();
        }
    }

    private static string Initial(MemberPlan member) => !member.IsEmptyByDefault
        ? string.Empty
        : member.Value.Kind == ValueKind.Mixed ? $" = {member.Value.ClrType}.Empty;" : " = string.Empty;";

    /// <summary>
    /// Emits a member with a default. An absent member is not written back, although it has the default value. An unreadable member has no value.
    /// </summary>
    public static void WithDefault(CodeWriter writer, MemberPlan member, string value, string? typeName, string accessor = "init")
    {
        var otherwise = typeName is null ? value : $"{Notes}.Default<{member.Value.ClrType}>(ReadNotes, {What(member, typeName)}, {value})";
        writer.Line($"public {member.Value.ClrType} {member.Name} {{ get => {Backing(member)} ?? {otherwise}; {accessor} => {Backing(member)} = value; }}");
        writer.Line($"private {member.Value.ClrType}? {Backing(member)};");
        writer.Line();
    }

    /// <summary>The path of a member in the record's element, for messages: <c>crDate</c>, <c>@s</c>; empty for the element's content.</summary>
    public static string Part(MemberPlan member) => member.Place switch
    {
        MemberPlace.Content => string.Empty,
        MemberPlace.Attribute => $"{(member.Parent is { } parent ? parent + "/" : string.Empty)}@{member.Xml.LocalName}",
        _ when member.Value.Kind == ValueKind.Part => string.Join(" or ", member.PartNames.Select(n => n.LocalName)),
        _ => member.Xml.LocalName ?? string.Empty,
    };

    private static string What(MemberPlan member, string typeName) => $"{CodeText.Literal($"{typeName}.{member.Name}")}, {CodeText.Literal(Part(member))}";

    /// <summary>The field of a property with a default, or that may be unreadable.</summary>
    public static string Backing(MemberPlan member) => "_" + member.Local;
}
