namespace EppClient.Xml;

/// <summary>Makes the lists that generated records hold: copies that nobody can change, equal when their items are.</summary>
public static class EppList
{
    /// <summary>Takes a copy of the items.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="items">The items; null for none.</param>
    public static IReadOnlyList<T> Of<T>(IReadOnlyList<T>? items) => items switch
    {
        null or { Count: 0 } => EppItems<T>.Empty,
        EppItems<T> list => list,
        _ => CopyOf(items),
    };

    /// <summary>The list without items.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    public static IReadOnlyList<T> Empty<T>() => EppItems<T>.Empty;

    /// <summary>Adds an item that was read.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="items">The items; null for none yet.</param>
    /// <param name="item">The next; null for one that cannot be read.</param>
    public static void Add<T>(ref EppItems<T>? items, T? item)
        where T : class
    {
        if (item is not null)
        {
            (items ??= new()).Add(item);
        }
    }

    /// <inheritdoc cref="Add{T}(ref EppItems{T}, T)"/>
    public static void Add<T>(ref EppItems<T>? items, T? item)
        where T : struct
    {
        if (item is { } read)
        {
            (items ??= new()).Add(read);
        }
    }

    private static EppItems<T> CopyOf<T>(IReadOnlyList<T> items)
    {
        EppItems<T> copy = new();
        for (var i = 0; i < items.Count; i++)
        {
            copy.Add(items[i]);
        }

        return copy;
    }
}
