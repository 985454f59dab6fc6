namespace EppClient.Commands;

/// <summary>Finds items in responses to check commands. An item whose name cannot be read is skipped, so that it does not make the others unusable.</summary>
internal static class CheckItems
{
    /// <summary>Finds the item of a domain or host, whose name may be in any form.</summary>
    public static T? FindByName<T>(IEnumerable<T> items, Func<T, string> read, string name)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(name);
        var normalized = EppDomainName.Normalize(name);
        return items.FirstOrDefault(item => ReadOrNull(item, read) is { } shown && EppDomainName.Normalize(shown) == normalized);
    }

    /// <summary>Finds the item of an identifier, in any case.</summary>
    public static T? FindById<T>(IEnumerable<T> items, Func<T, string> read, string id)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(id);
        return items.FirstOrDefault(item => string.Equals(ReadOrNull(item, read), id, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Reads the name of an item; null if it cannot be read.</summary>
    public static string? ReadOrNull<T>(T item, Func<T, string> read)
    {
        try
        {
            return read(item);
        }
        catch (EppUnreadableMemberException)
        {
            return null;
        }
    }
}
