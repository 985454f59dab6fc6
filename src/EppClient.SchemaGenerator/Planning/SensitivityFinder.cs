using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Planning;

/// <summary>Finds the elements whose content must never be shown.</summary>
internal static class SensitivityFinder
{
    public static Dictionary<string, Notes> Find(NamespaceModel schema, SchemaIndex index)
    {
        var found = new Dictionary<string, Notes>(StringComparer.Ordinal);
        foreach (var element in schema.Elements)
        {
            Add(element);
            AddAll(element.Type.Complex?.Particle);
        }

        foreach (var type in schema.ComplexTypes)
        {
            AddAll(type.Particle);
        }

        return found;

        void AddAll(ParticleModel? particle)
        {
            switch (particle)
            {
                case ElementParticle { Element: { IsReference: false } element }:
                    Add(element);
                    AddAll(element.Type.Complex?.Particle);
                    break;
                case GroupParticle group:
                    foreach (var part in group.Parts)
                    {
                        AddAll(part);
                    }

                    break;
            }
        }

        void Add(ElementModel element)
        {
            var notes = element.Notes.Hidden ? element.Notes : index.Complex(element.Type)?.ValueNotes;
            if (notes is { Hidden: true } && (!found.TryGetValue(element.Name.LocalName, out var known) || !known.Secret))
            {
                found[element.Name.LocalName] = notes;
            }
        }
    }
}
