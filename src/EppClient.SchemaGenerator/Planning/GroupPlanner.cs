using EppClient.SchemaGenerator.Declarations;
using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Planning;

/// <summary>Plans the records of sibling elements of an extension schema.</summary>
internal sealed class GroupPlanner(SchemaIndex index, MemberPlanner members, RolePlanner roles)
{
    public GroupPlan Plan(DeclarationModel declaration)
    {
        var type = new ClrType(declaration.ClrNamespace, declaration.ClrName, declaration, IsProvided: false);
        var names = new MemberNames(type);
        var siblings =
            from element in index.Schema(declaration.XmlNamespace)!.Elements
            from placement in element.Notes.Placements
            where placement.TargetText == declaration.XmlName && placement.IsResponse == declaration.IsResponse
            select (element, placement);
        var planned = siblings.Select(s => (s.placement, Member: members.Sibling(s.element, s.placement, type, names))).ToList();
        var summary = $"The elements of <c>{declaration.XmlNamespace}</c> for <c>{declaration.XmlName}</c>.";
        return new GroupPlan(type.HintName)
        {
            Header = RecordPlanner.Header(type, summary, Notes.None, "ExtensionGroup", null),
            XmlNamespace = declaration.XmlNamespace,
            CommandType = declaration.IsResponse ? null : planned.Select(p => roles.TargetOf(p.placement)).FirstOrDefault() ?? Library.Root + "IEppCommand",
            Members = planned.Select(p => p.Member).ToEquatableArray(),
            EmitDefaultConstructor = declaration.NeedsDefaultConstructor,
        };
    }
}
