using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Planning;

/// <summary>Finds content that stays a list of elements, because no types can tell its parts.</summary>
internal static class WeakTypeChecker
{
    public static IEnumerable<SchemaIssue> Check(IEnumerable<EmittedSchema> schemas) =>
        from schema in schemas
        where schema.EmitsAll
        from type in schema.Model.ComplexTypes.Concat(schema.Model.Elements.Select(e => e.Type.Complex).OfType<ComplexTypeModel>())
        where FlatContent.Of(type).IsWeak
        select SchemaIssue.Create(IssueIds.UnsupportedConstruct, type.Line, type.Name?.LocalName ?? "an anonymous type", "a group that repeats as a whole and has a wildcard for any name");
}
