using System.Globalization;

namespace EppClient.SchemaGenerator.Schema;

/// <summary>Finds what the newest version of a schema has and an older one lacks or shapes otherwise.</summary>
internal static class VersionComparer
{
    public static OlderVersion Compare(
        NamespaceModel older, IEnumerable<NamespaceModel> olderSet, NamespaceModel newest, IEnumerable<NamespaceModel> newestSet)
    {
        var olderShapes = new Shapes(new SchemaIndex(olderSet), older.Uri);
        var newestShapes = new Shapes(new SchemaIndex(newestSet), newest.Uri);
        var known = older.Elements.ToDictionary(e => e.Name.LocalName, olderShapes.Describe, StringComparer.Ordinal);
        var missing = newest.Elements
            .Where(e => !known.TryGetValue(e.Name.LocalName, out var shape) || shape != newestShapes.Describe(e))
            .Select(e => e.Name.LocalName)
            .OrderBy(n => n, StringComparer.Ordinal);
        return new OlderVersion(older.Uri, newest.Uri, missing.ToEquatableArray());
    }

    /// <summary>Describes elements by what they allow, with the schema's own namespace masked.</summary>
    private sealed class Shapes(SchemaIndex index, string self)
    {
        private readonly HashSet<XmlName> _open = [];

        public string Describe(ElementModel element) => $"{Mask(element.Name)}={Describe(element.Type)}";

        private string Mask(XmlName name) => name.Namespace == self ? name.LocalName : name.ToString();

        private string Describe(TypeReference type)
        {
            if (index.Complex(type) is { } complex)
            {
                return Describe(complex);
            }

            var simple = type.Simple ?? (type.Name is { } name ? index.SimpleType(name) : null);
            return simple is null
                ? type.Name?.ToString() ?? "any"
                : Describe(simple);
        }

        private string Describe(SimpleTypeModel type)
        {
            var parts = type.Members.Concat(type.Item is { } item ? [item] : []).Select(Describe);
            return $"{type.Lexical} {type.Facets} {string.Join("|", type.Values.Select(v => v.Text))} {string.Join("|", parts)}";
        }

        private string Describe(ComplexTypeModel type)
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

            return $"{type.Content}({content} {string.Join(" ", attributes)})";
        }

        private string Describe(ParticleModel? particle) => particle switch
        {
            null => string.Empty,
            ElementParticle element => Describe(element.Element) + Range(particle),
            GroupParticle group => $"{(group.IsChoice ? "choice" : "all")}[{string.Join(", ", group.Parts.Select(Describe))}]{Range(particle)}",
            _ => "*" + Range(particle),
        };

        private static string Range(ParticleModel particle) =>
            string.Format(CultureInfo.InvariantCulture, "{{{0},{1}}}", particle.Min, particle.Max);
    }
}
