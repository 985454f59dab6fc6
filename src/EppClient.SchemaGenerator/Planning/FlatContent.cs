using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Planning;

/// <summary>A content model as a list of elements in the order in which they are written, with the choices among them.</summary>
internal sealed class FlatContent
{
    private readonly List<FlatItem> _items = [];
    private readonly List<FlatChoice> _choices = [];

    private FlatContent()
    {
    }

    public IReadOnlyList<FlatItem> Items => _items;

    public IReadOnlyList<FlatChoice> Choices => _choices;

    /// <summary>What cannot be expressed as properties; null where all can.</summary>
    public string? Unsupported { get; private set; }

    /// <summary>Whether the whole content is one choice.</summary>
    public bool IsUnion { get; private set; }

    public static FlatContent Of(ParticleModel? particle)
    {
        var content = new FlatContent();
        if (particle is not null && RepeatsTogether(particle))
        {
            // Lists for each of its parts would lose which belongs to which, so the elements stay as they are, in their order.
            content.AddItem(new FlatItem(null, CanBeEmpty(particle) ? 0 : 1, ParticleModel.Unbounded), inChoice: false);
        }
        else if (particle is not null)
        {
            content.Add(particle, optional: false, most: 1, inChoice: false);
            content.IsUnion = Innermost(particle) is GroupParticle { IsChoice: true, Min: 1, Max: 1, Parts.Count: > 1 }
                && content.Choices.Count == 1
                && content.Choices[0].Branches.All(b => b.Count == 1);
        }

        return content;
    }

    private static bool RepeatsTogether(ParticleModel particle) => particle is GroupParticle group
        && ((group.Max > 1 && !group.IsChoice && group.Parts.Count > 1) || group.Parts.Any(RepeatsTogether));

    private static ParticleModel Innermost(ParticleModel particle) =>
        particle is GroupParticle { Min: 1, Max: 1, Parts.Count: 1 } group ? Innermost(group.Parts[0]) : particle;

    private static bool CanBeEmpty(ParticleModel particle) => particle.Min == 0 || particle switch
    {
        GroupParticle { IsChoice: true } choice => choice.Parts.Any(CanBeEmpty),
        GroupParticle sequence => sequence.Parts.All(CanBeEmpty),
        _ => false,
    };

    private static int Times(int a, int b) => (int)Math.Min((long)a * b, ParticleModel.Unbounded);

    private void Add(ParticleModel particle, bool optional, int most, bool inChoice)
    {
        switch (particle)
        {
            case GroupParticle group:
                AddGroup(group, optional, most, inChoice);
                break;
            case ElementParticle { Element: var element }:
                AddItem(new FlatItem(element, optional ? 0 : particle.Min, Times(particle.Max, most)), inChoice);
                break;
            default:
                AddItem(new FlatItem(null, optional ? 0 : particle.Min, Times(particle.Max, most)), inChoice);
                break;
        }
    }

    private void AddGroup(GroupParticle group, bool optional, int most, bool inChoice)
    {
        var isChoice = group.IsChoice && group.Parts.Count > 1;
        var branches = new List<IReadOnlyList<int>>();
        foreach (var part in group.Parts)
        {
            var before = _items.Count;
            Add(part, optional || isChoice || group.Min == 0, Times(most, group.Max), inChoice || isChoice);
            branches.Add([.. Enumerable.Range(before, _items.Count - before)]);
        }

        // A branch without places of its own shares its elements with another one, and cannot be told from it.
        if (isChoice && group.Max == 1 && branches.TrueForAll(b => b.Count > 0))
        {
            _choices.Add(new FlatChoice(!optional && !CanBeEmpty(group), branches));
        }
    }

    private void AddItem(FlatItem item, bool inChoice)
    {
        var twin = item.Element is null
            ? _items.FindIndex(i => i.Element is null)
            : _items.FindIndex(i => i.Element?.Name == item.Element.Name);
        if (twin < 0)
        {
            _items.Add(item);
        }
        else if (inChoice && _items[twin].Element?.Type == item.Element?.Type)
        {
            _items[twin] = new FlatItem(item.Element, 0, Math.Max(item.Max, _items[twin].Max));
        }
        else
        {
            Unsupported ??= item.Element is { } element ? $"the element '{element.Name.LocalName}' in two places" : "two wildcards";
        }
    }
}

/// <summary>An element, or a wildcard where <paramref name="Element"/> is null.</summary>
internal sealed record FlatItem(ElementModel? Element, int Min, int Max);

/// <summary>A choice; each branch lists the places of its items.</summary>
internal sealed record FlatChoice(bool Required, IReadOnlyList<IReadOnlyList<int>> Branches);
