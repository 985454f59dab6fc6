using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Planning;

/// <summary>Removes redundant groups from a content model: groups of one part, sequences in sequences, choices in choices.</summary>
internal static class ParticleSimplifier
{
    /// <summary>Returns the same content with fewer groups; null if it is always empty.</summary>
    public static ParticleModel? Simplify(ParticleModel? particle)
    {
        if (particle is null or { Max: 0 })
        {
            return null;
        }

        return particle is GroupParticle group ? Simplify(group) : particle;
    }

    public static bool CanBeEmpty(ParticleModel particle) => particle.Min == 0 || particle switch
    {
        GroupParticle { IsChoice: true } choice => choice.Parts.Any(CanBeEmpty),
        GroupParticle sequence => sequence.Parts.All(CanBeEmpty),
        _ => false,
    };

    private static ParticleModel? Simplify(GroupParticle group)
    {
        var simplified = group.Parts.Select(Simplify).OfType<ParticleModel>();
        var parts = (group.IsChoice ? Branches(simplified, group) : Spliced(simplified)).ToList();
        if (group.IsChoice && parts.Exists(p => p.Min == 0))
        {
            group = group with { Min = 0 };
        }

        if (group is { IsChoice: true, Max: ParticleModel.Unbounded })
        {
            // A branch that repeats as often as the choice itself is equivalent to repeated occurrences of the choice.
            parts = [.. parts.Select(p => p with { Min = 1, Max = 1 })];
        }

        return parts.Count switch
        {
            0 => null,
            1 => Merge(group, parts[0]),
            _ => group with { Parts = parts.ToEquatableArray() },
        };
    }

    private static IEnumerable<ParticleModel> Spliced(IEnumerable<ParticleModel> parts) =>
        parts.SelectMany(p => p is GroupParticle { IsChoice: false, IsUnordered: false, Min: 1, Max: 1 } inner ? inner.Parts : [p]);

    private static IEnumerable<ParticleModel> Branches(IEnumerable<ParticleModel> parts, GroupParticle group) =>
        parts.SelectMany(p => p is GroupParticle { IsChoice: true } inner && (inner.Max == 1 || group.Max == ParticleModel.Unbounded)
            ? inner.Min == 0 ? inner.Parts.Select(b => b with { Min = 0 }) : inner.Parts
            : [p]);

    private static ParticleModel Merge(GroupParticle group, ParticleModel part)
    {
        var merged = part with { Min = Times(group.Min, part.Min), Max = Times(group.Max, part.Max) };
        return merged is GroupParticle inner && inner.Notes == Notes.None ? inner with { Notes = group.Notes } : merged;
    }

    private static int Times(int a, int b) => (int)Math.Min((long)a * b, ParticleModel.Unbounded);
}
