using System.Globalization;
using System.Runtime.CompilerServices;
using System.Xml;

namespace EppClient.Xml.Codec;

/// <summary>
/// A pull reader for the part of XML 1.0 and its namespaces that EPP needs: elements, attributes, text, CDATA sections, character references and the five
/// predefined entities. Comments and processing instructions are checked and skipped; a DTD is rejected. It accepts the same documents and returns the same
/// values as System.Xml's reader, which a fuzzer verifies, in a fraction of the time and memory.
/// </summary>
/// <remarks>
/// Not safe for use by several threads. In addition to System.Xml's rules, it rejects documents that would take disproportionate time or memory: more than
/// <see cref="MaxDepth"/> nested elements, or more than <see cref="MaxAttributes"/> attributes or namespaces.
/// </remarks>
internal sealed partial class Utf8XmlReader : IDisposable
{
    /// <summary>The maximum depth of nested elements, which no EPP message reaches.</summary>
    public const int MaxDepth = 100;

    /// <summary>The maximum number of attributes of an element, and of namespaces in scope.</summary>
    public const int MaxAttributes = 256;

    // Limits the memory that is kept after a message with a large text.
    private const int MaxScratchKept = 64 * 1024;

    // Reading a message is one synchronous pass, so each thread keeps the reader that it used last.
    [ThreadStatic]
    private static Utf8XmlReader? _pooled;

    private byte[] _document = [];
    private int _start;
    private int _end;
    private int _position;
    private int _textStart;
    private OpenElement[] _open = new OpenElement[16];
    private bool _hasRoot;

    private Utf8XmlReader()
    {
    }

    /// <summary>The type of the current node.</summary>
    public XmlNodeKind Node { get; private set; }

    /// <summary>Whether the current element is an empty-element tag.</summary>
    public bool IsEmptyElement { get; private set; }

    /// <summary>The local name of the current element.</summary>
    public string LocalName => Depth > 0 ? _open[Depth - 1].LocalName : string.Empty;

    /// <summary>The namespace of the current element; empty for none.</summary>
    public string NamespaceUri => Depth > 0 ? _open[Depth - 1].NamespaceUri : string.Empty;

    /// <summary>The number of open elements, including the current one.</summary>
    public int Depth { get; private set; }

    /// <summary>The names of the open elements, such as <c>epp/response/resData</c>.</summary>
    public string Path => PathOf(Depth, string.Empty);

    /// <summary>The position of the current element, for <see cref="Return"/>.</summary>
    public XmlMark Mark => new(_open[Depth - 1].TagStart, Depth);

    /// <summary>The unchanged message, if the reader was created by <see cref="OfMessage"/>.</summary>
    public ReadOnlyMemory<byte> Message { get; private set; }

    /// <summary>Creates a reader at the start of a message's document; white space, NULs and a byte order mark around it are skipped.</summary>
    /// <exception cref="XmlException">The document contains bytes that XML does not allow.</exception>
    public static Utf8XmlReader OfMessage(ReadOnlyMemory<byte> message)
    {
        var reader = Of(EppDocumentTrim.Trim(message));
        reader.Message = message;
        return reader;
    }

    /// <summary>Creates a reader at the start of a document.</summary>
    /// <exception cref="XmlException">The document contains bytes that XML does not allow.</exception>
    public static Utf8XmlReader Of(ReadOnlyMemory<byte> document)
    {
        var text = XmlDocumentText.InUtf8(document);
        var reader = _pooled ?? new Utf8XmlReader();
        _pooled = null;
        reader._document = text.Array!;
        reader._start = reader._position = text.Offset;
        reader._end = text.Offset + text.Count;
        return reader;
    }

    /// <summary>Moves to the next node.</summary>
    /// <returns>False at the end of the document.</returns>
    /// <exception cref="XmlException">The document is not well-formed.</exception>
    public bool Read()
    {
        if (IsEmptyElement || Node == XmlNodeKind.EndElement)
        {
            Leave();
        }

        return Depth == 0 ? ReadOutside() : ReadInside();
    }

    /// <summary>Skips the current element, and moves to the next node.</summary>
    /// <exception cref="XmlException">The document is not well-formed.</exception>
    public void Skip()
    {
        SkipToEnd();
        Read();
    }

    /// <summary>Returns to an element that was entered or skipped last: the reader must not have left its parent or read beyond the next sibling.</summary>
    /// <param name="mark">The element.</param>
    public void Return(XmlMark mark)
    {
        ForgetAttributes();
        DropNamespaces(_open[mark.Depth - 1].Namespaces);
        (Depth, _position, IsEmptyElement) = (mark.Depth - 1, mark.TagStart, false);
        ReadStartTag();
    }

    /// <summary>The path of an element that was just read.</summary>
    /// <param name="localName">The name of the element; empty for its parent.</param>
    public string PathBeside(string localName) => PathOf(Node == XmlNodeKind.Element ? Depth - 1 : Depth, localName);

    /// <summary>Releases the memory. The reader must not be used afterwards.</summary>
    public void Dispose()
    {
        _document = [];
        Message = default;
        Node = XmlNodeKind.None;
        IsEmptyElement = false;
        _start = _end = _position = Depth = 0;
        _hasRoot = false;
        _fragmentPrefixes = [];
        ForgetAttributes();
        ForgetNamespaces();
        if (_scratch.Length <= MaxScratchKept)
        {
            _pooled = this;
        }
    }

    /// <summary>The names of the outer elements, followed by another name if it is not empty.</summary>
    private string PathOf(int depth, string last)
    {
        var path = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture, stackalloc char[256]);
        for (var i = 0; i < depth; i++)
        {
            path.AppendLiteral(i == 0 ? string.Empty : "/");
            path.AppendLiteral(_open[i].LocalName);
        }

        path.AppendLiteral(depth == 0 || last.Length == 0 ? string.Empty : "/");
        path.AppendLiteral(last);
        return path.ToStringAndClear();
    }

    private void SkipToEnd()
    {
        var depth = Depth;
        while (!IsAtEndOf(depth))
        {
            Read();
        }
    }

    private bool IsAtEndOf(int depth) => Depth == depth && (Node == XmlNodeKind.Element ? IsEmptyElement : Node == XmlNodeKind.EndElement);

    private bool ReadInside()
    {
        while (true)
        {
            if (At(_position) != '<')
            {
                if (_position >= _end)
                {
                    throw Truncated();
                }

                _textStart = _position;
                PassText();
                Node = XmlNodeKind.Text;
                return true;
            }

            switch (At(_position + 1))
            {
                case (byte)'/':
                    ReadEndTag();
                    return true;
                case (byte)'?':
                    PassInstruction();
                    break;
                case (byte)'!' when Has(CommentStart):
                    PassComment();
                    break;
                case (byte)'!' when Has(CharacterDataStart):
                    _textStart = _position;
                    PassCharacterData();
                    Node = XmlNodeKind.Text;
                    return true;
                default:
                    ReadStartTag();
                    return true;
            }
        }
    }

    private void ReadEndTag()
    {
        ref var element = ref _open[Depth - 1];
        var name = _document.AsSpan(element.NameStart, element.NameLength);
        var position = _position + 2;
        if (_end - position < name.Length || !_document.AsSpan(position, name.Length).SequenceEqual(name))
        {
            throw WrongEndTag(position);
        }

        position = PassBlanks(position + name.Length);
        if (At(position) != '>')
        {
            throw position >= _end ? Truncated() : WrongEndTag(_position + 2);
        }

        _position = position + 1;
        Node = XmlNodeKind.EndElement;
        ForgetAttributes();
    }

    private XmlFaultException WrongEndTag(int nameStart)
    {
        if (nameStart >= _end)
        {
            return Truncated();
        }

        const string Rule = "Elements end in the reverse of the order in which they begin";
        var length = Rest(nameStart).IndexOfAny(XmlBytes.EndOfName);
        var name = Rest(nameStart)[..(length < 0 ? _end - nameStart : length)];
        for (var i = 0; i < Depth; i++)
        {
            // The name of an open element is a real name, not part of a text with an unescaped tag.
            if (name.SequenceEqual(_document.AsSpan(_open[i].NameStart, _open[i].NameLength)))
            {
                return Fault(_position, Rule, "a premature end tag of", XmlFaultException.Shown(name));
            }
        }

        return Fault(_position, Rule, "an end tag that matches no open element");
    }

    private void Leave()
    {
        IsEmptyElement = false;
        Depth--;
        DropNamespaces(_open[Depth].Namespaces);
    }

    // After the end, 0 is returned: control characters were rejected, so 0 matches no rule.
    private byte At(int position) => position < _end ? _document[position] : (byte)0;

    private ReadOnlySpan<byte> Rest(int position) => _document.AsSpan(position, _end - position);

    private bool Has(ReadOnlySpan<byte> text) => Rest(_position).StartsWith(text);

    private int PassBlanks(int position)
    {
        while (XmlBytes.IsBlank(At(position)))
        {
            position++;
        }

        return position;
    }

    private XmlFaultException Fault(int position, string rule, string found, string? name = null) => new(rule, found, position - _start, name);

    /// <summary>
    /// A limit of this reader was exceeded in a document that may be well-formed. It is handled as a fault, so that its result code is recovered.
    /// </summary>
    private XmlFaultException Excess(int position, FormattableString limit, FormattableString found) =>
        new(FormattableString.Invariant(limit), FormattableString.Invariant(found), position - _start) { IsLimit = true };

    private XmlFaultException Truncated() => Fault(_end, "Each element has an end", "the end of the document inside an element");

    private record struct OpenElement(int TagStart, int NameStart, int NameLength, string LocalName, string NamespaceUri, int Namespaces);
}

/// <summary>An element to which a reader can return.</summary>
/// <param name="TagStart">The start of its start tag.</param>
/// <param name="Depth">The number of open elements, including itself.</param>
internal readonly record struct XmlMark(int TagStart, int Depth);
