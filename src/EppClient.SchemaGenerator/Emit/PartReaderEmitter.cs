using EppClient.SchemaGenerator.Planning;

namespace EppClient.SchemaGenerator.Emit;

/// <summary>Emits the method that reads a part: sibling elements without an element of their own, in the order of the schema.</summary>
internal sealed class PartReaderEmitter(CodeWriter writer, RecordPlan plan)
{
    private readonly string _name = plan.Header.Name;
    private readonly CaseEmitter _cases = new(writer, plan);

    public void Emit()
    {
        FileEmitter.Summary(writer, "Reads the sibling elements of one group.");
        writer.Line("/// <param name=\"reader\">The reader, positioned on the first element; afterwards after the last.</param>");
        writer.Line("/// <param name=\"depth\">The value that <c>EnterElement</c> returned for their parent.</param>");
        writer.Line($"/// <exception cref=\"{Library.Root}EppProtocolException\">The XML is not well-formed, or reading is strict and a required part is missing or a value cannot be read.</exception>");
        writer.Open($"public static {_name} ReadPart({Library.Xml}EppXmlReader reader, int depth)");
        writer.Line("var began = reader.StartPart();");
        if (plan.Shape == RecordShape.Union)
        {
            Branches();
        }
        else
        {
            InOrder();
        }

        writer.Close();
    }

    private void InOrder()
    {
        _cases.Declare();
        writer.Line("var place = 0;");
        writer.Open("while (reader.AtChild(depth))");
        writer.Open("switch (reader.LocalName)");
        _cases.EmitInOrder();
        writer.Close();
        writer.Line();
        for (var place = 0; place < plan.Members.Count; place++)
        {
            if (plan.Members[place] is { Reach: not WildcardReach.None } member)
            {
                writer.Open($"if (place <= {place}{(member.Reach == WildcardReach.Other ? " && reader.NamespaceUri != Namespace" : string.Empty)})");
                _cases.Take(member, place);
                writer.Line("continue;");
                writer.Close();
                writer.Line();
            }
        }

        writer.Line("break;");
        writer.Close();
        writer.Line();
        new ResultEmitter(writer, plan).Emit();
    }

    private void Branches()
    {
        writer.Open("switch (reader.LocalName)");
        foreach (var member in plan.Members.Where(m => m.Names.Count > 0))
        {
            _cases.Labels(member, _ => string.Empty);
            Branch(member);
        }

        writer.Line("default:");
        if (plan.Members.FirstOrDefault(m => m.Reach != WildcardReach.None) is { } wildcard)
        {
            Branch(wildcard);
        }
        else
        {
            writer.Indent();
            writer.Line($"reader.SkipUnknown(began, {CodeText.Literal(string.Join(" or ", plan.Members.SelectMany(m => m.Names).Select(n => n.LocalName)))}, {CodeText.Literal(plan.SchemaType)});");
            writer.Line($"return new {_name}();");
            writer.Outdent();
        }

        writer.Close();
    }

    private void Branch(MemberPlan member)
    {
        writer.Indent();
        if (member.DefaultText is { } text)
        {
            writer.Line($"reader.UseWhenEmpty({CodeText.Literal(text)});");
        }

        if (member.IsList)
        {
            List(member);
        }
        else
        {
            var inlined = member.Inlined.Select(i => $"{(i.HasField ? PropertyEmitter.Backing(i) : i.Name)} = {CaseEmitter.ReadAttribute(i)}, ");
            writer.Line($"return new {_name} {{ {string.Concat(inlined)}{member.Name} = {CaseEmitter.Read(member)}{Notes()} }};");
        }

        writer.Outdent();
    }

    private string Notes() => plan.PartHasNotes ? ", ReadNotes = reader.Notes(began)" : string.Empty;

    /// <summary>A repeating branch reads all following elements of its kind.</summary>
    private void List(MemberPlan member)
    {
        writer.Line($"{Library.Xml}EppItems<{member.ItemType}>? {member.Local} = null;");
        writer.Line("do");
        writer.Line("{");
        writer.Indent();
        writer.Line($"{Library.Xml}EppList.Add(ref {member.Local}, {CaseEmitter.Read(member)});");
        writer.Outdent();
        writer.Line("}");
        var same = member.Names.Select(n => $"reader.IsElement({(n.Namespace == plan.XmlNamespace ? "Namespace" : CodeText.Literal(n.Namespace))}, {CodeText.Literal(n.LocalName)})");
        var condition = member.Names.Count > 0 ? $" && ({string.Join(" || ", same)})" : member.Reach == WildcardReach.Other ? " && reader.NamespaceUri != Namespace" : string.Empty;
        writer.Line($"while (reader.AtChild(depth){condition});");
        writer.Line($"return new {_name} {{ {member.Name} = {Library.Xml}EppList.Of({member.Local}){Notes()} }};");
    }
}
