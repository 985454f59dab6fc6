using EppClient.SchemaGenerator.Planning;

namespace EppClient.SchemaGenerator.Emit;

/// <summary>Emits properties.</summary>
internal static class PropertyEmitter
{
    public static void Emit(CodeWriter writer, IEnumerable<MemberPlan> members)
    {
        foreach (var member in members)
        {
            Emit(writer, member);
            foreach (var inlined in member.Inlined)
            {
                Emit(writer, inlined);
            }
        }
    }

    /// <summary>A list that is never null and compares by its items.</summary>
    public static void List(CodeWriter writer, string name, string itemType, string accessor = "init", bool required = false)
    {
        const string Lists = "global::EppClient.Xml.EppList";
        var modifier = required ? "required " : string.Empty;
        writer.Open($"public {modifier}global::System.Collections.Generic.IReadOnlyList<{itemType}> {name}");
        writer.Line("get;");
        writer.Line($"{accessor} => field = {Lists}.Of(value);");
        writer.Close(required ? "}" : $"}} = {Lists}.Of<{itemType}>(null);");
        writer.Line();
    }

    private static void Emit(CodeWriter writer, MemberPlan member)
    {
        if (member.IsDeclared)
        {
            return;
        }

        FileEmitter.Summary(writer, member.Summary);
        FileEmitter.Obsolete(writer, member.Obsolete);
        if (member.IsList || member.IsWrappedList)
        {
            List(writer, member.Name, member.ItemType, required: member.IsRequired);
            return;
        }

        if (member.Default is { } value)
        {
            WithDefault(writer, member, value);
            return;
        }

        var required = member.IsRequired ? "required " : string.Empty;
        writer.Line($"public {required}{ValueText.PropertyType(member)} {member.Name} {{ get; init; }}{Initial(member)}");
        writer.Line();
    }

    private static string Initial(MemberPlan member) => !member.IsEmptyByDefault
        ? string.Empty
        : member.Value.Kind == ValueKind.Mixed ? $" = {member.Value.ClrType}.Empty;" : " = string.Empty;";

    /// <summary>What was absent stays absent when it is written again, though it has a value.</summary>
    public static void WithDefault(CodeWriter writer, MemberPlan member, string value, string accessor = "init")
    {
        writer.Line($"public {member.Value.ClrType} {member.Name} {{ get => {Backing(member)} ?? {value}; {accessor} => {Backing(member)} = value; }}");
        writer.Line($"private {member.Value.ClrType}? {Backing(member)};");
        writer.Line();
    }

    /// <summary>The field of a property that has a default.</summary>
    public static string Backing(MemberPlan member) => "_" + member.Local;
}
