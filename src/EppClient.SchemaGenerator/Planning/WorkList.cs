using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Planning;

/// <summary>The types that planned members need.</summary>
internal sealed class WorkList
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Queue<NeededRecord> _records = [];
    private readonly Queue<NeededPart> _parts = [];
    private readonly List<NeededInterface> _interfaces = [];
    private readonly List<NeededEnumeration> _enumerations = [];
    private readonly List<DescriptorPlan> _descriptors = [];

    public IReadOnlyList<NeededEnumeration> Enumerations => _enumerations;

    public IReadOnlyList<NeededInterface> Interfaces => _interfaces;

    public void AddRecord(ClrType type, ComplexTypeModel model)
    {
        if (!type.IsProvided && _seen.Add(type.FullName))
        {
            _records.Enqueue(new NeededRecord(type, model));
        }
    }

    public void AddPart(ClrType type, GroupParticle part) => _parts.Enqueue(new NeededPart(type, part));

    /// <summary>Adds the interface of an abstract type.</summary>
    /// <returns>Whether it is new.</returns>
    public bool AddInterface(ClrType type, ComplexTypeModel model, EquatableArray<DerivedPlan> derived)
    {
        var isNew = !type.IsProvided && _seen.Add(type.FullName);
        if (isNew)
        {
            _interfaces.Add(new NeededInterface(type, model, derived));
        }

        return isNew;
    }

    public void AddEnumeration(ClrType type, SimpleTypeModel model)
    {
        if (!type.IsProvided && _seen.Add(type.FullName))
        {
            _enumerations.Add(new NeededEnumeration(type, model));
        }
    }

    /// <summary>Adds the descriptor of an anonymous simple type to the record that is being planned.</summary>
    /// <returns>The expression for the descriptor.</returns>
    public string AddDescriptor(DescriptorPlan descriptor)
    {
        _descriptors.Add(descriptor);
        return descriptor.Field;
    }

    public EquatableArray<DescriptorPlan> TakeDescriptors()
    {
        var taken = _descriptors.ToEquatableArray();
        _descriptors.Clear();
        return taken;
    }

    public bool TryTakePart(out NeededPart part)
    {
        var any = _parts.Count > 0;
        part = any ? _parts.Dequeue() : null!;
        return any;
    }

    public bool TryTake(out NeededRecord record)
    {
        var any = _records.Count > 0;
        record = any ? _records.Dequeue() : null!;
        return any;
    }
}

/// <summary>A record to plan for a complex type.</summary>
internal sealed record NeededRecord(ClrType Type, ComplexTypeModel Model);

/// <summary>A record to plan for sibling elements.</summary>
internal sealed record NeededPart(ClrType Type, GroupParticle Part);

/// <summary>An interface to plan for an abstract type.</summary>
internal sealed record NeededInterface(ClrType Type, ComplexTypeModel Model, EquatableArray<DerivedPlan> Derived);

/// <summary>An enumeration to plan.</summary>
internal sealed record NeededEnumeration(ClrType Type, SimpleTypeModel Model);
