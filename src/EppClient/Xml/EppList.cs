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
        _ => new EppItems<T>([.. items]),
    };

    /// <summary>Adds an item that was read.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="items">The items; null for none yet.</param>
    /// <param name="item">The next; null for one that cannot be read.</param>
    public static void Add<T>(ref EppItems<T>? items, T? item)
        where T : class
    {
        if (item is not null)
        {
            Append(ref items, item);
        }
    }

    /// <inheritdoc cref="Add{T}(ref EppItems{T}, T)"/>
    public static void Add<T>(ref EppItems<T>? items, T? item)
        where T : struct
    {
        if (item is { } read)
        {
            Append(ref items, read);
        }
    }

    // Most lists have one item.
    private static void Append<T>(ref EppItems<T>? items, T item)
    {
        if (items is null)
        {
            items = new EppItems<T>([item]);
        }
        else
        {
            items.Add(item);
        }
    }
}
