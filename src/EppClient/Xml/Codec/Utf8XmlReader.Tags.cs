using System.Text;
using System.Xml;

namespace EppClient.Xml.Codec;

/// <content>Reads start tags, their attributes and names.</content>
internal sealed partial class Utf8XmlReader
{
    private const int MaxShared = 4;

    private static ReadOnlySpan<byte> NamespacePrefix => "xmlns"u8;

    private Attribute[] _attributes = new Attribute[8];

    /// <summary>The number of attributes of the current element, including namespace declarations.</summary>
    public int AttributeCount { get; private set; }

    /// <summary>The value of an attribute; null if it is absent.</summary>
    /// <param name="localName">The local name.</param>
    /// <param name="namespaceUri">The namespace; empty for none.</param>
    public string? AttributeValue(string localName, string namespaceUri)
    {
        for (var i = 0; i < AttributeCount; i++)
        {
            ref var attribute = ref _attributes[i];
            if (attribute.LocalName == localName && attribute.NamespaceUri == namespaceUri)
            {
                return ValueOf(ref attribute);
            }
        }

        return null;
    }

    /// <summary>The name of an attribute by its index.</summary>
    /// <param name="index">The index, less than <see cref="AttributeCount"/>.</param>
    public (string NamespaceUri, string LocalName) AttributeName(int index) => (_attributes[index].NamespaceUri!, _attributes[index].LocalName!);

    /// <summary>The value of an attribute by its index.</summary>
    /// <param name="index">The index, less than <see cref="AttributeCount"/>.</param>
    public string AttributeValue(int index) => ValueOf(ref _attributes[index]);

    private void ReadStartTag()
    {
        if (Depth >= MaxDepth)
        {
            throw Excess(_position, $"Elements are at most {MaxDepth} deep inside each other, as in all of EPP", $"an element more than {MaxDepth} deep");
        }

        var tag = _position;
        var nameStart = tag + 1;
        var position = PassName(nameStart, allowColon: true, out var colon);
        var nameLength = position - nameStart;
        var namespaces = _namespaceCount;
        ForgetAttributes();
        while (true)
        {
            var next = PassBlanks(position);
            var byteValue = At(next);
            if (byteValue == '>' || (byteValue == '/' && At(next + 1) == '>'))
            {
                IsEmptyElement = byteValue == '/';
                _position = next + (IsEmptyElement ? 2 : 1);
                break;
            }

            position = next > position ? ReadAttribute(next) : throw Broken(tag, next);
        }

        for (var i = 0; i < AttributeCount; i++)
        {
            Resolve(ref _attributes[i], i);
        }

        if (Depth == _open.Length)
        {
            Array.Resize(ref _open, _open.Length * 2);
        }

        var prefixLength = colon < 0 ? 0 : colon - nameStart;
        var namespaceUri = Lookup(_document.AsSpan(nameStart, prefixLength)) ?? throw Undeclared(nameStart, prefixLength);
        _open[Depth++] = new OpenElement(
            tag,
            nameStart,
            nameLength,
            Utf8Names.Get(colon < 0 ? _document.AsSpan(nameStart, nameLength) : _document.AsSpan(colon + 1, nameLength - prefixLength - 1)),
            namespaceUri,
            namespaces);
        Node = XmlNodeKind.Element;
    }

    /// <summary>Records an attribute. A namespace is declared immediately, because it applies to the whole tag.</summary>
    /// <returns>The end of the attribute.</returns>
    private int ReadAttribute(int nameStart)
    {
        var nameEnd = PassName(nameStart, allowColon: true, out var colon);
        var position = PassBlanks(nameEnd);
        if (At(position) != '=')
        {
            throw Broken(_position, position);
        }

        position = PassBlanks(position + 1);
        var quote = At(position);
        if (quote is not ((byte)'"' or (byte)'\''))
        {
            throw Fault(position, "The value of an attribute is quoted", "an attribute's value without quotes");
        }

        var valueStart = position + 1;
        var valueLength = Rest(valueStart).IndexOf(quote);
        if (valueLength < 0)
        {
            throw Fault(valueStart, "The value of an attribute ends with the quote that it begins with", "an attribute's value without an end");
        }

        if (AttributeCount == MaxAttributes)
        {
            throw Excess(nameStart, $"An element has at most {MaxAttributes} attributes, as all of EPP have", $"an element with more than {MaxAttributes} attributes");
        }

        if (AttributeCount == _attributes.Length)
        {
            Array.Resize(ref _attributes, _attributes.Length * 2);
        }

        ref var attribute = ref _attributes[AttributeCount++];
        attribute = new Attribute(nameStart, nameEnd - nameStart, colon, valueStart, valueLength);
        if (_document.AsSpan(valueStart, valueLength).IndexOfAny(XmlBytes.InAttribute) >= 0)
        {
            // Decoded immediately instead of on demand, because an invalid reference makes the document malformed.
            attribute.Value = DecodeAttribute(valueStart, valueLength);
        }

        var name = _document.AsSpan(nameStart, nameEnd - nameStart);
        if (name.StartsWith(NamespacePrefix) && (colon < 0 ? name.Length == NamespacePrefix.Length : colon - nameStart == NamespacePrefix.Length))
        {
            attribute.NamespaceUri = XmlNamespaces.Declarations;
            attribute.LocalName = colon < 0 ? "xmlns" : Utf8Names.Get(_document.AsSpan(colon + 1, nameEnd - colon - 1));
            Declare(colon < 0 ? nameEnd : colon + 1, nameEnd, attribute.Value ?? Utf8Names.Get(_document.AsSpan(valueStart, valueLength)));
        }

        return valueStart + valueLength + 1;
    }

    /// <summary>Resolves the namespace of an attribute, and rejects a second one with the same name.</summary>
    private void Resolve(ref Attribute attribute, int index)
    {
        if (attribute.LocalName is null)
        {
            var colon = attribute.Colon;
            var nameEnd = attribute.NameStart + attribute.NameLength;
            attribute.LocalName = Utf8Names.Get(_document.AsSpan(colon < 0 ? attribute.NameStart : colon + 1, nameEnd - (colon < 0 ? attribute.NameStart : colon + 1)));
            attribute.NamespaceUri = colon < 0 ? string.Empty
                : Lookup(_document.AsSpan(attribute.NameStart, colon - attribute.NameStart)) ?? throw Undeclared(attribute.NameStart, colon - attribute.NameStart);
        }

        if (attribute is { NamespaceUri: XmlNamespaces.Xml, LocalName: "space" } && ValueOf(ref attribute).Trim([' ', '\t', '\r', '\n']) is not ("default" or "preserve"))
        {
            throw Fault(attribute.NameStart, "The attribute xml:space is 'default' or 'preserve'", "another value of xml:space");
        }

        for (var i = 0; i < index; i++)
        {
            if (_attributes[i].LocalName == attribute.LocalName && _attributes[i].NamespaceUri == attribute.NamespaceUri)
            {
                throw Fault(
                    attribute.NameStart,
                    "A tag has each attribute once",
                    "the duplicate attribute",
                    XmlFaultException.Shown(_document.AsSpan(attribute.NameStart, attribute.NameLength)));
            }
        }
    }

    // Short values such as codes, languages and flags are shared.
    private string ValueOf(ref Attribute attribute) => attribute.Value ??= attribute.ValueLength <= MaxShared
        ? Utf8Names.Get(_document.AsSpan(attribute.ValueStart, attribute.ValueLength))
        : Encoding.UTF8.GetString(_document, attribute.ValueStart, attribute.ValueLength);

    private void ForgetAttributes()
    {
        _attributes.AsSpan(0, AttributeCount).Clear();
        AttributeCount = 0;
    }

    /// <summary>Skips a name with or without a prefix.</summary>
    /// <param name="start">The start of the name.</param>
    /// <param name="allowColon">Whether the name may have a prefix.</param>
    /// <param name="colon">The end of the prefix; -1 for none.</param>
    /// <returns>The end of the name.</returns>
    private int PassName(int start, bool allowColon, out int colon)
    {
        colon = -1;
        var all = 0;
        var part = start;
        var position = start;
        var text = _document.AsSpan(0, _end);
        while (true)
        {
            while (position < text.Length && XmlBytes.IsName(text[position]) && (position > part || XmlBytes.IsNameStart(text[position])))
            {
                all |= text[position++];
            }

            if (position >= text.Length || text[position] != ':' || position == part || colon >= 0 || !allowColon)
            {
                break;
            }

            colon = position;
            part = ++position;
        }

        if (position == part)
        {
            throw NoName(start, position);
        }

        if (At(position) == ':')
        {
            throw Fault(position, "A name has at most one colon, after its prefix", "a name with more than one colon");
        }

        if (all >= 0x80)
        {
            CheckName(start, position);
        }

        return position;
    }

    private XmlFaultException Undeclared(int start, int length) =>
        Fault(start, "Each prefix is declared as one of a namespace", "the undeclared prefix", XmlFaultException.Shown(_document.AsSpan(start, length)));

    /// <summary>The fault of a tag whose attributes cannot be read: usually a '&lt;' in text.</summary>
    private XmlFaultException Broken(int tag, int position) => position >= _end
        ? Fault(position, "Each tag ends with '>'", "the end of the document inside a tag")
        : Fault(tag, "'<' in text is written as '&lt;'; attributes have values, and white space separates them", "a '<' that does not begin a tag, or a broken tag");

    private XmlFaultException NoName(int start, int position)
    {
        const string Rule = "'<' in text is written as '&lt;'; names begin with a letter";
        return position >= _end ? Fault(position, "Each tag ends with '>'", "the end of the document inside a tag")
            : position > start ? Fault(start, "A prefix is followed by a name", "an empty name after the prefix", XmlFaultException.Shown(_document.AsSpan(start, position - start - 1)))
            : At(start - 1) == '<' ? Fault(start - 1, Rule, "a '<' that does not begin a tag")
            : Fault(position, "Names begin with a letter", "a character that cannot begin a name");
    }

    private void CheckName(int start, int end)
    {
        foreach (var part in Encoding.UTF8.GetString(_document, start, end - start).Split(':'))
        {
            if (!XmlConvert.IsStartNCNameChar(part[0]) || !part.All(XmlConvert.IsNCNameChar))
            {
                throw Fault(start, "Names consist of letters, digits and a few punctuation marks", "a name with another character");
            }
        }
    }

    private record struct Attribute(int NameStart, int NameLength, int Colon, int ValueStart, int ValueLength)
    {
        public string? LocalName { get; set; }

        public string? NamespaceUri { get; set; }

        public string? Value { get; set; }
    }
}
