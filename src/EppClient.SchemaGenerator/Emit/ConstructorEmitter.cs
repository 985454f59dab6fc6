using EppClient.SchemaGenerator.Planning;

namespace EppClient.SchemaGenerator.Emit;

/// <summary>Emits the constructors of a record with properties: one for object initializers, and one for the required members.</summary>
internal static class ConstructorEmitter
{
    private const string Operation = Library.Root + "EppTransferOperation operation";

    public static void Emit(CodeWriter writer, RecordPlan plan)
    {
        if (plan.EmitDefaultConstructor)
        {
            Default(writer, plan.Header.Name);
        }

        if (plan.EmitRequiredConstructor)
        {
            OfRequired(writer, plan, plan.RequiredMembers);
        }
    }

    public static void Default(CodeWriter writer, string name)
    {
        FileEmitter.Summary(writer, "Creates an instance; an object initializer sets its members.");
        writer.Open($"public {name}()");
        writer.Close();
        writer.Line();
    }

    private static void OfRequired(CodeWriter writer, RecordPlan plan, EquatableArray<MemberPlan> required)
    {
        var isTransfer = plan.Command is { IsTransfer: true };
        FileEmitter.Summary(writer, "Creates an instance with the members that the schema requires.");
        if (isTransfer)
        {
            writer.Line("/// <param name=\"operation\">The transfer operation.</param>");
        }

        foreach (var member in required)
        {
            writer.Line($"/// <param name=\"{member.Local}\">{CodeText.Doc(member.Summary)}</param>");
        }

        var parameters = required.Select((m, i) => Parameter(m, isLast: i == required.Count - 1));
        writer.Line($"[{Library.CodeAnalysis}SetsRequiredMembers]");
        writer.Open($"public {plan.Header.Name}({string.Join(", ", isTransfer ? new[] { Operation }.Concat(parameters) : parameters)})");
        if (isTransfer)
        {
            writer.Line("Operation = operation;");
        }

        foreach (var member in required)
        {
            writer.Line($"{member.Name} = {member.Local};");
        }

        writer.Close();
        writer.Line();
    }

    private static string Parameter(MemberPlan member, bool isLast)
    {
        if (!member.IsList)
        {
            return $"{member.ItemType} {member.Local}";
        }

        var modifier = isLast ? "params " : string.Empty;
        return $"{modifier}{Library.Collections}IReadOnlyList<{member.ItemType}> {member.Local}";
    }
}
