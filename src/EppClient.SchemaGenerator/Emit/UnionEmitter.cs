using EppClient.SchemaGenerator.Planning;

namespace EppClient.SchemaGenerator.Emit;

/// <summary>Emits the members that are specific to a record with exactly one of several branches.</summary>
internal sealed class UnionEmitter(CodeWriter writer, RecordPlan plan)
{
    public void Emit()
    {
        foreach (var member in plan.Members)
        {
            Property(member);
            foreach (var inlined in member.Inlined)
            {
                Property(inlined);
            }
        }

        if (plan.MayBeEmpty)
        {
            FileEmitter.Summary(writer, "An instance without a branch.");
            writer.Line($"public static {plan.Header.Name} Empty {{ get; }} = new();");
            writer.Line();
        }

        foreach (var member in plan.Members)
        {
            Factory(member);
        }
    }

    private void Property(MemberPlan member)
    {
        FileEmitter.Summary(writer, member.Summary);
        FileEmitter.Obsolete(writer, member.Obsolete);
        if (member.IsList || member.IsWrappedList)
        {
            PropertyEmitter.List(writer, member.Name, member.ItemType, "private init");
            return;
        }

        if (member.Default is { } value)
        {
            PropertyEmitter.WithDefault(writer, member, value, plan.Header.Name, "private init");
            return;
        }

        if (member.MayBeUnreadable)
        {
            PropertyEmitter.Required(writer, member, plan.Header.Name, modifier: string.Empty, accessor: "private init");
            return;
        }

        writer.Line($"public {ValueText.PropertyType(member)} {member.Name} {{ get; private init; }}");
        writer.Line();
    }

    private void Factory(MemberPlan member)
    {
        var name = plan.Header.Name;
        if (member.IsFlag)
        {
            Documentation(member, []);
            FileEmitter.Obsolete(writer, member.Obsolete);
            writer.Line($"public static {name} {member.FactoryName} {{ get; }} = new() {{ {member.Name} = true }};");
            writer.Line();
            return;
        }

        var parameters = new List<string> { Parameter(member) };
        parameters.AddRange(member.Inlined.Where(i => i.RequiredWithElement).Select(i => $"{i.Value.ClrType} {i.Local}"));
        parameters.AddRange(member.Inlined.Where(i => !i.RequiredWithElement).Select(i => $"{i.Value.ClrType}? {i.Local} = null"));
        var all = new[] { member }.Concat(member.Inlined).ToList();
        Documentation(member, all);
        FileEmitter.Obsolete(writer, member.Obsolete);
        writer.Line($"public static {name} {member.FactoryName}({string.Join(", ", parameters)}) =>");
        writer.Line($"    new() {{ {string.Join(", ", all.Select(m => $"{(m.HasField ? PropertyEmitter.Backing(m) : m.Name)} = {m.Local}"))} }};");
        writer.Line();
    }

    /// <summary>Documents a factory with the documentation of its property and, if that is not sufficient, each parameter.</summary>
    private void Documentation(MemberPlan member, List<MemberPlan> parameters)
    {
        writer.Line($"/// <inheritdoc cref=\"{member.Name}\"/>");
        foreach (var parameter in parameters.Count > 1 ? parameters : [])
        {
            writer.Line($"/// <param name=\"{parameter.Local}\">{CodeText.Doc(parameter.Summary)}</param>");
        }
    }

    private static string Parameter(MemberPlan member) => member.IsList || member.IsWrappedList
        ? $"params {Library.Collections}IReadOnlyList<{member.ItemType}> {member.Local}"
        : $"{member.ItemType} {member.Local}";
}
