namespace EppClient.Xml;

/// <summary>Finds elements among siblings, such as those of <c>extension</c>.</summary>
public static class EppElements
{
    /// <summary>The first element of a type; null where there is none.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="elements">The siblings.</param>
    public static T? First<T>(IReadOnlyList<IEppElement> elements)
        where T : class, IEppElement => elements.OfType<T>().FirstOrDefault();

    /// <summary>All elements of a type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="elements">The siblings.</param>
    public static IReadOnlyList<T> All<T>(IReadOnlyList<IEppElement> elements)
        where T : class, IEppElement => [.. elements.OfType<T>()];

    /// <summary>The text of the first element of that name; null where there is none.</summary>
    /// <param name="elements">The siblings.</param>
    /// <param name="namespaceUri">The canonical namespace.</param>
    /// <param name="localName">The element.</param>
    public static string? Text(IReadOnlyList<IEppElement> elements, string namespaceUri, string localName) =>
        Named<string>(elements, namespaceUri, localName).FirstOrDefault()?.Value;

    /// <summary>The value of the first element of that name; null where there is none.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="elements">The siblings.</param>
    /// <param name="namespaceUri">The canonical namespace.</param>
    /// <param name="localName">The element.</param>
    public static T? Value<T>(IReadOnlyList<IEppElement> elements, string namespaceUri, string localName)
        where T : struct => Named<T>(elements, namespaceUri, localName).FirstOrDefault()?.Value;

    /// <summary>The values of all elements of that name.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="elements">The siblings.</param>
    /// <param name="namespaceUri">The canonical namespace.</param>
    /// <param name="localName">The element.</param>
    public static IReadOnlyList<T> Values<T>(IReadOnlyList<IEppElement> elements, string namespaceUri, string localName)
        where T : notnull => [.. Named<T>(elements, namespaceUri, localName).Select(e => e.Value)];

    /// <summary>Whether there is an element of one of the names.</summary>
    /// <param name="elements">The siblings.</param>
    /// <param name="namespaceUri">The canonical namespace.</param>
    /// <param name="localNames">The names.</param>
    public static bool ContainsAny(IReadOnlyList<IEppElement> elements, string namespaceUri, params ReadOnlySpan<string> localNames)
    {
        foreach (var element in elements)
        {
            if (element.NamespaceUri == namespaceUri && localNames.Contains(element.LocalName))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<EppValueElement<T>> Named<T>(IReadOnlyList<IEppElement> elements, string namespaceUri, string localName)
        where T : notnull => elements.OfType<EppValueElement<T>>().Where(e => e.LocalName == localName && e.NamespaceUri == namespaceUri);
}

/// <summary>What an element is part of, as far as it tells whether its content may be shown where no schema does.</summary>
/// <param name="NamespaceUri">The canonical namespace of the closest element that has one of its own, which neither EPP nor no namespace is; null for none.</param>
/// <param name="IsContact">Whether it is part of a contact.</param>
internal readonly record struct EppElementScope(string? NamespaceUri, bool IsContact)
{
    /// <summary>Whether a namespace speaks of contacts, by its name.</summary>
    public static bool IsOfContacts(string namespaceUri) => namespaceUri.Contains("contact", StringComparison.OrdinalIgnoreCase);

    /// <summary>What the children of an element are part of.</summary>
    /// <param name="namespaceUri">The canonical namespace of the element.</param>
    /// <param name="localName">Its name.</param>
    public EppElementScope Within(string namespaceUri, string localName) => new(
        namespaceUri is "" or EppNamespaces.Epp ? NamespaceUri : namespaceUri,
        IsContact || SensitiveNames.IsContact(localName) || IsOfContacts(namespaceUri));
}
