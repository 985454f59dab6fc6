using System.Globalization;

namespace EppClient.SchemaGenerator.Schema;

/// <summary>Finds the elements of the newest version of a schema that an older one does not have or defines differently.</summary>
internal static class VersionComparer
{
    public static OlderVersion Compare(NamespaceModel older, NamespaceModel newest, IEnumerable<NamespaceModel> all)
    {
        var index = new SchemaIndex(all);
        var (olderShapes, newestShapes) = (new Shapes(index, older.Uri, isDeep: true), new Shapes(index, newest.Uri, isDeep: true));
        var known = older.Elements.ToDictionary(e => e.Name.LocalName, olderShapes.Describe, StringComparer.Ordinal);
        var missing = newest.Elements
            .Where(e => !known.TryGetValue(e.Name.LocalName, out var shape) || shape != newestShapes.Describe(e))
            .Select(e => e.Name.LocalName)
            .OrderBy(n => n, StringComparer.Ordinal);
        return new OlderVersion(older.Uri, newest.Uri, missing.ToEquatableArray());
    }

    /// <summary>
    /// The first component of a copy that differs from the original, or else one that is missing in the copy. Additions of the copy are not differences,
    /// because they get types of their own.
    /// </summary>
    public static (string Component, SourceLine Line)? FirstDifference(
        NamespaceModel copy, IEnumerable<NamespaceModel> copySet, NamespaceModel original, IEnumerable<NamespaceModel> originalSet)
    {
        var components = Describe(copy, new Shapes(new SchemaIndex(copySet), copy.Uri, isDeep: false));
        var known = Describe(original, new Shapes(new SchemaIndex(originalSet), copy.Uri, isDeep: false))
            .ToDictionary(c => c.Name, c => c.Shape, StringComparer.Ordinal);
        foreach (var (name, shape, line) in components)
        {
            if (known.TryGetValue(name, out var there) && there != shape)
            {
                return (name, line);
            }

            known.Remove(name);
        }

        return known.Keys.OrderBy(n => n, StringComparer.Ordinal).FirstOrDefault() is { } lacking
            ? (lacking + ", which it lacks", new SourceLine(copy.Path, 1, 1))
            : null;
    }

    private static List<(string Name, string Shape, SourceLine Line)> Describe(NamespaceModel model, Shapes shapes) =>
    [
        .. model.SimpleTypes.Select(t => ($"the type '{t.Name!.Value.LocalName}'", shapes.Describe(t), t.Line)),
        .. model.ComplexTypes.Select(t => ($"the type '{t.Name!.Value.LocalName}'", shapes.Describe(t), t.Line)),
        .. model.Elements.Select(e => ($"the element '{e.Name.LocalName}'", shapes.Describe(e), e.Line)),
    ];

    /// <summary>Describes elements by what they allow, with the schema's own namespace masked.</summary>
    private sealed class Shapes(SchemaIndex index, string self, bool isDeep)
    {
        private readonly HashSet<XmlName> _open = [];

        public string Describe(ElementModel element) => $"{Mask(element.Name)}={Describe(element.Type)}";

        public string Describe(SimpleTypeModel type)
        {
            IEnumerable<TypeReference> item = type.Item is { } one ? [one] : [];
            var parts = type.Members.Concat(item).Select(Describe);
            return $"{type.Lexical} {type.Facets} {Sorted("|", type.Values.Select(v => v.Text))} {Sorted("|", parts)}";
        }

        public string Describe(ComplexTypeModel type)
        {
            if (type.Name is { } name && !_open.Add(name))
            {
                return Mask(name);
            }

            var content = type.SimpleContent is { } simple ? Describe(simple) : Describe(type.Particle);
            var attributes = type.Attributes.Select(a => $"@{Mask(a.Name)}{(a.Required ? "!" : string.Empty)}:{Describe(a.Type)}");
            if (type.Name is { } done)
            {
                _open.Remove(done);
            }

            return $"{type.Content}({content} {Sorted(" ", attributes)})";
        }

        private string Mask(XmlName name) => name.Namespace == self ? name.LocalName : name.ToString();

        private string Describe(TypeReference type)
        {
            if (type.Name is { } named && !isDeep)
            {
                return Mask(named);
            }

            if (index.Complex(type) is { } complex)
            {
                return Describe(complex);
            }

            var simple = type.Simple ?? (type.Name is { } name ? index.SimpleType(name) : null);
            return simple is null ? type.Name?.ToString() ?? "any" : Describe(simple);
        }

        private string Describe(ParticleModel? particle) => particle switch
        {
            null => string.Empty,
            ElementParticle element => Describe(element.Element) + Range(particle),
            GroupParticle { Min: 1, Max: 1, Parts.Count: 1 } group => Describe(group.Parts[0]),
            GroupParticle { IsChoice: true } group => $"choice[{Sorted(", ", group.Parts.Select(Describe))}]{Range(particle)}",
            GroupParticle group => $"all[{string.Join(", ", group.Parts.Select(Describe))}]{Range(particle)}",
            _ => "*" + Range(particle),
        };

        // Sorted, because the order is not significant.
        private static string Sorted(string separator, IEnumerable<string> parts) => string.Join(separator, parts.OrderBy(p => p, StringComparer.Ordinal));

        private static string Range(ParticleModel particle) =>
            string.Format(CultureInfo.InvariantCulture, "{{{0},{1}}}", particle.Min, particle.Max);
    }
}
