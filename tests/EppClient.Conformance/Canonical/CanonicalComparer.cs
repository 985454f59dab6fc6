namespace EppClient.Conformance.Canonical;

/// <summary>Finds the first difference between two documents.</summary>
internal static class CanonicalComparer
{
    /// <summary>Returns the first difference, or null.</summary>
    /// <param name="expected">The element that was read.</param>
    /// <param name="actual">The element that was written back.</param>
    public static Difference? Find(CanonicalElement expected, CanonicalElement actual) => Find(expected, actual, expected.Name.Name);

    private static Difference? Find(CanonicalElement expected, CanonicalElement actual, string path)
    {
        if (expected.Name != actual.Name)
        {
            return new Difference(expected, path, $"became the element {actual.Name}");
        }

        return InAttributes(expected, actual, path) ?? InValue(expected, actual, path) ?? InChildren(expected, actual, path);
    }

    private static Difference? InAttributes(CanonicalElement expected, CanonicalElement actual, string path)
    {
        foreach (var (name, value) in expected.Attributes)
        {
            if (!actual.Attributes.TryGetValue(name, out var written))
            {
                return new Difference(expected, path, $"lost the attribute {name}='{value}'");
            }

            if (written != value)
            {
                return new Difference(expected, path, $"attribute {name}: '{value}' became '{written}'");
            }
        }

        var added = actual.Attributes.Keys.FirstOrDefault(name => !expected.Attributes.ContainsKey(name));
        return added is null ? null : new Difference(expected, path, $"gained the attribute {added}='{actual.Attributes[added]}'");
    }

    private static Difference? InValue(CanonicalElement expected, CanonicalElement actual, string path) =>
        expected.Value == actual.Value ? null : new Difference(expected, path, $"'{expected.Value}' became '{actual.Value}'");

    private static Difference? InChildren(CanonicalElement expected, CanonicalElement actual, string path)
    {
        var (before, after) = (expected.Children, actual.Children);
        for (var i = 0; i < before.Count; i++)
        {
            var difference = (before[i], i < after.Count ? after[i] : null) switch
            {
                (CanonicalElement lost, null or string) => new Difference(lost, $"{path}/{lost.Name.Name}", "was lost"),
                (CanonicalElement one, CanonicalElement other) when one.Name != other.Name => Misplaced(one, other, after, path),
                (CanonicalElement one, CanonicalElement other) => Find(one, other, $"{path}/{one.Name.Name}"),
                (string text, string other) when text == other => null,
                (var text, var other) => new Difference(expected, path, $"the text '{text}' became {(other is string ? $"'{other}'" : other is null ? "nothing" : "an element")}"),
            };
            if (difference is not null)
            {
                return difference;
            }
        }

        return before.Count == after.Count
            ? null
            : new Difference(expected, path, after[before.Count] is CanonicalElement gained ? $"gained the element {gained.Name}" : $"gained the text '{after[before.Count]}'");
    }

    private static Difference Misplaced(CanonicalElement one, CanonicalElement other, List<object> after, string path) =>
        new(one, $"{path}/{one.Name.Name}", after.Exists(c => c is CanonicalElement e && e.Name == one.Name) ? $"changed places with {other.Name}" : "was lost");
}
