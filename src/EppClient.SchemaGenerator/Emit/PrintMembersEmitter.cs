using EppClient.SchemaGenerator.Planning;

namespace EppClient.SchemaGenerator.Emit;

/// <summary>Emits what <c>ToString</c> of a record shows, where a part of it must not be shown.</summary>
internal static class PrintMembersEmitter
{
    public static void Emit(CodeWriter writer, string typeName, EquatableArray<MemberPlan> members, bool isCommand, bool isAlone)
    {
        // An attribute of what is hidden belongs to it, such as the extension of a telephone number.
        var all = members.SelectMany(m => m.Inlined.Select(i => i with { IsHidden = i.IsHidden || m.IsHidden }).Prepend(m)).ToList();
        if (!all.Exists(m => m.IsHidden))
        {
            return;
        }

        var parts = all.Select(m => m.IsHidden ? $"{m.Name} = ***" : $"{m.Name} = {{{m.Name}}}").ToList();
        if (isCommand)
        {
            parts.Add("Extensions = {Extensions}");
        }

        writer.Line();
        if (!isAlone)
        {
            writer.Line("/// <inheritdoc/>");
        }

        writer.Line("// Secrets and personal data never reach a log by way of ToString.");
        writer.Open($"{(isAlone ? "private" : "protected override")} bool PrintMembers(global::System.Text.StringBuilder builder)");
        writer.Line("builder.Append(");
        writer.Line("    global::System.Globalization.CultureInfo.InvariantCulture,");
        writer.Line($"    $\"{string.Join(", ", parts)}\");");
        writer.Line("return true;");
        writer.Close();
    }
}
