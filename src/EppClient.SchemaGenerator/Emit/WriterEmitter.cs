using EppClient.SchemaGenerator.Planning;

namespace EppClient.SchemaGenerator.Emit;

/// <summary>Emits the methods that write a record in the order of the schema, and check all rules.</summary>
internal sealed class WriterEmitter(CodeWriter writer, string typeName, string xmlNamespace, bool hasFields = true)
{
    private const string Checks = $"{Library.Xml}EppXmlWriter";

    public void Emit(RecordPlan plan)
    {
        if (plan.ElementName is { } element)
        {
            writer.Line("/// <inheritdoc/>");
            writer.Open($"public void Write({Library.Xml}EppXmlWriter writer)");
            writer.Line($"writer.StartElement(Namespace, {CodeText.Literal(element)});");
            writer.Line("WriteContent(writer);");
            writer.Line("writer.EndElement();");
            writer.Close();
            writer.Line();
        }

        writer.Line("/// <inheritdoc/>");
        writer.Open($"public {(plan.IsPart ? string.Empty : "override ")}void WriteContent({Library.Xml}EppXmlWriter writer)");
        foreach (var choice in plan.Choices)
        {
            Choice(choice, plan);
        }

        foreach (var sequence in plan.Sequences)
        {
            Sequence(sequence, plan);
        }

        if (plan.KeepsUnknownAttributes)
        {
            writer.Line("writer.Attributes(UnknownAttributes);");
        }

        foreach (var member in plan.Members)
        {
            Member(member, plan.Members.FirstOrDefault(m => m.Name == member.AddressMember));
        }

        if (plan.KeepsUnknown)
        {
            writer.Line("writer.Raw(UnknownElements);");
        }

        writer.Close();
    }

    /// <param name="member">The member.</param>
    /// <param name="address">The address whose version the member is; null for other members.</param>
    public void Member(MemberPlan member, MemberPlan? address = null)
    {
        if (member.IsRequired && (!member.IsStruct || member.IsList || HasField(member)))
        {
            Require(member);
        }

        switch (member.Place)
        {
            case MemberPlace.Attribute:
                Attribute(member, address);
                break;
            case MemberPlace.Content:
                Content(member);
                break;
            case MemberPlace.OtherAttributes:
                writer.Line($"writer.Attributes({member.Name});");
                break;
            case MemberPlace.Wildcard:
                Count(member);
                if (member.IsList)
                {
                    Items(member);
                }

                writer.Line($"writer.Any({member.Name});");
                break;
            default:
                Element(member);
                break;
        }
    }

    private string Path(MemberPlan member) => CodeText.Literal($"{typeName}.{member.Name}");

    private void Require(MemberPlan member) => writer.Line($"{Checks}.Require({Field(member)}, {Path(member)});");

    /// <summary>Whether the value may be missing although the property is not nullable. Then only the field shows that.</summary>
    private bool HasField(MemberPlan member) => hasFields && member.MayBeUnreadable;

    private string Field(MemberPlan member) => HasField(member) ? PropertyEmitter.Backing(member) : member.Name;

    private void Choice(ChoicePlan choice, RecordPlan plan)
    {
        var present = choice.Branches.Select(b => string.Join(" || ", b.Members.Select(i => Present(plan.Members[i]))));
        var names = string.Join(", ", choice.Branches.SelectMany(b => b.Members).Select(i => plan.Members[i].Name));
        writer.Line($"{Checks}.CheckChoice({CodeText.Literal(choice.Required)}, {CodeText.Literal(typeName)}, {CodeText.Literal(names)}, {string.Join(", ", present)});");
    }

    /// <summary>If one member of an optional sequence is set, its required members must be set too.</summary>
    private void Sequence(SequencePlan sequence, RecordPlan plan)
    {
        var present = string.Join(" || ", sequence.Members.Select(i => Present(plan.Members[i])));
        foreach (var required in sequence.Required.Select(i => plan.Members[i]).Where(m => !m.IsFlag))
        {
            writer.Line($"{Checks}.CheckTogether({present}, {Present(required)}, {Path(required)});");
        }
    }

    private string Present(MemberPlan member) =>
        member.IsList || member.IsWrappedList ? $"{member.Name}.Count > 0"
        : member.IsFlag ? member.Name
        : $"{Stored(member)} is not null";

    /// <summary>The expression that is written. For a member with a default, it is null unless the value was set or the schema requires it.</summary>
    private string Stored(MemberPlan member) => member.Default is null || member.Min > 0 ? Field(member) : PropertyEmitter.Backing(member);

    private void Attribute(MemberPlan member, MemberPlan? address)
    {
        var value = ValueText.Argument(member.Value, Stored(member), member.IsNullable || HasField(member) || (member.Default is not null && member.Min == 0));
        value = address is null ? value : $"writer.IpVersion({Field(address)}, {value}, {Path(address)})";
        var method = ValueText.WriterMethod(member.Value, "Attribute");
        var uri = member.Xml.Namespace.Length > 0 ? CodeText.Literal(member.Xml.Namespace) + ", " : string.Empty;
        writer.Line($"writer.{method}({uri}{CodeText.Literal(member.Xml.LocalName)}, {value}, {member.Value.Descriptor}, {Path(member)});");
    }

    private void Content(MemberPlan member)
    {
        var value = ValueText.Argument(member.Value, Field(member), member.IsNullable || HasField(member));
        var method = ValueText.WriterMethod(member.Value, "Text");
        writer.Line(member.Value.Kind is ValueKind.Mixed ? $"writer.Content({value});"
            : member.Value.Kind is ValueKind.Derived ? $"writer.DerivedContent({value});"
            : $"writer.{method}({value}, {member.Value.Descriptor}, {Path(member)});");
    }

    private void Count(MemberPlan member)
    {
        if (member.IsList && (member.Min > 0 || member.Max < int.MaxValue))
        {
            writer.Line($"{Checks}.CheckCount({member.Name}.Count, {CodeText.Literal(member.Min)}, {CodeText.Literal(member.Max)}, {Path(member)});");
        }
    }

    private void Element(MemberPlan member)
    {
        if (member.IsList)
        {
            Count(member);
            Items(member);
            writer.Open($"for (var i = 0; i < {member.Name}.Count; i++)");
            writer.Line(ElementLine(member, $"{member.Name}[i]", nullable: false));
            writer.Close();
            writer.Line();
        }
        else if (member.Inlined.Count > 0)
        {
            WithAttributes(member);
        }
        else
        {
            if (member.IsWrappedList)
            {
                Items(member);
            }

            writer.Line(ElementLine(member, Field(member), member.IsNullable || HasField(member)));
        }
    }

    /// <summary>Checks that a list contains no null: a null item would be omitted, and the registry would get fewer items than the caller intended.</summary>
    private void Items(MemberPlan member)
    {
        if (!member.IsStruct)
        {
            writer.Line($"writer.CheckItems({member.Name}, {Path(member)});");
        }
    }

    private string ElementLine(MemberPlan member, string expression, bool nullable)
    {
        if (member.Value.Kind == ValueKind.Part)
        {
            return $"{expression}{(nullable ? "?" : string.Empty)}.WriteContent(writer);";
        }

        var tag = Tag(member);
        var value = member.Value;
        if (member.IsNillable)
        {
            // Written as nil, or with its value.
            var one = nullable ? expression + " is { IsNil: true }" : expression + ".IsNil";
            var held = nullable ? expression + "?.Value" : expression + ".Value";
            return $"if (!writer.Nil({tag}, {one})) {{ {ElementLine(member with { IsNillable = false }, held, nullable || !member.Value.IsStruct)} }}";
        }

        return value.Kind switch
        {
            ValueKind.Flag or ValueKind.AnyFlag => $"writer.Flag({tag}, {expression});",
            ValueKind.Derived => $"writer.DerivedElement({tag}, {expression});",
            ValueKind.Raw or ValueKind.RawList => $"writer.ElementAround({tag}, {expression});",
            ValueKind.Mixed or ValueKind.Record => $"writer.Element({tag}, {expression});",
            ValueKind.ElementRecord => $"{expression}{(nullable ? "?" : string.Empty)}.Write(writer);",
            _ => $"writer.{ValueText.WriterMethod(value, "Element")}({tag}, {ValueText.Argument(value, expression, nullable)}, {value.Descriptor}, {Path(member)});",
        };
    }

    private void WithAttributes(MemberPlan member)
    {
        if (member.IsNullable)
        {
            // An attribute without its element is an error that must be reported.
            var present = new[] { member }.Concat(member.Inlined).Select(Present);
            writer.Open($"if ({string.Join(" || ", present)})");
            Require(member);
        }

        writer.Line($"writer.StartElement({Tag(member)});");
        foreach (var inlined in member.Inlined)
        {
            if (inlined.RequiredWithElement && (!inlined.IsRequired || HasField(inlined)))
            {
                Require(inlined);
            }

            Attribute(inlined, inlined.AddressMember == member.Name ? member : null);
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
