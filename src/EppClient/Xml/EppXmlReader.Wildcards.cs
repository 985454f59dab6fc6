using System.Xml.Schema;
using EppClient.Xml.Codec;

namespace EppClient.Xml;

/// <content>What a schema leaves open: elements, attributes and types of other schemas.</content>
public sealed partial class EppXmlReader
{
    private string? _whenEmpty;

    /// <summary>The type that the element on which the reader stands names in <c>xsi:type</c>; empty where it names none.</summary>
    public (string NamespaceUri, string LocalName) TypeName =>
        _reader.AttributeValue("type", XmlSchema.InstanceNamespace) is { } name ? Qualified(name) : (string.Empty, string.Empty);

    /// <summary>Reads any element: typed where <see cref="Schemas"/> know it, else as XML.</summary>
    public IEppElement ReadAny() => Schemas.Read(this);

    /// <summary>Reads the first child element of an element that is there to hold it; null where it is empty.</summary>
    public IEppElement? ReadOnlyChild() => ReadAnyChildren() is { } children ? children[0] : null;

    /// <summary>Reads all child elements of an element; null where there are none.</summary>
    public IReadOnlyList<IEppElement>? ReadAnyChildren()
    {
        List<IEppElement>? children = null;
        var depth = EnterElement();
        while (NextChild(depth))
        {
            (children ??= []).Add(ReadAny());
        }

        return children;
    }

    /// <summary>Reads an element that may have any attributes and content.</summary>
    public EppMixedContent ReadAnyContent()
    {
        var attributes = OtherAttributes();
        return ReadMixed().With(attributes);
    }

    /// <summary>Reads an element that is mostly empty, but may have any attributes and content.</summary>
    public EppFlag ReadAnyFlag()
    {
        if (_reader is { IsEmptyElement: true, AttributeCount: 0 })
        {
            Skip();
            return true;
        }

        return new EppFlag(ReadAnyContent());
    }

    /// <summary>
    /// The attributes of the current element that were not read, because they are unknown or unreadable, without
    /// namespace declarations and schema locations.
    /// </summary>
    /// <param name="known">The attributes that are read by name, one in a namespace as <c>{namespace}name</c>.</param>
    public IReadOnlyList<EppAttributeValue> OtherAttributes(params ReadOnlySpan<string> known)
    {
        if (_reader.AttributeCount == 0)
        {
            return EppList.Of<EppAttributeValue>(null);
        }

        List<EppAttributeValue>? found = null;
        for (var i = 0; i < _reader.AttributeCount; i++)
        {
            var (uri, name) = _reader.AttributeName(i);
            var isMeta = uri == XmlNamespaces.Declarations || (uri == XmlSchema.InstanceNamespace && name != "type");
            if (!isMeta && (!known.Contains(uri.Length == 0 ? name : $"{{{uri}}}{name}") || IsUnreadable(uri, name)))
            {
                (found ??= []).Add(new EppAttributeValue(uri, name, _reader.AttributeValue(i)));
            }
        }

        for (var i = 0; i < found?.Count; i++)
        {
            if (found[i].IsType)
            {
                var (uri, name) = TypeName;
                found[i] = found[i] with { Value = $"{{{uri}}}{name}" };
            }
        }

        return EppList.Of(found);
    }

    /// <summary>Passes over the element on which the reader stands if it says that it has no value.</summary>
    /// <returns>Whether it did.</returns>
    public bool TakeNil()
    {
        if (_reader.AttributeValue("nil", XmlSchema.InstanceNamespace)?.Trim() is not ("true" or "1"))
        {
            return false;
        }

        Skip();
        return true;
    }

    /// <summary>Says what the next element counts as if it is empty: the schema's default.</summary>
    /// <param name="text">The text.</param>
    public void UseWhenEmpty(string text) => _whenEmpty = text;

    private (string NamespaceUri, string LocalName) Qualified(string name)
    {
        var trimmed = EppWhiteSpaces.Normalize(name, EppWhiteSpace.Collapse);
        var colon = trimmed.IndexOf(':', StringComparison.Ordinal);
        var uri = _reader.LookupNamespace(colon < 0 ? string.Empty : trimmed[..colon]) ?? string.Empty;
        return (Dialect.ToCanonical(uri), trimmed[(colon + 1)..]);
    }
}
