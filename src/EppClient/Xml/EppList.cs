using System.Collections;

namespace EppClient.Xml;

/// <summary>Makes the lists that generated records hold: copies that nobody can change, equal when their items are.</summary>
public static class EppList
{
    /// <summary>Takes a copy of the items.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="items">The items; null for none.</param>
    public static IReadOnlyList<T> Of<T>(IReadOnlyList<T>? items) => items switch
    {
        null or { Count: 0 } => ValueList<T>.Empty,
        ValueList<T> list => list,
        _ => new ValueList<T>([.. items]),
    };

    /// <summary>Adds an item that was read.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="items">The items; null for none yet.</param>
    /// <param name="item">The next; null for one that cannot be read.</param>
    public static void Add<T>(ref List<T>? items, T? item)
        where T : class
    {
        if (item is not null)
        {
            (items ??= []).Add(item);
        }
    }

    /// <inheritdoc cref="Add{T}(ref List{T}, T)"/>
    public static void Add<T>(ref List<T>? items, T? item)
        where T : struct
    {
        if (item is { } read)
        {
            (items ??= []).Add(read);
        }
    }

    private sealed class ValueList<T>(T[] items) : IReadOnlyList<T>, IEquatable<ValueList<T>>
    {
        public static readonly ValueList<T> Empty = new([]);

        public int Count => items.Length;

        public T this[int index] => items[index];

        public bool Equals(ValueList<T>? other) => other is not null && items.AsSpan().SequenceEqual(other.AsSpan());

        public override bool Equals(object? obj) => Equals(obj as ValueList<T>);

        public override int GetHashCode()
        {
            var hash = default(HashCode);
            foreach (var item in items)
            {
                hash.Add(item);
            }

            return hash.ToHashCode();
        }

        public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        public override string ToString() => $"[{string.Join(", ", items)}]";

        private ReadOnlySpan<T> AsSpan() => items;
    }
}
