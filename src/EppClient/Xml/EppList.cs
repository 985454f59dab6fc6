using System.ComponentModel;

namespace EppClient.Xml;

/// <summary>Creates the lists of generated records: immutable copies, which are equal if their items are.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EppList
{
    /// <summary>Copies the items.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="items">The items; null for none.</param>
    public static IReadOnlyList<T> Of<T>(IReadOnlyList<T>? items) => items switch
    {
        null or { Count: 0 } => EppItems<T>.Empty,
        EppItems<T> list => list,
        _ => CopyOf(items),
    };

    /// <summary>Returns an empty list.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    public static IReadOnlyList<T> Empty<T>() => EppItems<T>.Empty;

    /// <summary>Adds an item that was read.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="items">The list; null if it has no items yet.</param>
    /// <param name="item">The item; null if it cannot be read.</param>
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
