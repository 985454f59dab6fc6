namespace EppClient.SchemaGenerator.Emit;

/// <summary>The names to look up in a project in order to shorten the type references in the emitted files.</summary>
/// <param name="Names">The short names of the types from other namespaces.</param>
/// <param name="Places">The namespaces in which the compiler can find these.</param>
/// <param name="Emitted">The types that the files declare, with their namespaces.</param>
internal sealed record NameLookup(EquatableArray<string> Names, EquatableArray<string> Places, EquatableArray<ProjectName> Emitted)
{
    public static NameLookup Of(IReadOnlyCollection<FileDraft> files)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var places = new HashSet<string>(StringComparer.Ordinal);
        var emitted = new HashSet<ProjectName>();
        foreach (var file in files)
        {
            emitted.Add(new ProjectName(file.Namespace, file.TypeName));
            foreach (var use in file.Uses.Where(u => u.Namespace != file.Namespace).Concat(file.AssemblyUses))
            {
                names.UnionWith(use.LookedUp);
                places.Add(use.Namespace);
            }
        }

        foreach (var place in files.Select(f => f.Namespace).Distinct())
        {
            places.UnionWith(Scopes(place));
            for (var within = place; within.Length > 0; within = Parent(within))
            {
                emitted.Add(new ProjectName(Parent(within), within.Substring(within.LastIndexOf('.') + 1)));
            }
        }

        return new NameLookup(
            names.OrderBy(n => n, StringComparer.Ordinal).ToEquatableArray(),
            places.OrderBy(p => p, StringComparer.Ordinal).ToEquatableArray(),
            emitted.OrderBy(e => e.Namespace, StringComparer.Ordinal).ThenBy(e => e.Name, StringComparer.Ordinal).ToEquatableArray());
    }

    /// <summary>A namespace and the enclosing ones, beginning with the innermost; the last is the global one, which is empty.</summary>
    public static IEnumerable<string> Scopes(string place)
    {
        for (; place.Length > 0; place = Parent(place))
        {
            yield return place;
        }

        yield return string.Empty;
    }

    private static string Parent(string place) => place.Substring(0, Math.Max(place.LastIndexOf('.'), 0));
}

/// <summary>A type or a namespace.</summary>
internal sealed record ProjectName(string Namespace, string Name);
