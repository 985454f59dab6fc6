using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Planning;

/// <summary>Finds content that remains a list of elements, because its parts cannot be separated.</summary>
internal static class WeakTypeChecker
{
    public static IEnumerable<SchemaIssue> Check(IEnumerable<EmittedSchema> schemas) =>
        from schema in schemas
        where schema.EmitsAll
        from type in schema.Model.ComplexTypes.Concat(schema.Model.Elements.Select(e => e.Type.Complex).OfType<ComplexTypeModel>())
        from weak in WeakIn(type)
        select SchemaIssue.Create(
            IssueIds.UnsupportedConstruct,
            weak.Line,
            weak.Name is { } name ? $"the type '{name.LocalName}'" : "an anonymous type",
            "a group that repeats as a whole and has a wildcard for any name");

    private static IEnumerable<ComplexTypeModel> WeakIn(ComplexTypeModel type)
    {
        var content = FlatContent.Of(type);
        var inner = AnonymousIn(content).SelectMany(WeakIn);
        return IsWeak(content) ? inner.Prepend(type) : inner;
    }

    private static bool IsWeak(FlatContent content) => content.IsWeak || content.Items.Any(i => i.Part is { } part && IsWeak(FlatContent.Of(part)));

    private static IEnumerable<ComplexTypeModel> AnonymousIn(FlatContent content) => content.Items.SelectMany(i => i switch
    {
        { Element.Type.Complex: { } anonymous } => [anonymous],
        { Part: { } part } => AnonymousIn(FlatContent.Of(part)),
        _ => Enumerable.Empty<ComplexTypeModel>(),
    });
}
