using EppClient.SchemaGenerator.Diagnostics;
using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Planning;

/// <summary>Checks the placements of elements in a schema.</summary>
internal static class PlacementChecker
{
    public static IEnumerable<SchemaIssue> Check(IReadOnlyCollection<EmittedSchema> schemas, SchemaIndex index) =>
        Annotated(schemas, index).Concat(
            from schema in schemas
            from stated in schema.Model.Options.Extends
            where !Exists(stated, index)
            select SchemaIssue.Create(
                IssueIds.UnknownPlacement, new SourceLine(schema.Model.Options.ProjectFile ?? schema.Model.Path, 1, 1), schema.Model.Uri, stated, Suggestion(stated, index)));

    private static bool Exists(string stated, SchemaIndex index)
    {
        var parts = stated.Split(':');
        return index.SchemaWithPrefix(parts[0]) is { } schema && (parts.Length == 1 || index.Element(new XmlName(schema.Uri, parts[1])) is not null);
    }

    private static string Suggestion(string stated, SchemaIndex index)
    {
        var parts = stated.Split(':');
        var names = parts.Length == 2 && index.SchemaWithPrefix(parts[0]) is { } schema
            ? schema.Elements.Select(element => $"{parts[0]}:{element.Name.LocalName}")
            : index.Schemas.Select(other => other.Prefix).Concat(EmbeddedSchemas.Prefixes).Select(prefix => parts.Length == 2 ? $"{prefix}:{parts[1]}" : prefix);
        return NameSuggestion.For(stated, names);
    }

    private static IEnumerable<SchemaIssue> Annotated(IEnumerable<EmittedSchema> schemas, SchemaIndex index) =>
        from schema in schemas
        where schema.EmitsAll
        from element in schema.Model.Elements
        from placement in element.Notes.Placements
        where placement.TargetText is not ("poll" or "login") && index.Schema(placement.Target.Namespace) is not null && index.Element(placement.Target) is null
        select SchemaIssue.Create(IssueIds.UnknownPlacement, element.Line, index.Display(element.Name), placement.TargetText, Suggestion(placement.TargetText, index));
}
