using System.Numerics;
using System.Xml;

namespace EppClient.Xml;

/// <content>Lists, and names whose prefix has to be looked up.</content>
public sealed partial class EppXmlReader
{
    /// <summary>Reads the items of a list.</summary>
    /// <typeparam name="T">The type of the items: one for which the reader has a method of its own.</typeparam>
    /// <param name="type">The schema type of the list.</param>
    /// <exception cref="EppProtocolException">An item cannot be read.</exception>
    public IReadOnlyList<T> ReadList<T>(EppSimpleType type)
    {
        var path = Path;
        return Items<T>(ReadText(), type, path);
    }

    /// <summary>Reads the items of a list of enumeration values.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="create">Makes an item of its text.</param>
    public IReadOnlyList<T> ReadList<T>(Func<string, T> create) => Items(ReadText(), create);

    /// <summary>The items of an attribute that is a list; null where there is none.</summary>
    /// <typeparam name="T">The type of the items: one for which the reader has a method of its own.</typeparam>
    /// <param name="localName">The attribute.</param>
    /// <param name="type">The schema type of the list.</param>
    /// <param name="namespaceUri">Its canonical namespace; empty for none.</param>
    /// <exception cref="EppProtocolException">An item cannot be read.</exception>
    public IReadOnlyList<T>? ListAttribute<T>(string localName, EppSimpleType type, string namespaceUri = "") =>
        RawAttribute(localName, namespaceUri) is { } text ? Items<T>(text, type, AttributePath(localName)) : null;

    /// <summary>The items of an attribute that is a list of enumeration values; null where there is none.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="localName">The attribute.</param>
    /// <param name="create">Makes an item of its text.</param>
    /// <param name="namespaceUri">Its canonical namespace; empty for none.</param>
    public IReadOnlyList<T>? ListAttribute<T>(string localName, Func<string, T> create, string namespaceUri = "") =>
        RawAttribute(localName, namespaceUri) is { } text ? Items(text, create) : null;

    /// <summary>Reads a qualified name; its prefix means what is declared in the message.</summary>
    /// <exception cref="EppProtocolException">The text is no name, or its prefix is not declared.</exception>
    public EppQualifiedName ReadQualifiedName()
    {
        var path = Path;
        try
        {
            // At the end tag, and no longer behind it, the element's prefixes can be looked up.
            var name = Qualify(_reader.ReadTextToEnd(), path);
            _reader.Read();
            return name;
        }
        catch (XmlException e)
        {
            throw NotWellFormed(e);
        }
    }

    /// <summary>An attribute that is a qualified name.</summary>
    /// <param name="localName">The attribute.</param>
    /// <param name="namespaceUri">Its canonical namespace; empty for none.</param>
    /// <exception cref="EppProtocolException">The text is no name, or its prefix is not declared.</exception>
    public EppQualifiedName? QualifiedNameAttribute(string localName, string namespaceUri = "") =>
        RawAttribute(localName, namespaceUri) is { } text ? Qualify(text, AttributePath(localName)) : null;

    private static IReadOnlyList<T> Items<T>(string text, Func<string, T> create) =>
        EppList.Of([.. EppWhiteSpaces.Items(EppWhiteSpaces.Normalize(text, EppWhiteSpace.Collapse)).Select(create)]);

    private static IReadOnlyList<T> Items<T>(string text, EppSimpleType type, string path) => Items(text, item => Item<T>(item, type.Item, path));

    private static T Item<T>(string text, EppSimpleType? type, string path)
    {
        object? value = typeof(T) switch
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
        return value is T read ? read : throw Unreadable($"a list of items of which each is {EppForms.Expected(type?.Form ?? EppValueForm.Text)}", path);
    }

    private EppQualifiedName Qualify(string text, string path)
    {
        var name = EppWhiteSpaces.Normalize(text, EppWhiteSpace.Collapse);
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        var uri = _reader.LookupNamespace(colon < 0 ? string.Empty : name[..colon]) ?? (colon < 0 ? string.Empty : null);
        return uri is not null && EppForms.Fault(name, EppValueForm.QualifiedName) is null
            ? new EppQualifiedName(Dialect.ToCanonical(uri), name[(colon + 1)..])
            : throw Unreadable(EppForms.Expected(EppValueForm.QualifiedName), path);
    }
}
