using EppClient.SchemaGenerator.Planning;

namespace EppClient.SchemaGenerator.Emit;

/// <summary>Emits the text that <c>ToString</c> of a record shows, if a member must not be shown or may be unreadable.</summary>
internal static class PrintMembersEmitter
{
    private const string Notes = Library.Xml + "EppReadNotes";

    public static void Emit(CodeWriter writer, RecordPlan plan)
    {
        var members = All(plan.Members);
        if (!members.Exists(m => m.IsHidden || m.HasField))
        {
            return;
        }

        var parts = members.Select(Show).ToList();
        if (plan.Command is { IsTransfer: true })
        {
            parts.Add("Operation = {Operation}");
        }

        if (plan.Command is not null)
        {
            parts.Add("Extensions = {Extensions}");
        }

        Emit(writer, parts, isAlone: plan.IsPart);
    }

    public static void Emit(CodeWriter writer, GroupPlan plan)
    {
        var members = All(plan.Members);
        if (members.Exists(m => m.IsHidden))
        {
            Emit(writer, [.. members.Select(m => m.IsHidden ? Hidden(m) : Plain(m))], isAlone: true);
        }
    }

    // An attribute of a hidden element is hidden too, such as the extension of a telephone number.
    private static List<MemberPlan> All(EquatableArray<MemberPlan> members) =>
        [.. members.SelectMany(m => m.Inlined.Select(i => i with { IsHidden = i.IsHidden || m.IsHidden }).Prepend(m))];

    private static string Show(MemberPlan member)
    {
        if (member.IsHidden)
        {
            return Hidden(member);
        }

        var field = PropertyEmitter.Backing(member);
        return member.Default is { } value ? Shown(member, $"{Notes}.Show(ReadNotes, {CodeText.Literal(PropertyEmitter.Part(member))}, {field}, {value})")
            : member.MayBeUnreadable ? Shown(member, $"{Notes}.Show({field})")
            : Plain(member);
    }

    private static string Shown(MemberPlan member, string expression) =>
        $"{member.Name} = {{{TypeText.StartExpression}{expression}{TypeText.EndExpression}}}";

    private static string Hidden(MemberPlan member) => $"{member.Name} = ***";

    private static string Plain(MemberPlan member) => $"{member.Name} = {{{member.Name}}}";

    private static void Emit(CodeWriter writer, IReadOnlyList<string> parts, bool isAlone)
    {
        writer.Line();
        if (!isAlone)
        {
            writer.Line("/// <inheritdoc/>");
        }

        writer.Open($"{(isAlone ? "private" : "protected override")} bool PrintMembers({Library.Text}StringBuilder builder)");
        if (!isAlone)
        {
            writer.Open("if (base.PrintMembers(builder))");
            writer.Line("builder.Append(\", \");");
            writer.Close();
            writer.Line();
        }

        writer.Line($"builder.Append({Library.Globalization}CultureInfo.InvariantCulture, $\"{string.Join(", ", parts)}\");");
        writer.Line("return true;");
        writer.Close();
    }
}
