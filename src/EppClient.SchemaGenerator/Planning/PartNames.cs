using EppClient.SchemaGenerator.Naming;
using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Planning;

/// <summary>Names groups of elements, which have no names in a schema, by their role.</summary>
internal static class PartNames
{
    /// <summary>The role of a group. It does not change if an element is added to the group.</summary>
    public static string Of(GroupParticle part, bool isList, bool isBranch) =>
        isBranch && FirstElement(part) is { } first ? Names.Expand(first.Name.LocalName) + (isList ? "Item" : "Group")
        : isList ? "Item"
        : part.IsChoice ? "Choice"
        : "Group";

    /// <summary>The elements that a part accepts in addition to the named ones.</summary>
    public static WildcardReach ReachOf(ParticleModel particle) => particle switch
    {
        WildcardParticle { IsOther: true } => WildcardReach.Other,
        WildcardParticle => WildcardReach.Any,
        GroupParticle group => group.Parts.Select(ReachOf).DefaultIfEmpty(WildcardReach.None).Max(),
        _ => WildcardReach.None,
    };

    private static ElementModel? FirstElement(ParticleModel particle) => particle switch
    {
        ElementParticle element => element.Element,
        GroupParticle group => group.Parts.Select(FirstElement).FirstOrDefault(e => e is not null),
        _ => null,
    };
}
