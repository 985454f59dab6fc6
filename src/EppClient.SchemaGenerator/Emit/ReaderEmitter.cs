using EppClient.SchemaGenerator.Planning;

namespace EppClient.SchemaGenerator.Emit;

/// <summary>Emits the method that reads a record: in any order, keeps unknown and unreadable parts, and reports missing ones.</summary>
internal sealed class ReaderEmitter(CodeWriter writer, RecordPlan plan)
{
    private readonly string _name = plan.Header.Name;
    private readonly CaseEmitter _cases = new(writer, plan);

    public void Emit()
    {
        writer.Line("/// <inheritdoc/>");
        writer.Open($"public static {_name} ReadContent({Library.Xml}EppXmlReader reader)");
        writer.Line("var began = reader.Start();");
        foreach (var member in plan.Members.Where(m => m.Place == MemberPlace.Attribute))
        {
            writer.Line($"var {member.Local} = {CaseEmitter.ReadAttribute(member)};");
        }

        // Attributes that the schema allows by a wildcard have a member; others are unknown.
        var others = plan.Members.FirstOrDefault(m => m.Place == MemberPlace.OtherAttributes)?.Local;
        if (plan.KeepsUnknownAttributes || others is not null)
        {
            writer.Line($"var {others ?? "others"} = reader.OtherAttributes({string.Join(", ", KnownAttributes().Select(CodeText.Literal))});");
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

        new ResultEmitter(writer, plan).Emit();
        writer.Close();
    }

    private IEnumerable<string> KnownAttributes()
    {
        var known = plan.Members.Where(m => m.Place == MemberPlace.Attribute).Select(m => m.Xml.Namespace.Length == 0 ? m.Xml.LocalName : $"{{{m.Xml.Namespace}}}{m.Xml.LocalName}");
        return plan.DerivedType is null ? known : known.Append($"{{{System.Xml.Schema.XmlSchema.InstanceNamespace}}}type");
    }

    private void Children()
    {
        _cases.Declare();
        if (plan.KeepsUnknown)
        {
            writer.Line($"{Library.Collections}List<{Library.Xml}EppRawElement>? unknown = null;");
        }

        if (_cases.CountsPlaces)
        {
            writer.Line("var place = 0;");
        }

        if (_cases.ChecksOrder)
        {
            writer.Line("var order = 0;");
        }

        writer.Line("var depth = reader.EnterElement();");
        writer.Open("while (reader.NextChild(depth))");
        writer.Open("switch (reader.LocalName)");
        _cases.Emit();
        writer.Line("default:");
        writer.Indent();
        Rest();
        writer.Line("break;");
        writer.Outdent();
        writer.Close();
        writer.Close();
        writer.Line();
    }

    /// <summary>Elements without a case belong to the wildcards, each in its place; elements that no wildcard accepts are unknown.</summary>
    private void Rest()
    {
        var takers = plan.Members.Select((Member, Place) => (Member, Place)).Where(t => t.Member.Reach != WildcardReach.None).ToList();
        for (var i = 0; i < takers.Count; i++)
        {
            var (member, place) = takers[i];
            var conditions = new List<string>();
            if (member.Reach == WildcardReach.Other && plan.XmlNamespace.Length > 0)
            {
                conditions.Add("reader.NamespaceUri != Namespace");
            }

            if (i < takers.Count - 1)
            {
                conditions.Add($"place <= {place}");
            }

            var isLast = conditions.Count == 0;
            if (!isLast)
            {
                writer.Open($"if ({string.Join(" && ", conditions)})");
            }

            _cases.Take(member, place);
            if (isLast)
            {
                return;
            }

            writer.Line("break;");
            writer.Close();
            writer.Line();
        }

        writer.Line(plan.KeepsUnknown ? "reader.ReadUnknown(ref unknown, Namespace);" : "reader.Skip();");
    }
}
