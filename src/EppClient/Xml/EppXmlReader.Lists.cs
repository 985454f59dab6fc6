using System.Numerics;
using System.Xml;

namespace EppClient.Xml;

/// <content>Reads lists, and names with a prefix that must be resolved.</content>
public sealed partial class EppXmlReader
{
    /// <summary>Reads the items of a list.</summary>
    /// <typeparam name="T">The type of the items, for which the reader must have a method.</typeparam>
    /// <param name="type">The schema type of the list.</param>
    /// <returns>The items; null if one cannot be read.</returns>
    public IReadOnlyList<T>? ReadList<T>(EppSimpleType type)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(type);
        var mark = _reader.Mark;
        if (ReadText(mark) is not { } text)
        {
            return null;
        }

        var items = Items<T>(text, type);
        if (items is null)
        {
            Unreadable(mark, NoList(type));
        }

        return items;
    }

    /// <summary>Reads the items of a list of enumeration values.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="type">The schema type of the list.</param>
    /// <param name="create">Creates an item from its text.</param>
    /// <returns>The items; null if the element contains elements.</returns>
    public IReadOnlyList<T>? ReadList<T>(EppSimpleType type, Func<string, T> create)
        where T : struct, IEppEnumeration
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(create);
        var (mark, name) = (_reader.Mark, _reader.LocalName);
        return ReadText(mark) is { } text ? Items(text, type, create, (this, name), static at => at.Item1._reader.PathBeside(at.name)) : null;
    }

    /// <summary>Returns the items of a list attribute; null if it is absent or an item cannot be read.</summary>
    /// <typeparam name="T">The type of the items, for which the reader must have a method.</typeparam>
    /// <param name="localName">The name of the attribute.</param>
    /// <param name="type">The schema type of the list.</param>
    /// <param name="namespaceUri">The canonical namespace of the attribute; empty for none.</param>
    public IReadOnlyList<T>? ListAttribute<T>(string localName, EppSimpleType type, string namespaceUri = "")
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(type);
        if (RawAttribute(localName, namespaceUri) is not { } text)
        {
            return null;
        }

        var items = Items<T>(text, type);
        if (items is null)
        {
            UnreadableAttribute(localName, namespaceUri, NoList(type), text);
        }

        return items;
    }

    /// <summary>Returns the items of a list attribute with enumeration values; null if it is absent.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="localName">The name of the attribute.</param>
    /// <param name="type">The schema type of the list.</param>
    /// <param name="create">Creates an item from its text.</param>
    /// <param name="namespaceUri">The canonical namespace of the attribute; empty for none.</param>
    public IReadOnlyList<T>? ListAttribute<T>(string localName, EppSimpleType type, Func<string, T> create, string namespaceUri = "")
        where T : struct, IEppEnumeration
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(create);
        return RawAttribute(localName, namespaceUri) is { } text ? Items(text, type, create, (this, localName), static at => at.Item1.AttributePath(at.localName)) : null;
    }

    /// <summary>Reads a qualified name; its prefix is resolved with the declarations of the message.</summary>
    /// <returns>The name; null if the text is not a qualified name, or its prefix is not declared.</returns>
    public EppQualifiedName? ReadQualifiedName()
    {
        var mark = _reader.Mark;
        try
        {
            // The prefixes of the element can be resolved at its end tag, but not after it.
            var name = Qualify(_reader.ReadTextToEnd());
            if (name is not null)
            {
                _reader.Read();
                return name;
            }
        }
        catch (XmlException)
        {
            Unreadable(mark, "The element contains elements where text is expected");
            return null;
        }

        Unreadable(mark, $"The value is not {EppForms.Expected(EppValueForm.QualifiedName)}");
        return null;
    }

    /// <summary>Returns an attribute with a qualified name.</summary>
    /// <param name="localName">The name of the attribute.</param>
    /// <param name="namespaceUri">The canonical namespace of the attribute; empty for none.</param>
    /// <returns>The name; null if there is none, the text is not a qualified name, or its prefix is not declared.</returns>
    public EppQualifiedName? QualifiedNameAttribute(string localName, string namespaceUri = "")
    {
        if (RawAttribute(localName, namespaceUri) is not { } text)
        {
            return null;
        }

        var name = Qualify(text);
        if (name is null)
        {
            UnreadableAttribute(localName, namespaceUri, $"The value is not {EppForms.Expected(EppValueForm.QualifiedName)}", text);
        }

        return name;
    }

    private static string NoList(EppSimpleType type) => $"The value is not a list of items of which each is {EppForms.Expected(type.Item?.Form ?? EppValueForm.Text)}";

    private static string[] Texts(string text) => EppWhiteSpaces.Items(EppWhiteSpaces.Normalize(text, EppWhiteSpace.Collapse));

    private IReadOnlyList<T> Items<T, TPlace>(string text, EppSimpleType type, Func<string, T> create, TPlace place, Func<TPlace, string> path)
        where T : struct, IEppEnumeration
    {
        List<T> items = [];
        foreach (var item in Texts(text))
        {
            items.Add(create(item));
            if (!items[^1].IsKnown)
            {
                DiagnoseUnknown(item, type.Item ?? type, path(place));
            }
        }

        return EppList.Of(items);
    }

    private static IReadOnlyList<T>? Items<T>(string text, EppSimpleType type)
        where T : notnull
    {
        List<T> items = [];
        foreach (var item in Texts(text))
        {
            if (Item<T>(item, type.Item) is not { } read)
            {
                return null;
            }

            items.Add((T)read);
        }

        return EppList.Of(items);
    }

    private static object? Item<T>(string text, EppSimpleType? type) => typeof(T) switch
    {
        var t when t == typeof(string) => text,
        var t when t == typeof(bool) => EppLexical.TryParse(text, out bool item) ? item : null,
        var t when t == typeof(byte) => EppLexical.TryParse(text, out byte item) ? item : null,
        var t when t == typeof(ushort) => EppLexical.TryParse(text, out ushort item) ? item : null,
        var t when t == typeof(int) => EppLexical.TryParse(text, out int item) ? item : null,
        var t when t == typeof(long) => EppLexical.TryParse(text, out long item) ? item : null,
        var t when t == typeof(ulong) => EppLexical.TryParse(text, out ulong item) ? item : null,
        var t when t == typeof(BigInteger) => EppLexical.TryParse(text, out BigInteger item) ? item : null,
        var t when t == typeof(decimal) => EppLexical.TryParse(text, out decimal item) ? item : null,
        var t when t == typeof(float) => EppLexical.TryParse(text, out float item) ? item : null,
        var t when t == typeof(double) => EppLexical.TryParse(text, out double item) ? item : null,
        var t when t == typeof(DateTimeOffset) => EppLexical.TryParse(text, out DateTimeOffset item) ? item : null,
        var t when t == typeof(EppDate) => EppLexical.TryParse(text, out EppDate item) ? item : null,
        var t when t == typeof(EppBinary) && type?.Form == EppValueForm.Base64Binary => EppLexical.TryParseBase64(text, out var item) ? item : null,
        var t when t == typeof(EppBinary) => EppLexical.TryParseHex(text, out var item) ? item : null,
        _ => throw new NotSupportedException($"A list of {typeof(T)} has no form in XML Schema."),
    };

    private EppQualifiedName? Qualify(string text)
    {
        var name = EppWhiteSpaces.Normalize(text, EppWhiteSpace.Collapse);
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        var uri = _reader.LookupNamespace(colon < 0 ? string.Empty : name[..colon]) ?? (colon < 0 ? string.Empty : null);
        return uri is not null && EppForms.Fault(name, EppValueForm.QualifiedName) is null ? new EppQualifiedName(Dialect.ToCanonical(uri), name[(colon + 1)..]) : null;
    }
}
