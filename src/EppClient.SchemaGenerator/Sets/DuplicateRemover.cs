using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Sets;

/// <summary>
/// If several files declare a component, the first one is used: registries publish a namespace in several files, and sets contain the same file in several
/// folders. Differences are reported.
/// </summary>
internal static class DuplicateRemover
{
    public static void Remove(IEnumerable<SchemaFile> files, List<SchemaIssue> issues)
    {
        var first = new Dictionary<ComponentName, Component>();
        var differing = new List<(Component Kept, Component Left)>();
        foreach (var component in files.SelectMany(f => f.Components).ToList())
        {
            if (!first.TryGetValue(component.Name, out var known))
            {
                first.Add(component.Name, component);
                continue;
            }

            if (ComponentShape.Of(known) != ComponentShape.Of(component))
            {
                differing.Add((known, component));
            }

            component.Declaration.Remove();
        }

        // Another edition of a file differs in many places; one message for it is sufficient.
        issues.AddRange(differing.GroupBy(d => (Kept: d.Kept.File, Left: d.Left.File)).Select(g => SchemaIssue.Create(
            IssueIds.ComponentDiffers,
            g.Key.Left.LineOf(g.First().Left.Declaration),
            g.First().Left.Name.ToString(),
            g.Key.Left.TargetNamespace,
            g.Key.Kept.Source.Path,
            g.Count() == 1 ? string.Empty : $", with {g.Count() - 1} more of this file")));
    }
}
