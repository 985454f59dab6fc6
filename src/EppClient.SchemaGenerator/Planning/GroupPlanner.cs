using EppClient.SchemaGenerator.Anchors;
using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Planning;

/// <summary>Plans the records that hold sibling elements of an extension schema.</summary>
internal sealed class GroupPlanner(SchemaIndex index, MemberPlanner members, RolePlanner roles)
{
    public GroupPlan Plan(AnchorModel anchor)
    {
        var type = new ClrType(anchor.ClrNamespace, anchor.ClrName, anchor, IsProvided: false);
        var names = new MemberNames(type);
        var siblings =
            from element in index.Schema(anchor.XmlNamespace)!.Elements
            from placement in element.Notes.Placements
            where placement.TargetText == anchor.XmlName && placement.IsResponse == anchor.IsResponse
            select (element, placement);
        var planned = siblings.Select(s => (s.placement, Member: members.Sibling(s.element, s.placement, type, names))).ToList();
        var summary = $"The elements of <c>{anchor.XmlNamespace}</c> on <c>{anchor.XmlName}</c>.";
        return new GroupPlan(type.HintName)
        {
            Header = RecordPlanner.Header(type, summary, Notes.None, "ExtensionGroup", null),
            XmlNamespace = anchor.XmlNamespace,
            CommandType = anchor.IsResponse ? null : planned.Select(p => roles.TargetOf(p.placement)).FirstOrDefault() ?? Library.Protocol + "IEppCommand",
            Members = planned.Select(p => p.Member).ToEquatableArray(),
            EmitDefaultConstructor = anchor.NeedsDefaultConstructor,
        };
    }
}
