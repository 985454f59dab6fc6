using System.Collections;
using System.ComponentModel;

namespace EppClient.Xml;

/// <summary>The items of a list while they are read. For generated code.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <remarks>Nothing is added to it after the record that holds it was created. Two are equal if their items are.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EppItems<T> : IReadOnlyList<T>, IEquatable<EppItems<T>>
{
    private const int Capacity = 4;

    internal static readonly EppItems<T> Empty = new([]);

    private T[] _items;

    internal EppItems(T[] items)
    {
        _items = items;
        Count = items.Length;
    }

    /// <inheritdoc/>
    public int Count { get; private set; }

    /// <inheritdoc/>
    public T this[int index] => AsSpan()[index];

    /// <inheritdoc/>
    public bool Equals(EppItems<T>? other) => other is not null && AsSpan().SequenceEqual(other.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as EppItems<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var item in AsSpan())
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)new ArraySegment<T>(_items, 0, Count)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The items.</summary>
    public override string ToString() => $"[{string.Join(", ", new ArraySegment<T>(_items, 0, Count))}]";

    internal void Add(T item)
    {
        if (Count == _items.Length)
        {
            // Most lists have one item, for which there is just room.
            Array.Resize(ref _items, Math.Max(Capacity, Count * 2));
        }

        _items[Count++] = item;
    }

    private ReadOnlySpan<T> AsSpan() => _items.AsSpan(0, Count);
}
