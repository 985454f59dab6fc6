using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Sets;

/// <summary>
/// Of a component that several files declare the first one stays: registries publish a namespace in several files, and sets
/// carry the same file in several folders. Where they differ, that is said.
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

        // Another edition of a file differs in many places; one message for it is enough.
        issues.AddRange(differing.GroupBy(d => (Kept: d.Kept.File, Left: d.Left.File)).Select(g => SchemaIssue.Create(
            IssueIds.ComponentDiffers,
            g.Key.Left.LineOf(g.First().Left.Declaration),
            g.First().Left.Name.ToString(),
            g.Key.Left.TargetNamespace,
            g.Key.Kept.Source.Path,
            g.Count() == 1 ? string.Empty : $", with {g.Count() - 1} more of this file")));
    }
}
