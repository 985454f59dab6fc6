using System.Globalization;
using System.Xml;

namespace EppClient.Xml.Codec;

/// <summary>
/// Writes a document in UTF-8 with exactly the bytes of System.Xml's writer, which a test verifies: namespaces are declared where they are needed, after the
/// attributes, and characters are escaped. Names are not checked.
/// </summary>
/// <remarks>Not safe for use by several threads.</remarks>
internal sealed partial class Utf8XmlWriter : IDisposable
{
    private const int MaxKept = 64 * 1024;

    // Writing a message is one synchronous pass, so each thread keeps the writer that it used last.
    [ThreadStatic]
    private static Utf8XmlWriter? _pooled;

    private byte[] _document = new byte[1024];
    private int _length;
    private OpenElement[] _open = new OpenElement[16];
    private int _depth;
    private Declaration[] _namespaces = new Declaration[16];
    private int _namespaceCount;

    private Utf8XmlWriter()
    {
    }

    private enum Declared
    {
        /// <summary>An enclosing element has the same declaration.</summary>
        Around,

        /// <summary>The open start tag must declare it.</summary>
        Due,

        /// <summary>It is written.</summary>
        Done,
    }

    /// <summary>The data that was written so far.</summary>
    public ReadOnlySpan<byte> Document => _document.AsSpan(0, _length);

    /// <summary>Whether a start tag is open, to which attributes can be added.</summary>
    public bool IsInTag { get; private set; }

    /// <summary>Begins a document.</summary>
    public static Utf8XmlWriter Start()
    {
        var writer = _pooled ?? new Utf8XmlWriter();
        _pooled = null;
        writer.Bytes("<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"no\"?>"u8);
        return writer;
    }

    /// <summary>Opens an element.</summary>
    /// <param name="prefix">The prefix; empty for none.</param>
    /// <param name="localName">The local name.</param>
    /// <param name="namespaceUri">The namespace; empty for none.</param>
    public void StartElement(string prefix, string localName, string namespaceUri)
    {
        EndTag();
        if (_depth == _open.Length)
        {
            Array.Resize(ref _open, _open.Length * 2);
        }

        Byte((byte)'<');
        var nameStart = _length;
        Name(prefix, localName);
        _open[_depth++] = new OpenElement(nameStart, _length - nameStart, _namespaceCount);
        Need(prefix, namespaceUri);
        IsInTag = true;
    }

    /// <summary>Closes the innermost element; one without content becomes an empty-element tag.</summary>
    public void EndElement()
    {
        if (!IsInTag)
        {
            FullEndElement();
            return;
        }

        Declarations();
        Bytes(" />"u8);
        IsInTag = false;
        Leave();
    }

    /// <summary>Closes the innermost element with an end tag.</summary>
    public void FullEndElement()
    {
        EndTag();
        var (nameStart, nameLength, _) = _open[_depth - 1];
        Reserve(nameLength + 3);
        var tag = _document.AsSpan(_length);
        (tag[0], tag[1], tag[nameLength + 2]) = ((byte)'<', (byte)'/', (byte)'>');
        _document.AsSpan(nameStart, nameLength).CopyTo(tag[2..]);
        _length += nameLength + 3;
        Leave();
    }

    /// <summary>Writes characters.</summary>
    /// <exception cref="ArgumentException">The text contains a character that XML does not allow.</exception>
    public void Text(ReadOnlySpan<char> text)
    {
        EndTag();
        Escape(text, InText);
    }

    /// <summary>Writes an attribute without a namespace.</summary>
    /// <exception cref="ArgumentException">The value contains a character that XML does not allow.</exception>
    public void Attribute(string localName, string value) => WriteAttribute(string.Empty, localName, value);

    /// <summary>Writes an attribute in a namespace; declares a prefix if there is none.</summary>
    /// <param name="prefix">The prefix; null or empty for the declared one, or a new one.</param>
    /// <param name="localName">The local name.</param>
    /// <param name="namespaceUri">The namespace; empty for none.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The value contains a character that XML does not allow.</exception>
    public void Attribute(string? prefix, string localName, string namespaceUri, string value)
    {
        if (namespaceUri.Length == 0)
        {
            WriteAttribute(string.Empty, localName, value);
        }
        else if (namespaceUri == XmlNamespaces.Declarations)
        {
            Declare(prefix is { Length: > 0 } ? localName : string.Empty, value);
        }
        else
        {
            WriteAttribute(AttributePrefix(prefix, namespaceUri), localName, value);
        }
    }

    /// <summary>Returns the prefix for a namespace in an attribute of the open tag; declares it if necessary.</summary>
    /// <param name="prefix">The preferred prefix; null or empty for any.</param>
    /// <param name="namespaceUri">The namespace.</param>
    public string AttributePrefix(string? prefix, string namespaceUri)
    {
        if (namespaceUri == XmlNamespaces.Xml)
        {
            return "xml";
        }

        if (string.IsNullOrEmpty(prefix))
        {
            prefix = LookupPrefix(namespaceUri) is { Length: > 0 } declared ? declared : NewPrefix();
        }
        else if (Find(prefix) is >= 0 and var index && index >= _open[_depth - 1].Namespaces && _namespaces[index].Uri != namespaceUri)
        {
            prefix = NewPrefix();
        }

        Need(prefix, namespaceUri);
        return prefix;
    }

    /// <summary>Declares a namespace in the open tag.</summary>
    /// <exception cref="XmlException">The tag uses the prefix for another namespace.</exception>
    public void Declare(string prefix, string namespaceUri)
    {
        if (Find(prefix) is >= 0 and var index && index >= _open[_depth - 1].Namespaces)
        {
            if (_namespaces[index].Uri != namespaceUri || _namespaces[index].State == Declared.Done)
            {
                throw new XmlException($"The prefix '{prefix}' is declared twice in a tag.");
            }

            _namespaces[index].State = Declared.Done;
        }
        else
        {
            Push(prefix, namespaceUri, Declared.Done);
        }

        WriteDeclaration(prefix, namespaceUri);
    }

    /// <summary>Returns the prefix for a namespace at the current position; null if none is declared.</summary>
    /// <param name="namespaceUri">The namespace.</param>
    public string? LookupPrefix(string namespaceUri)
    {
        for (var i = _namespaceCount - 1; i >= 0; i--)
        {
            if (_namespaces[i].Uri == namespaceUri)
            {
                // If the prefix has been redeclared, an older one is not searched, as in System.Xml.
                return Find(_namespaces[i].Prefix) == i ? _namespaces[i].Prefix : null;
            }
        }

        return namespaceUri.Length == 0 && Find(string.Empty) < 0 ? string.Empty
            : namespaceUri == XmlNamespaces.Xml ? "xml"
            : null;
    }

    /// <summary>Releases the memory. The writer must not be used afterwards.</summary>
    public void Dispose()
    {
        // It may contain secrets.
        _document.AsSpan(0, _length).Clear();
        _open.AsSpan(0, _depth).Clear();
        _namespaces.AsSpan(0, _namespaceCount).Clear();
        _length = _depth = _namespaceCount = 0;
        IsInTag = false;
        if (_document.Length <= MaxKept)
        {
            _pooled = this;
        }
    }

    private void Leave()
    {
        _depth--;
        _namespaces.AsSpan(_open[_depth].Namespaces, _namespaceCount - _open[_depth].Namespaces).Clear();
        _namespaceCount = _open[_depth].Namespaces;
    }

    private void WriteAttribute(string prefix, string localName, string value)
    {
        Byte((byte)' ');
        Name(prefix, localName);
        Bytes("=\""u8);
        Escape(value, InAttribute);
        Byte((byte)'"');
    }

    private void WriteDeclaration(string prefix, string namespaceUri)
    {
        Bytes(" xmlns"u8);
        if (prefix.Length > 0)
        {
            Byte((byte)':');
            Plain(prefix);
        }

        Bytes("=\""u8);
        Escape(namespaceUri, InAttribute);
        Byte((byte)'"');
    }

    private void Name(string prefix, string localName)
    {
        if (prefix.Length > 0)
        {
            Plain(prefix);
            Byte((byte)':');
        }

        Plain(localName);
    }

    private void EndTag()
    {
        if (IsInTag)
        {
            Declarations();
            Byte((byte)'>');
            IsInTag = false;
        }
    }

    private void Declarations()
    {
        for (var i = _namespaceCount - 1; i >= _open[_depth - 1].Namespaces; i--)
        {
            if (_namespaces[i].State == Declared.Due)
            {
                WriteDeclaration(_namespaces[i].Prefix, _namespaces[i].Uri);
                _namespaces[i].State = Declared.Done;
            }
        }
    }

    /// <summary>Records that the open tag uses a prefix for a namespace.</summary>
    private void Need(string prefix, string namespaceUri)
    {
        var index = Find(prefix);
        if (index < 0)
        {
            Push(prefix, namespaceUri, prefix.Length == 0 && namespaceUri.Length == 0 ? Declared.Around : Declared.Due);
        }
        else if (index < _open[_depth - 1].Namespaces)
        {
            Push(prefix, namespaceUri, _namespaces[index].Uri == namespaceUri ? Declared.Around : Declared.Due);
        }
    }

    private void Push(string prefix, string namespaceUri, Declared state)
    {
        if (_namespaceCount == _namespaces.Length)
        {
            Array.Resize(ref _namespaces, _namespaces.Length * 2);
        }

        _namespaces[_namespaceCount++] = new Declaration(prefix, namespaceUri, state);
    }

    private int Find(string prefix)
    {
        for (var i = _namespaceCount - 1; i >= 0; i--)
        {
            if (_namespaces[i].Prefix == prefix)
            {
                return i;
            }
        }

        return -1;
    }

    private string NewPrefix()
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"p{_namespaceCount}");
        for (var i = 0; Find(prefix) >= 0; i++)
        {
            prefix = string.Create(CultureInfo.InvariantCulture, $"p{_namespaceCount}{i}");
        }

        return prefix;
    }

    private record struct OpenElement(int NameStart, int NameLength, int Namespaces);

    private record struct Declaration(string Prefix, string Uri, Declared State);
}
