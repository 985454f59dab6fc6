namespace EppClient.SchemaGenerator.Emit;

/// <summary>The names of a project that can conflict with those of the types that emitted files use.</summary>
/// <param name="Found">The existing types and namespaces, among the requested names.</param>
/// <param name="Imports">The namespaces that the project imports into all files.</param>
/// <param name="Emitted">The types that the files declare, with their namespaces.</param>
internal sealed record ProjectNames(EquatableArray<ProjectName> Found, EquatableArray<string> Imports, EquatableArray<ProjectName> Emitted)
{
    // Created once, because many files use it.
    private readonly Lazy<ILookup<string, string>> _found = new(() => Found.Concat(Emitted).ToLookup(n => n.Name, n => n.Namespace, StringComparer.Ordinal));
    private readonly Lazy<ILookup<string, string>> _emitted = new(() => Emitted.ToLookup(n => n.Name, n => n.Namespace, StringComparer.Ordinal));

    public bool Equals(ProjectNames? other) => other is not null && Found.Equals(other.Found) && Imports.Equals(other.Imports) && Emitted.Equals(other.Emitted);

    public override int GetHashCode() => Found.GetHashCode();

    /// <summary>Whether a namespace contains the name.</summary>
    public bool Has(string place, string name) => _found.Value[name].Contains(place);

    /// <summary>Whether a namespace that the project imports into all files, now or after the types are emitted, contains the name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="place">The namespace to ignore.</param>
    public bool ImportsOther(string name, string place) =>
        Imports.Any(i => i != place && Has(i, name)) || _emitted.Value[name].Any(e => e != place);
}
