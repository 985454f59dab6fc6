using EppClient.SchemaGenerator.Planning;
using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Emit;

/// <summary>Emits the code that reads child elements: the variables, and one case for each name.</summary>
internal sealed class CaseEmitter(CodeWriter writer, RecordPlan plan)
{
    private readonly List<MemberPlan> _members = [.. plan.Members.Where(m => m.Place is MemberPlace.Element or MemberPlace.Wildcard)];

    /// <summary>Whether one name, or a wildcard, occurs in several places, so that the position of the reader matters.</summary>
    public bool CountsPlaces =>
        _members.SelectMany(m => m.Names).GroupBy(n => n).Any(g => g.Count() > 1) || _members.Count(m => m.Reach != WildcardReach.None) > 1;

    /// <summary>Whether the schema defines an order of the elements. A part ends at the first element out of order.</summary>
    public bool ChecksOrder => !plan.IsPart && plan.Shape != RecordShape.Union && _members.Select(m => m.Order).Distinct().Count() > 1;

    /// <summary>Returns the expression that reads an attribute.</summary>
    public static string ReadAttribute(MemberPlan member) =>
        ValueText.ReadAttribute(member.Value, member.Xml.LocalName, member.Xml.Namespace.Length > 0 ? CodeText.Literal(member.Xml.Namespace) : null);

    public void Declare()
    {
        foreach (var member in _members)
        {
            writer.Line(member.IsList || member.IsWrappedList
                ? $"{(member.IsList ? $"{Library.Xml}EppItems" : $"{Library.Collections}IReadOnlyList")}<{member.ItemType}>? {member.Local} = null;"
                : member.IsFlag ? $"{member.Value.ClrType} {member.Local} = false;" : $"{member.ItemType}? {member.Local} = null;");
            foreach (var inlined in member.Inlined)
            {
                writer.Line($"{inlined.Value.ClrType}? {inlined.Local} = null;");
            }
        }
    }

    /// <summary>Emits the cases of a record, whose elements can come in any order.</summary>
    public void Emit()
    {
        for (var place = 0; place < plan.Members.Count; place++)
        {
            var member = plan.Members[place];
            if (member.Names.Count > 0)
            {
                var later = plan.Members.Skip(place + 1).SelectMany(m => m.Names).ToList();
                Labels(member, n => later.Contains(n) ? $"place <= {place}" : Free(member));
                Body(member, place);
            }
        }
    }

    /// <summary>Emits the cases of a part, whose elements come in the order of the schema.</summary>
    public void EmitInOrder()
    {
        for (var place = 0; place < plan.Members.Count; place++)
        {
            var member = plan.Members[place];
            if (member.Names.Count > 0)
            {
                var at = place;
                Labels(member, _ => $"place <= {at}");
                Body(member, place, "continue");
            }
        }
    }

    /// <summary>Emits the statements that assign an element to a member.</summary>
    public void Take(MemberPlan member, int place)
    {
        if (ChecksOrder)
        {
            writer.Line($"reader.InOrder(ref order, {member.Order});");
        }

        foreach (var inlined in member.Inlined)
        {
            writer.Line($"{inlined.Local} = {ReadAttribute(inlined)};");
        }

        if (member.DefaultText is { } text)
        {
            writer.Line($"reader.UseWhenEmpty({CodeText.Literal(text)});");
        }

        var read = Read(member);
        writer.Line(member.IsList ? $"{Library.Xml}EppList.Add(ref {member.Local}, {read});" : $"{member.Local} = {read};");
        if (plan.IsPart || CountsPlaces)
        {
            var next = member.IsList ? place : place + 1;
            writer.Line(plan.IsPart ? $"place = {next};" : $"place = {Library.System}Math.Max(place, {next});");
        }
    }

    /// <summary>Returns the expression that reads one value.</summary>
    public static string Read(MemberPlan member)
    {
        var read = member.Place == MemberPlace.Wildcard ? $"reader.Read{member.Value.Method}()" : ValueText.Read(member.Value);
        return member.IsNillable ? $"reader.TakeNil() ? new {member.ItemType}() : {Library.Xml}EppNillables.Of({read})" : read;
    }

    /// <summary>Emits the case labels, with those of one namespace together.</summary>
    /// <param name="member">The member.</param>
    /// <param name="condition">An additional condition for a name; empty for none.</param>
    public void Labels(MemberPlan member, Func<XmlName, string> condition)
    {
        foreach (var group in member.Names.GroupBy(n => (n.Namespace, Condition: condition(n))))
        {
            var uri = group.Key.Namespace == plan.XmlNamespace ? "Namespace" : CodeText.Literal(group.Key.Namespace);
            var names = string.Join(" or ", group.Select(n => CodeText.Literal(n.LocalName)));
            var more = group.Key.Condition.Length > 0 ? $" && {group.Key.Condition}" : string.Empty;
            writer.Line($"case {names} when reader.NamespaceUri == {uri}{more}:");
        }
    }

    // A second occurrence of a single element must not replace the first.
    private static string Free(MemberPlan member) => member is { IsList: false, IsFlag: false } ? $"{member.Local} is null" : string.Empty;

    private void Body(MemberPlan member, int place, string end = "break")
    {
        writer.Indent();
        Take(member, place);
        writer.Line($"{end};");
        writer.Outdent();
    }
}
