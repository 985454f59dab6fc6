using EppClient.SchemaGenerator.Planning;

namespace EppClient.SchemaGenerator.Emit;

/// <summary>Emits code that reports missing members and creates the record from the values read.</summary>
internal sealed class ResultEmitter(CodeWriter writer, RecordPlan plan)
{
    public void Emit()
    {
        foreach (var member in plan.Members.SelectMany(m => m.Inlined.Prepend(m)))
        {
            Missing(member);
        }

        foreach (var choice in plan.Choices.Where(c => c.Required && !plan.IsPart))
        {
            Missing([.. choice.Branches.SelectMany(b => b.Members).Select(place => plan.Members[place])]);
        }

        writer.Open($"return new {plan.Header.Name}");
        foreach (var member in plan.Members.SelectMany(m => m.Inlined.Prepend(m)))
        {
            Member(member);
        }

        if (plan.Command is { IsTransfer: true })
        {
            writer.Line("Operation = default, // It is part of the envelope.");
        }

        if (plan.KeepsUnknownAttributes)
        {
            writer.Line("UnknownAttributes = others,");
        }

        if (plan.KeepsUnknown)
        {
            var hasChildren = plan.Members.Any(m => m.Place is MemberPlace.Element or MemberPlace.Wildcard);
            writer.Line($"UnknownElements = {(hasChildren ? "reader.UnknownElements(began, unknown)" : $"{Library.Xml}EppList.Of(unknown)")},");
        }

        if (!plan.IsPart || plan.PartHasNotes)
        {
            writer.Line("ReadNotes = reader.Notes(began),");
        }

        writer.Close("};");
    }

    /// <summary>Reports a missing member. Missing parts of an element's content were reported when it was read.</summary>
    private void Missing(MemberPlan member)
    {
        var isDemanded = member.IsRelaxable || (member.IsRequired && member.Place != MemberPlace.Content);
        if (!isDemanded || member.IsWrappedList || member.IsFlag)
        {
            return;
        }

        var arguments = $"began, {CodeText.Literal(PropertyEmitter.Part(member))}, {CodeText.Literal(plan.SchemaType)}";
        writer.Open($"if ({member.Local} is null)");
        writer.Line(member.IsRelaxable
            ? $"reader.MissingUnlessRelaxed({arguments}, Namespace, {CodeText.Literal(plan.SchemaTypeName)});"
            : $"reader.Missing({arguments});");
        writer.Close();
        writer.Line();
    }

    /// <summary>Reports a choice without a branch.</summary>
    private void Missing(List<MemberPlan> branches)
    {
        var absent = string.Join(" && ", branches.Select(m => m.IsFlag ? $"!{m.Local}" : $"{m.Local} is null"));
        var names = string.Join(" or ", branches.SelectMany(m => m.Names).Select(n => n.LocalName));
        writer.Open($"if ({absent})");
        writer.Line($"reader.Missing(began, {CodeText.Literal(names)}, {CodeText.Literal(plan.SchemaType)});");
        writer.Close();
        writer.Line();
    }

    private void Member(MemberPlan member)
    {
        var (name, local) = (member.Name, member.Local);
        if (member.IsList || member.IsWrappedList)
        {
            writer.Line($"{name} = {Library.Xml}EppList.Of({local}),");
        }
        else if (member.Default is not null)
        {
            writer.Line($"{PropertyEmitter.Backing(member)} = {local},");
        }
        else if (member is { IsRequired: true, IsStruct: true })
        {
            // C# requires the property to be set, and only the field can be null.
            writer.Line($"{name} = {local}.GetValueOrDefault(),");
            if (member.MayBeUnreadable)
            {
                writer.Line($"{PropertyEmitter.Backing(member)} = {local},");
            }
        }
        else
        {
            writer.Line($"{name} = {local}{(member.IsRequired ? "!" : member is { IsEmptyByDefault: true, Value.Kind: not ValueKind.Mixed } ? " ?? string.Empty" : string.Empty)},");
        }
    }
}
