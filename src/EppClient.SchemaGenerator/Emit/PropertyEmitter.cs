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
            List(writer, member.Name, member.Value.ClrType, required: member.IsRequired);
            return;
        }

        var required = member.IsRequired ? "required " : string.Empty;
        var initial = member.IsEmptyByDefault ? " = string.Empty;" : string.Empty;
        writer.Line($"public {required}{ValueText.PropertyType(member)} {member.Name} {{ get; init; }}{initial}");
        writer.Line();
    }
}
