using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Planning;

/// <summary>Checks that the components that an overlay changes exist.</summary>
internal static class OverlayChecker
{
    public static IEnumerable<SchemaIssue> Check(IEnumerable<OverlayModel> overlays, SchemaIndex index)
    {
        foreach (var overlay in overlays)
        {
            foreach (var type in overlay.SimpleTypes)
            {
                var known = index.SimpleType(type.Name);
                if (known is null)
                {
                    yield return Issue(index.Display(type.Name), type.Line);
                }

                foreach (var value in type.WithoutEnumeration.Where(v => known?.Values.Any(k => k.Text == v) is false)
                    .Concat(type.WithEnumeration.Where(_ => known?.Values.Count == 0)))
                {
                    yield return Issue($"{index.Display(type.Name)}/{value}", type.Line);
                }
            }

            foreach (var element in overlay.OptionalElements.Where(e => !Exists(e, index)))
            {
                yield return Issue($"{index.Display(element.Type)}/{element.Element}", element.Line);
            }
        }
    }

    private static bool Exists(OverlayElement element, SchemaIndex index) =>
        index.ComplexType(element.Type) is { } type && FlatContent.Of(type).Items.Any(i => i.Element?.Name.LocalName == element.Element);

    private static SchemaIssue Issue(string name, SourceLine line) => SchemaIssue.Create(IssueIds.OverlayDoesNotFit, line, name);
}
