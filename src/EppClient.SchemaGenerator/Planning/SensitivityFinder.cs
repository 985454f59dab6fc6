using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Planning;

/// <summary>Finds the elements whose content must never be shown.</summary>
internal static class SensitivityFinder
{
    public static Dictionary<string, Notes> Find(NamespaceModel schema, SchemaIndex index)
    {
        var found = new Dictionary<string, Notes>(StringComparer.Ordinal);
        foreach (var element in Elements(schema))
        {
            var notes = element.Notes.Hidden ? element.Notes : index.Complex(element.Type)?.ValueNotes;
            if (notes is { Hidden: true } && (!found.TryGetValue(element.Name.LocalName, out var known) || !known.Secret))
            {
                found[element.Name.LocalName] = notes;
            }
        }

        return found;
    }

    /// <summary>All elements that a schema declares, global and local.</summary>
    public static IEnumerable<ElementModel> Elements(NamespaceModel schema) =>
        schema.Elements.SelectMany(WithLocals).Concat(schema.ComplexTypes.SelectMany(type => Within(type.Particle)));

    private static IEnumerable<ElementModel> WithLocals(ElementModel element) => new[] { element }.Concat(Within(element.Type.Complex?.Particle));

    private static IEnumerable<ElementModel> Within(ParticleModel? particle) => particle switch
    {
        ElementParticle { Element: { IsReference: false } element } => WithLocals(element),
        GroupParticle group => group.Parts.SelectMany(Within),
        _ => [],
    };
}
