using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Planning;

/// <summary>
/// A content model as the members of a record: elements in the order in which they are written, wildcards, and parts. Parts are groups that become separate
/// records, because they repeat as a whole or are one of several branches.
/// </summary>
internal sealed class FlatContent
{
    private static readonly WildcardParticle Anything = new(0, ParticleModel.Unbounded, IsSkipped: false, IsOther: false);

    private readonly List<FlatItem> _items = [];
    private readonly List<FlatChoice> _choices = [];
    private readonly List<FlatSequence> _sequences = [];
    private int _order;

    private FlatContent()
    {
    }

    public IReadOnlyList<FlatItem> Items => _items;

    /// <summary>Choices whose branches became items.</summary>
    public IReadOnlyList<FlatChoice> Choices => _choices;

    /// <summary>Optional sequences whose parts became items.</summary>
    public IReadOnlyList<FlatSequence> Sequences => _sequences;

    /// <summary>Whether the whole content is one choice; then each item is a branch.</summary>
    public bool IsUnion { get; private set; }

    /// <summary>For a union: whether a branch is required.</summary>
    public bool IsRequired { get; private set; }

    /// <summary>Whether a part of the content remains a list of elements with any name.</summary>
    public bool IsWeak => _items.Exists(i => ReferenceEquals(i.Particle, Anything));

    /// <summary>The content of a type. A type with attributes is never a union, because they are not part of the choice.</summary>
    public static FlatContent Of(ComplexTypeModel type) => Of(type.IsAbstract ? null : type.Particle, mayBeUnion: type.Attributes.Count == 0 && !type.KeepsAttributes);

    /// <summary>The content of a part.</summary>
    public static FlatContent Of(GroupParticle part) => Of(part with { Min = 1, Max = 1 }, mayBeUnion: true);

    private static FlatContent Of(ParticleModel? particle, bool mayBeUnion)
    {
        var content = new FlatContent();
        switch (ParticleSimplifier.Simplify(particle))
        {
            case GroupParticle { IsChoice: true, Max: 1, Notes.Flat: false } choice when mayBeUnion:
                content.IsUnion = true;
                content.IsRequired = !ParticleSimplifier.CanBeEmpty(choice);
                content._items.AddRange(choice.Parts.Select(Branch));
                break;
            case GroupParticle { IsChoice: false, Max: 1 } sequence:
                content.AddSequence(sequence, sequence.Min == 0);
                break;
            case { } other:
                content.Add(other, optional: false);
                break;
        }

        return content;
    }

    private static FlatItem Branch(ParticleModel branch) => branch switch
    {
        GroupParticle group => PartOf(group, optional: true),
        _ => new FlatItem(branch, 0, branch.Max),
    };

    private static FlatItem PartOf(GroupParticle group, bool optional) => IsReadable(group)
        ? new FlatItem(group, optional || ParticleSimplifier.CanBeEmpty(group) ? 0 : group.Min, group.Max)
        : new FlatItem(Anything, 0, ParticleModel.Unbounded);

    /// <summary>
    /// If a repeating group contains a wildcard for any name, its occurrences cannot be separated, so the elements remain one list in their order.
    /// </summary>
    private static bool IsReadable(GroupParticle group) => group.Max == 1 || group.IsChoice || group.Parts.All(IsStated);

    private static bool IsStated(ParticleModel particle) => particle switch
    {
        WildcardParticle wildcard => wildcard.IsOther,
        GroupParticle group => group.Parts.All(IsStated),
        _ => true,
    };

    private void AddSequence(GroupParticle sequence, bool optional)
    {
        var (first, order) = (_items.Count, _order);
        foreach (var part in sequence.Parts)
        {
            _order = sequence.IsUnordered ? order : _order;
            Add(part, optional);
        }

        var required = sequence.Parts.OfType<ElementParticle>().Where(p => p.Min > 0).Select(p => p.Element.Name).ToList();
        var all = Enumerable.Range(first, _items.Count - first).ToList();
        if (optional && required.Count > 0 && all.Count > 1)
        {
            _sequences.Add(new FlatSequence(all, [.. all.Where(i => _items[i].Element is { } element && required.Contains(element.Name))]));
        }
    }

    private void Add(ParticleModel particle, bool optional)
    {
        switch (particle)
        {
            case GroupParticle { IsChoice: true, Max: 1, Notes.Flat: true } choice:
                AddFlat(choice, optional);
                break;
            case GroupParticle { IsChoice: false, Max: 1 } sequence:
                AddSequence(sequence, optional || sequence.Min == 0);
                break;
            case GroupParticle group:
                _items.Add(PartOf(group, optional) with { Order = _order++ });
                break;
            default:
                _items.Add(new FlatItem(particle, optional ? 0 : particle.Min, particle.Max) { Order = _order++ });
                break;
        }
    }

    private void AddFlat(GroupParticle choice, bool optional)
    {
        var branches = new List<IReadOnlyList<int>>();
        foreach (var part in choice.Parts)
        {
            var before = _items.Count;
            Add(part, optional: true);
            branches.Add([.. Enumerable.Range(before, _items.Count - before)]);
        }

        _choices.Add(new FlatChoice(!optional && !ParticleSimplifier.CanBeEmpty(choice), branches));
    }
}

/// <summary>An element, a wildcard or a part.</summary>
/// <param name="Particle">The particle.</param>
/// <param name="Min">The minimum number of occurrences.</param>
/// <param name="Max">The maximum number of occurrences.</param>
internal sealed record FlatItem(ParticleModel Particle, int Min, int Max)
{
    /// <summary>The position in the order of the schema; several items have the same if the order is free.</summary>
    public int Order { get; init; }

    public ElementModel? Element => (Particle as ElementParticle)?.Element;

    public WildcardParticle? Wildcard => Particle as WildcardParticle;

    public GroupParticle? Part => Particle as GroupParticle;

    /// <summary>The elements that can occur here.</summary>
    public IEnumerable<XmlName> Names => NamesIn(Particle).Distinct();

    private static IEnumerable<XmlName> NamesIn(ParticleModel particle) => particle switch
    {
        ElementParticle { Element: var element } => [element.Name],
        GroupParticle group => group.Parts.SelectMany(NamesIn),
        _ => [],
    };
}

/// <summary>A choice; each branch lists the positions of its items.</summary>
internal sealed record FlatChoice(bool Required, IReadOnlyList<IReadOnlyList<int>> Branches);

/// <summary>An optional sequence: if one of its items is present, the required ones must be.</summary>
internal sealed record FlatSequence(IReadOnlyList<int> Items, IReadOnlyList<int> Required);
