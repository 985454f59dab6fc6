using System.ComponentModel;
using System.Xml;
using EppClient.Xml.Codec;

namespace EppClient.Xml;

/// <summary>
/// Reads one message in one pass, with any prefixes and any encoding that XML declares, without DTDs. Translates namespaces to the canonical ones. Called by
/// generated code; applications rarely need it.
/// </summary>
/// <remarks>Not safe for use by several threads. Malformed XML causes an <see cref="EppProtocolException"/>.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class EppXmlReader : IDisposable
{
    // Reading a response is one synchronous pass, so each thread keeps the reader that it used last.
    [ThreadStatic]
    private static EppXmlReader? _spare;

    private Utf8XmlReader _reader;
    private string _lastWire = string.Empty;
    private string _lastCanonical = string.Empty;
    private bool _isDisposed;
    private bool _isReused;
    private EppReadMode _mode;
    private bool _isNamespaceMissing;

    /// <summary>Creates a reader that is positioned on the root element of a document.</summary>
    /// <param name="document">The document; blanks, NULs and a byte order mark around it are ignored.</param>
    /// <param name="dialect">The dialect of the registry.</param>
    /// <param name="schemas">The schemas of elements in wildcards. Default: null; such elements stay raw XML.</param>
    /// <exception cref="EppProtocolException">The document does not begin with valid XML.</exception>
    public EppXmlReader(ReadOnlyMemory<byte> document, EppXmlDialect dialect, EppSchemaSet? schemas = null)
    {
        Dialect = dialect;
        Mode = dialect.ReadMode;
        Schemas = schemas ?? EppSchemaSet.Empty;
        _reader = Open(document);
    }

    /// <summary>Like the constructor. The reader must not be used or disposed again after it was disposed, because it may then read another message.</summary>
    internal static EppXmlReader Rent(ReadOnlyMemory<byte> document, EppXmlDialect dialect, EppSchemaSet schemas)
    {
        if (_spare is not { } reader)
        {
            return new EppXmlReader(document, dialect, schemas) { _isReused = true };
        }

        _spare = null;
        reader.Dialect = dialect;
        reader._mode = dialect.ReadMode;
        reader.Schemas = schemas;
        reader._reader = reader.Open(document);
        reader._isDisposed = false;
        return reader;
    }

    /// <summary>The dialect of the registry.</summary>
    public EppXmlDialect Dialect { get; private set; }

    /// <summary>The schemas of elements in wildcards.</summary>
    public EppSchemaSet Schemas { get; private set; }

    /// <summary>How parts that violate their schema are read. Default: the mode of the dialect.</summary>
    public EppReadMode Mode
    {
        get => _mode;
        init => _mode = value;
    }

    /// <summary>The local name of the current element.</summary>
    public string LocalName => _reader.LocalName;

    /// <summary>The canonical namespace of the current element.</summary>
    public string NamespaceUri
    {
        get
        {
            var wire = _reader.NamespaceUri;
            if (!ReferenceEquals(wire, _lastWire))
            {
                (_lastWire, _lastCanonical) = (wire, CanonicalOf(wire));
            }

            return _lastCanonical;
        }
    }

    /// <summary>Returns the local name of the current element, for a switch over the elements of one schema.</summary>
    /// <param name="namespaceUri">The canonical namespace of the schema.</param>
    /// <returns>The local name; empty if the element belongs to another namespace.</returns>
    public string NameIn(string namespaceUri) => NamespaceUri == namespaceUri ? LocalName : string.Empty;

    /// <summary>
    /// The local name of the current element if it belongs to EPP itself; otherwise empty. Unless reading is strict, an element of the envelope without a
    /// namespace belongs to EPP too, and is reported once.
    /// </summary>
    internal string EnvelopeName
    {
        get
        {
            if (NamespaceUri == EppNamespaces.Epp)
            {
                return LocalName;
            }

            if (NamespaceUri.Length > 0 || Mode == EppReadMode.Strict)
            {
                return string.Empty;
            }

            if (!_isNamespaceMissing)
            {
                _isNamespaceMissing = true;
                Diagnose(EppReadFault.NonstandardForm, Path, $"The element has no namespace, and is read as one of {EppNamespaces.Epp}");
            }

            return LocalName;
        }
    }

    /// <summary>The position of the reader, as a path of element names such as <c>epp/response/resData</c>.</summary>
    public string Path => _reader.Path;

    /// <summary>The unchanged message.</summary>
    internal ReadOnlyMemory<byte> Message => _reader.Message;

    /// <summary>The kind of a message that is not EPP, such as <c>an HTML page</c>; null if it may be EPP.</summary>
    internal string? DocumentKind => MalformedXml.KindOf(_reader.Message);

    /// <summary>Whether the current element has this name.</summary>
    /// <param name="namespaceUri">The canonical namespace.</param>
    /// <param name="localName">The name of the element.</param>
    public bool IsElement(string namespaceUri, string localName) =>
        _reader.Node == XmlNodeKind.Element && _reader.LocalName == localName && NamespaceUri == namespaceUri;

    /// <summary>Enters the current element. Attributes must be read before.</summary>
    /// <returns>The state for <see cref="NextChild"/>.</returns>
    public int EnterElement()
    {
        try
        {
            var depth = _reader.IsEmptyElement ? -1 : _reader.Depth;
            _reader.Read();
            return depth;
        }
        catch (XmlException e)
        {
            throw NotWellFormed(e);
        }
    }

    /// <summary>Moves to the next child element, skipping text; at the end, moves past the parent.</summary>
    /// <param name="parent">The value that <see cref="EnterElement"/> returned for the parent.</param>
    /// <returns>Whether the reader is positioned on a child, which the caller must then consume completely.</returns>
    public bool NextChild(int parent)
    {
        if (AtChild(parent))
        {
            return true;
        }

        if (parent >= 0)
        {
            Move();
        }

        return false;
    }

    /// <summary>Moves to the next child element like <see cref="NextChild"/>, but stays inside the parent at the end.</summary>
    /// <param name="parent">The value that <see cref="EnterElement"/> returned for the parent.</param>
    /// <returns>Whether the reader is positioned on a child.</returns>
    public bool AtChild(int parent)
    {
        if (parent < 0)
        {
            return false;
        }

        while (_reader.Node != XmlNodeKind.Element)
        {
            if (_reader.Node == XmlNodeKind.EndElement)
            {
                return false;
            }

            if (_reader.StrayText is { } stray)
            {
                Diagnose(EppReadFault.Unexpected, Path, "The schema has only elements here, and no text", stray);
            }

            Move();
        }

        return true;
    }

    /// <summary>Skips the current element.</summary>
    public void Skip()
    {
        try
        {
            _reader.Skip();
        }
        catch (XmlException e)
        {
            throw NotWellFormed(e);
        }
    }

    /// <summary>Reads to the end of the document, so that malformed XML there is detected.</summary>
    public void ReadToEnd()
    {
        try
        {
            while (_reader.Read())
            {
            }
        }
        catch (XmlException e)
        {
            throw NotWellFormed(e);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            _reader.Dispose();
            if (_isReused)
            {
                (_lastWire, _lastCanonical, _isNamespaceMissing, _whenEmpty) = (string.Empty, string.Empty, false, null);
                (_diagnostics, _unread, _misspelledNamespaces, _unreadAttributes) = (null, null, null, null);
                _spare = this;
            }
        }
    }

    private Utf8XmlReader Open(ReadOnlyMemory<byte> document)
    {
        Utf8XmlReader? reader = null;
        try
        {
            reader = Utf8XmlReader.OfMessage(document);
            reader.Read();
            return reader;
        }
        catch (XmlException e)
        {
            reader?.Dispose();
            throw MalformedXml.Error(e, document, Dialect, Schemas);
        }
    }

    private void Move()
    {
        try
        {
            _reader.Read();
        }
        catch (XmlException e)
        {
            throw NotWellFormed(e);
        }
    }

    private EppProtocolException NotWellFormed(XmlException e) => MalformedXml.Error(e, _reader.Message, Dialect, Schemas);
}
