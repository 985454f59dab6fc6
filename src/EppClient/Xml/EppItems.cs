using System.Collections;
using System.ComponentModel;

namespace EppClient.Xml;

/// <summary>The items of a list while they are read. For generated code.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <remarks>Nothing is added after the record that holds the list was created. Two lists are equal if their items are.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EppItems<T> : IReadOnlyList<T>, IEquatable<EppItems<T>>
{
    private const int Capacity = 4;

    internal static readonly EppItems<T> Empty = new();

    // Most lists have one item, which requires no array.
    private T? _first;
    private T[] _others = [];

    internal EppItems()
    {
    }

    /// <inheritdoc/>
    public int Count { get; private set; }

    /// <inheritdoc/>
    public T this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            return index == 0 ? _first! : _others[index - 1];
        }
    }

    /// <inheritdoc/>
    public bool Equals(EppItems<T>? other)
    {
        if (other is null || other.Count != Count)
        {
            return false;
        }

        for (var i = 0; i < Count; i++)
        {
            if (!EqualityComparer<T>.Default.Equals(this[i], other[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as EppItems<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var item in this)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => Count == 0 ? Enumerable.Empty<T>().GetEnumerator() : Enumerate();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Returns the items as text.</summary>
    public override string ToString() => $"[{string.Join(", ", this)}]";

    internal void Add(T item)
    {
        if (Count == 0)
        {
            _first = item;
        }
        else
        {
            if (Count > _others.Length)
            {
                Array.Resize(ref _others, Math.Max(Capacity, _others.Length * 2));
            }

            _others[Count - 1] = item;
        }

        Count++;
    }

    private IEnumerator<T> Enumerate()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }
}
