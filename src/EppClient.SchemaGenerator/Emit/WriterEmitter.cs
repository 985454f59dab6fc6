using EppClient.SchemaGenerator.Planning;

namespace EppClient.SchemaGenerator.Emit;

/// <summary>Emits the methods that write a record: schema order, every rule checked.</summary>
internal sealed class WriterEmitter(CodeWriter writer, string typeName, string xmlNamespace)
{
    private const string Checks = "global::EppClient.Xml.EppXmlWriter";

    public void Emit(RecordPlan plan)
    {
        if (plan.ElementName is { } element)
        {
            writer.Line("/// <inheritdoc/>");
            writer.Open("public void Write(global::EppClient.Xml.EppXmlWriter writer)");
            writer.Line($"writer.StartElement(Namespace, {CodeText.Literal(element)});");
            writer.Line("WriteContent(writer);");
            writer.Line("writer.EndElement();");
            writer.Close();
            writer.Line();
        }

        writer.Line("/// <inheritdoc/>");
        writer.Open("public void WriteContent(global::EppClient.Xml.EppXmlWriter writer)");
        foreach (var choice in plan.Choices)
        {
            Choice(choice, plan);
        }

        foreach (var member in plan.Members)
        {
            Member(member);
        }

        if (plan.KeepsUnknown)
        {
            writer.Line("writer.Raw(UnknownElements);");
        }

        writer.Close();
    }

    public void Member(MemberPlan member)
    {
        if (member.IsRequired && (!member.Value.IsStruct || member.IsList))
        {
            Require(member);
        }

        switch (member.Place)
        {
            case MemberPlace.Attribute:
                Attribute(member);
                break;
            case MemberPlace.Content:
                Content(member);
                break;
            case MemberPlace.Wildcard:
                Count(member);
                writer.Line($"writer.Raw({member.Name});");
                break;
            default:
                Element(member);
                break;
        }
    }

    private string Path(MemberPlan member) => CodeText.Literal($"{typeName}.{member.Name}");

    private void Require(MemberPlan member) => writer.Line($"{Checks}.Require({member.Name}, {Path(member)});");

    private void Choice(ChoicePlan choice, RecordPlan plan)
    {
        var present = choice.Branches.Select(b => string.Join(" || ", b.Members.Select(i => Present(plan.Members[i]))));
        var names = string.Join(", ", choice.Branches.SelectMany(b => b.Members).Select(i => plan.Members[i].Name));
        writer.Line($"{Checks}.CheckChoice({CodeText.Literal(choice.Required)}, {CodeText.Literal(typeName)}, {CodeText.Literal(names)}, {string.Join(", ", present)});");
    }

    private static string Present(MemberPlan member) =>
        member.IsList || member.IsWrappedList ? $"{member.Name}.Count > 0" : member.IsFlag ? member.Name : $"{member.Name} is not null";

    private void Attribute(MemberPlan member)
    {
        var value = ValueText.Argument(member.Value, member.Name, member.IsNullable);
        var method = ValueText.WriterMethod(member.Value, "Attribute");
        writer.Line($"writer.{method}({CodeText.Literal(member.Xml.LocalName)}, {value}, {member.Value.Descriptor}, {Path(member)});");
    }

    private void Content(MemberPlan member)
    {
        var value = ValueText.Argument(member.Value, member.Name, member.IsNullable);
        var method = ValueText.WriterMethod(member.Value, "Text");
        writer.Line(member.Value.Kind == ValueKind.Mixed
            ? $"writer.Content({value});"
            : $"writer.{method}({value}, {member.Value.Descriptor}, {Path(member)});");
    }

    private void Count(MemberPlan member)
    {
        if (member.Min > 0 || member.Max < int.MaxValue)
        {
            writer.Line($"{Checks}.CheckCount({member.Name}.Count, {CodeText.Literal(member.Min)}, {CodeText.Literal(member.Max)}, {Path(member)});");
        }
    }

    private void Element(MemberPlan member)
    {
        if (member.IsList)
        {
            Count(member);
            writer.Open($"foreach (var item in {member.Name})");
            writer.Line(ElementLine(member, "item", nullable: false));
            writer.Close();
            writer.Line();
        }
        else if (member.Inlined.Count > 0)
        {
            WithAttributes(member);
        }
        else
        {
            writer.Line(ElementLine(member, member.Name, member.IsNullable));
        }
    }

    private string ElementLine(MemberPlan member, string expression, bool nullable)
    {
        var tag = Tag(member);
        var value = member.Value;
        return value.Kind switch
        {
            ValueKind.Flag => $"writer.Flag({tag}, {expression});",
            ValueKind.Mixed or ValueKind.Record or ValueKind.Raw or ValueKind.RawList => $"writer.Element({tag}, {expression});",
            ValueKind.ElementRecord => $"{expression}{(nullable ? "?" : string.Empty)}.Write(writer);",
            _ => $"writer.{ValueText.WriterMethod(value, "Element")}({tag}, {ValueText.Argument(value, expression, nullable)}, {value.Descriptor}, {Path(member)});",
        };
    }

    private void WithAttributes(MemberPlan member)
    {
        if (member.IsNullable)
        {
            // An attribute without its element is a mistake that must not go unseen.
            var present = new[] { member }.Concat(member.Inlined).Select(Present);
            writer.Open($"if ({string.Join(" || ", present)})");
            Require(member);
        }

        writer.Line($"writer.StartElement({Tag(member)});");
        foreach (var inlined in member.Inlined)
        {
            if (inlined.RequiredWithElement && !inlined.IsRequired)
            {
                Require(inlined);
            }

            Attribute(inlined);
        }

        Content(member);
        writer.Line("writer.EndElement();");
        if (member.IsNullable)
        {
            writer.Close();
            writer.Line();
        }
    }

    private string Tag(MemberPlan member) =>
        $"{(member.Xml.Namespace == xmlNamespace ? "Namespace" : CodeText.Literal(member.Xml.Namespace))}, {CodeText.Literal(member.Xml.LocalName)}";
}
