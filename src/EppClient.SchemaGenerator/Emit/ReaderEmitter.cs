using EppClient.SchemaGenerator.Planning;

namespace EppClient.SchemaGenerator.Emit;

/// <summary>Emits the method that reads a record: any order, unknown elements kept, one clear error for what is missing.</summary>
internal sealed class ReaderEmitter(CodeWriter writer, RecordPlan plan)
{
    private const string RawList = "global::System.Collections.Generic.List<global::EppClient.Xml.EppRawElement>";

    private readonly string _name = plan.Header.Name;

    public void Emit()
    {
        FileEmitter.Summary(writer, "Reads the element on which the reader stands, whatever its name.");
        writer.Line("/// <param name=\"reader\">Stands on the start of the element; afterwards behind its end.</param>");
        writer.Line("/// <exception cref=\"global::EppClient.EppProtocolException\">A required part is missing or a value cannot be read.</exception>");
        writer.Open($"public static {_name} ReadContent(global::EppClient.Xml.EppXmlReader reader)");
        foreach (var member in plan.Members.Where(m => m.Place == MemberPlace.Attribute))
        {
            writer.Line($"var {member.Local} = {ValueText.ReadAttribute(member.Value, member.Xml.LocalName)};");
        }

        foreach (var member in plan.Members.Where(m => m.Place == MemberPlace.Content))
        {
            writer.Line($"var {member.Local} = {ValueText.Read(member.Value)};");
        }

        if (plan.Members.Any(m => m.Place is MemberPlace.Element or MemberPlace.Wildcard))
        {
            Children();
        }
        else if (plan.KeepsUnknown)
        {
            writer.Line("var unknown = reader.ReadRawChildren();");
        }

        Result();
        writer.Close();
    }

    private void Children()
    {
        foreach (var member in plan.Members.Where(m => m.Place is MemberPlace.Element or MemberPlace.Wildcard))
        {
            Declare(member);
        }

        if (plan.KeepsUnknown)
        {
            writer.Line($"{RawList}? unknown = null;");
        }

        writer.Line("var depth = reader.EnterElement();");
        writer.Open("while (reader.NextChild(depth))");
        writer.Open("switch (reader.LocalName)");
        foreach (var member in plan.Members.Where(m => m.Place == MemberPlace.Element))
        {
            Case(member);
        }

        writer.Line("default:");
        writer.Indent();
        var rest = plan.Members.FirstOrDefault(m => m.Place == MemberPlace.Wildcard)?.Local ?? "unknown";
        writer.Line($"({rest} ??= []).Add(reader.ReadRaw());");
        writer.Line("break;");
        writer.Outdent();
        writer.Close();
        writer.Close();
        writer.Line();
    }

    private void Declare(MemberPlan member)
    {
        var type = member.Value.ClrType;
        writer.Line(member.IsList || member.IsWrappedList
            ? $"global::System.Collections.Generic.{(member.IsList ? "List" : "IReadOnlyList")}<{type}>? {member.Local} = null;"
            : member.IsFlag ? $"var {member.Local} = false;" : $"{type}? {member.Local} = null;");
        foreach (var inlined in member.Inlined)
        {
            writer.Line($"{inlined.Value.ClrType}? {inlined.Local} = null;");
        }
    }

    private void Case(MemberPlan member)
    {
        var uri = member.Xml.Namespace == plan.XmlNamespace ? "Namespace" : CodeText.Literal(member.Xml.Namespace);
        writer.Line($"case {CodeText.Literal(member.Xml.LocalName)} when reader.NamespaceUri == {uri}:");
        writer.Indent();
        foreach (var inlined in member.Inlined)
        {
            writer.Line($"{inlined.Local} = {ValueText.ReadAttribute(inlined.Value, inlined.Xml.LocalName)};");
        }

        var read = ValueText.Read(member.Value);
        writer.Line(member.IsList ? $"({member.Local} ??= []).Add({read});" : $"{member.Local} = {read};");
        writer.Line("break;");
        writer.Outdent();
    }

    private void Result()
    {
        writer.Open($"return new {_name}");
        foreach (var member in plan.Members)
        {
            writer.Line($"{member.Name} = {Value(member)},");
            foreach (var inlined in member.Inlined)
            {
                writer.Line($"{inlined.Name} = {Value(inlined)},");
            }
        }

        if (plan.Command is { IsTransfer: true })
        {
            writer.Line("Operation = default, // It stands on the envelope.");
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

        var name = CodeText.Literal(member.Xml.LocalName ?? string.Empty);
        if (member.IsRelaxable)
        {
            return $"reader.RequireUnlessRelaxed({member.Local}, Namespace, {CodeText.Literal(plan.SchemaTypeName)}, {name})";
        }

        return member.IsRequired && member.Place != MemberPlace.Content
            ? $"{member.Local} ?? throw reader.Missing({name}, {CodeText.Literal(plan.SchemaType)})"
            : member.Local;
    }
}
