using System.Xml.Schema;
using EppClient.Xml.Codec;

namespace EppClient.Xml;

/// <content>Reads wildcards: elements, attributes and types of other schemas.</content>
public sealed partial class EppXmlReader
{
    private string? _whenEmpty;

    /// <summary>The type in the <c>xsi:type</c> attribute of the current element; empty if it has none.</summary>
    public (string NamespaceUri, string LocalName) TypeName =>
        _reader.AttributeValue("type", XmlSchema.InstanceNamespace) is { } name ? Qualified(name) : (string.Empty, string.Empty);

    /// <summary>Reads any element: typed if <see cref="Schemas"/> define it, otherwise as raw XML.</summary>
    public IEppElement ReadAny() => Schemas.Read(this);

    /// <summary>Reads the first child of an element that contains one element; null if it is empty.</summary>
    public IEppElement? ReadOnlyChild() => ReadAnyChildren() is { } children ? children[0] : null;

    /// <summary>Reads all child elements of an element; null if there are none.</summary>
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

    /// <summary>Reads an element that can have any attributes and content.</summary>
    public EppMixedContent ReadAnyContent()
    {
        var attributes = OtherAttributes();
        return ReadMixed().With(attributes);
    }

    /// <summary>Reads an element that is usually empty, but can have any attributes and content.</summary>
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
    /// Returns the attributes of the current element that were not read, because they are unknown or unreadable, without namespace declarations and schema
    /// locations.
    /// </summary>
    /// <param name="known">The attributes that are read by name; an attribute in a namespace as <c>{namespace}name</c>.</param>
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

    /// <summary>Skips the current element if it is nil.</summary>
    /// <returns>Whether the element was nil.</returns>
    public bool TakeNil()
    {
        if (_reader.AttributeValue("nil", XmlSchema.InstanceNamespace)?.Trim() is not ("true" or "1"))
        {
            return false;
        }

        Skip();
        return true;
    }

    /// <summary>Sets the value of the next element if it is empty: the default value of the schema.</summary>
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
