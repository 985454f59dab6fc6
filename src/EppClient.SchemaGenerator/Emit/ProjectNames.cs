namespace EppClient.SchemaGenerator.Emit;

/// <summary>The names of a project that could be taken for those of the types that emitted files use.</summary>
/// <param name="Found">Types and namespaces that exist, among the names that were asked for.</param>
/// <param name="Imports">The namespaces that the project imports into all files.</param>
/// <param name="Emitted">The types that the files declare, and their namespaces.</param>
internal sealed record ProjectNames(EquatableArray<ProjectName> Found, EquatableArray<string> Imports, EquatableArray<ProjectName> Emitted)
{
    // Many files ask.
    private readonly Lazy<ILookup<string, string>> _found = new(() => Found.Concat(Emitted).ToLookup(n => n.Name, n => n.Namespace, StringComparer.Ordinal));
    private readonly Lazy<ILookup<string, string>> _emitted = new(() => Emitted.ToLookup(n => n.Name, n => n.Namespace, StringComparer.Ordinal));

    public bool Equals(ProjectNames? other) => other is not null && Found.Equals(other.Found) && Imports.Equals(other.Imports) && Emitted.Equals(other.Emitted);

    public override int GetHashCode() => Found.GetHashCode();

    /// <summary>Whether a namespace has something of the name.</summary>
    public bool Has(string place, string name) => _found.Value[name].Contains(place);

    /// <summary>Whether what the project imports into all files, or may import once the emitted types exist, has something of the name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="place">The namespace that does not count.</param>
    public bool ImportsOther(string name, string place) =>
        Imports.Any(i => i != place && Has(i, name)) || _emitted.Value[name].Any(e => e != place);
}
