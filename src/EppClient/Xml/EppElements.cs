using System.ComponentModel;

namespace EppClient.Xml;

/// <summary>Finds elements among siblings, such as those of <c>extension</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EppElements
{
    /// <summary>Returns the first element of a type; null if there is none.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="elements">The siblings.</param>
    public static T? First<T>(IReadOnlyList<IEppElement> elements)
        where T : class, IEppElement => elements.OfType<T>().FirstOrDefault();

    /// <summary>Returns all elements of a type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="elements">The siblings.</param>
    public static IReadOnlyList<T> All<T>(IReadOnlyList<IEppElement> elements)
        where T : class, IEppElement => [.. elements.OfType<T>()];

    /// <summary>Returns the text of the first element with a name; null if there is none.</summary>
    /// <param name="elements">The siblings.</param>
    /// <param name="namespaceUri">The canonical namespace.</param>
    /// <param name="localName">The name of the element.</param>
    public static string? Text(IReadOnlyList<IEppElement> elements, string namespaceUri, string localName) =>
        Named<string>(elements, namespaceUri, localName).FirstOrDefault()?.Value;

    /// <summary>Returns the value of the first element with a name; null if there is none.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="elements">The siblings.</param>
    /// <param name="namespaceUri">The canonical namespace.</param>
    /// <param name="localName">The name of the element.</param>
    public static T? Value<T>(IReadOnlyList<IEppElement> elements, string namespaceUri, string localName)
        where T : struct => Named<T>(elements, namespaceUri, localName).FirstOrDefault()?.Value;

    /// <summary>Returns the values of all elements with a name.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="elements">The siblings.</param>
    /// <param name="namespaceUri">The canonical namespace.</param>
    /// <param name="localName">The name of the element.</param>
    public static IReadOnlyList<T> Values<T>(IReadOnlyList<IEppElement> elements, string namespaceUri, string localName)
        where T : notnull => [.. Named<T>(elements, namespaceUri, localName).Select(e => e.Value)];

    /// <summary>Whether there is an element with one of the names.</summary>
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

/// <summary>The context of an element, which decides whether its content may be shown if no schema declares it.</summary>
/// <param name="NamespaceUri">The canonical namespace of the closest enclosing element with a namespace other than that of EPP; null for none.</param>
/// <param name="IsContact">Whether it is part of a contact.</param>
internal readonly record struct EppElementScope(string? NamespaceUri, bool IsContact)
{
    /// <summary>Whether the name of a namespace refers to contacts.</summary>
    public static bool IsOfContacts(string namespaceUri) => namespaceUri.Contains("contact", StringComparison.OrdinalIgnoreCase);

    /// <summary>The context of the children of an element.</summary>
    /// <param name="namespaceUri">The canonical namespace of the element.</param>
    /// <param name="localName">The name of the element.</param>
    public EppElementScope Within(string namespaceUri, string localName) => new(
        namespaceUri is "" or EppNamespaces.Epp ? NamespaceUri : namespaceUri,
        IsContact || SensitiveNames.IsContact(localName) || IsOfContacts(namespaceUri));
}
