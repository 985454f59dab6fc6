using EppClient.SchemaGenerator.Planning;

namespace EppClient.SchemaGenerator.Emit;

/// <summary>Emits how a reader puts together the record from what it has read.</summary>
internal sealed class ResultEmitter(CodeWriter writer, RecordPlan plan)
{
    public void Emit()
    {
        writer.Open($"return new {plan.Header.Name}");
        foreach (var member in plan.Members.SelectMany(m => m.Inlined.Prepend(m)))
        {
            writer.Line($"{(member.Default is null ? member.Name : PropertyEmitter.Backing(member))} = {Value(member)},");
        }

        if (plan.Command is { IsTransfer: true })
        {
            writer.Line("Operation = default, // It stands on the envelope.");
        }

        if (plan.KeepsUnknownAttributes)
        {
            writer.Line("UnknownAttributes = others,");
        }

        if (plan.KeepsUnknown)
        {
            writer.Line("UnknownElements = global::EppClient.Xml.EppList.Of(unknown),");
        }

        writer.Close("};");
    }

    private string Value(MemberPlan member)
    {
        if (member.IsList || member.IsWrappedList)
        {
            return $"global::EppClient.Xml.EppList.Of({member.Local})";
        }

        var name = CodeText.Literal(member.Value.Kind == ValueKind.Part ? string.Join(" or ", member.PartNames.Select(n => n.LocalName)) : member.Xml.LocalName ?? string.Empty);
        if (member.IsRelaxable)
        {
            return $"reader.RequireUnlessRelaxed({member.Local}, Namespace, {CodeText.Literal(plan.SchemaTypeName)}, {name})";
        }

        return member.IsRequired && member.Place != MemberPlace.Content
            ? $"{member.Local} ?? throw reader.Missing({name}, {CodeText.Literal(plan.SchemaType)})"
            : member.Local;
    }
}
