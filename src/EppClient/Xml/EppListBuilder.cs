namespace EppClient.Xml;

/// <summary>Collects the items of a list that usually has one item.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
internal struct EppListBuilder<T>
    where T : class
{
    private T? _first;
    private List<T>? _all;

    /// <summary>Adds an item.</summary>
    /// <param name="item">The item.</param>
    public void Add(T item)
    {
        if (_first is null)
        {
            _first = item;
        }
        else
        {
            (_all ??= [_first]).Add(item);
        }
    }

    /// <summary>The items so far.</summary>
    public readonly IReadOnlyList<T> ToList() => _all ?? (_first is null ? [] : (IReadOnlyList<T>)[_first]);
}
