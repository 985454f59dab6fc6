using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Planning;

/// <summary>Checks that what a schema says about the place of its elements makes sense.</summary>
internal static class PlacementChecker
{
    public static IEnumerable<SchemaIssue> Check(IEnumerable<EmittedSchema> schemas, SchemaIndex index) =>
        from schema in schemas
        where schema.EmitsAll
        from element in schema.Model.Elements
        from placement in element.Notes.Placements
        where placement.TargetText != "poll" && index.Schema(placement.Target.Namespace) is not null && index.Element(placement.Target) is null
        select SchemaIssue.Create(IssueIds.UnknownPlacement, element.Line, index.Display(element.Name), placement.TargetText);
}
