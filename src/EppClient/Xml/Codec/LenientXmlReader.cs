using System.Net;
using System.Text;

namespace EppClient.Xml.Codec;

/// <summary>
/// Reads the tags of a document that may be malformed. Everything except tags is text. An end tag that matches no open element is skipped; one that matches an
/// outer element ends the inner ones too. On a well-formed document, or the part before a fault, it reads the same as <see cref="Utf8XmlReader"/>.
/// </summary>
/// <remarks>
/// For error handling only, because it allocates. Elements deeper than <see cref="MaxDepth"/> are only counted by their names; their text is read. The document
/// ends if more than <see cref="MaxDeepNames"/> names are open among them.
/// </remarks>
internal sealed class LenientXmlReader(ReadOnlyMemory<byte> text)
{
    private const int MaxDepth = Utf8XmlReader.MaxDepth;

    private const int MaxDeepNames = 256;

    private readonly List<OpenElement> _open = [];
    private readonly Dictionary<(string Prefix, string LocalName), int> _deep = [];
    private Dictionary<string, string> _attributes = new(StringComparer.Ordinal);
    private bool _isLeaving;

    /// <summary>The type of the current node.</summary>
    public XmlNodeKind Node { get; private set; }

    /// <summary>The open elements, including the current one.</summary>
    public IReadOnlyList<OpenElement> Open => _open;

    /// <summary>The attributes of the current start tag, by their names as written; values are decoded.</summary>
    public IReadOnlyDictionary<string, string> Attributes => _attributes;

    /// <summary>Whether the current element is an empty-element tag.</summary>
    public bool IsEmptyElement { get; private set; }

    /// <summary>The start of the node.</summary>
    public int Start { get; private set; }

    /// <summary>The end of the node.</summary>
    public int End { get; private set; }

    /// <summary>The current text, with references replaced.</summary>
    public string Text => Decode(text.Span[Start..End]);

    private ReadOnlySpan<byte> Rest => text.Span[End..];

    /// <summary>Reads the next node.</summary>
    public bool Read()
    {
        if (_isLeaving)
        {
            _isLeaving = false;
            _open.RemoveAt(_open.Count - 1);
        }

        while (End < text.Length)
        {
            Start = End;
            if (Rest[0] != '<')
            {
                PassText();
                return true;
            }

            if (Rest.StartsWith("<!--"u8) || Rest.StartsWith("<?"u8))
            {
                PassTo(Rest.StartsWith("<?"u8) ? "?>"u8 : "-->"u8);
            }
            else if (Rest.StartsWith("<![CDATA["u8))
            {
                PassTo("]]>"u8);
                Node = XmlNodeKind.Text;
                return true;
            }
            else if (Rest.StartsWith("<!"u8))
            {
                PassTo(">"u8);
            }
            else if (Rest.StartsWith("</"u8) ? TryReadEnd() : TryReadStart())
            {
                return true;
            }
            else if (Start == End)
            {
                PassText();
                return true;
            }
        }

        Node = XmlNodeKind.None;
        return false;
    }

    /// <summary>Whether the open elements have these local names, all with the prefix of the root.</summary>
    /// <param name="path">The local names, beginning with the root.</param>
    public bool IsAt(params ReadOnlySpan<string> path)
    {
        if (_open.Count != path.Length)
        {
            return false;
        }

        for (var i = 0; i < path.Length; i++)
        {
            if (_open[i].LocalName != path[i] || _open[i].Prefix != _open[0].Prefix)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The namespace of a prefix at the innermost open element; null if it is not declared.</summary>
    /// <param name="prefix">The prefix; empty for the default namespace.</param>
    public string? LookupNamespace(string prefix)
    {
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (_open[i].Namespaces?.GetValueOrDefault(prefix) is { } uri)
            {
                return uri;
            }
        }

        return null;
    }

    private void PassText()
    {
        var length = Rest[1..].IndexOf((byte)'<');
        End = length < 0 ? text.Length : End + 1 + length;
        Node = XmlNodeKind.Text;
    }

    private void PassTo(ReadOnlySpan<byte> end)
    {
        var length = Rest.IndexOf(end);
        End = length < 0 ? text.Length : End + length + end.Length;
    }

    private bool TryReadEnd()
    {
        var position = End + 2;
        if (!TryReadName(ref position, out var prefix, out var localName))
        {
            return false;
        }

        PassBlanks(ref position);
        if (At(position) != '>')
        {
            return false;
        }

        if (TryLeaveDeep(prefix, localName))
        {
            End = position + 1;
            return false;
        }

        var fitting = _open.FindLastIndex(element => element.LocalName == localName && element.Prefix == prefix);
        if (fitting < 0)
        {
            // It is not text.
            End = position + 1;
            return false;
        }

        _deep.Clear();
        _open.RemoveRange(fitting + 1, _open.Count - fitting - 1);
        End = position + 1;
        _isLeaving = true;
        IsEmptyElement = false;
        Node = XmlNodeKind.EndElement;
        return true;
    }

    private bool TryReadStart()
    {
        var position = End + 1;
        if (!TryReadName(ref position, out var prefix, out var localName))
        {
            return false;
        }

        ForgetAttributes();
        Dictionary<string, string>? namespaces = null;
        while (true)
        {
            var before = position;
            PassBlanks(ref position);
            if (At(position) == '>' || (At(position) == '/' && At(position + 1) == '>'))
            {
                break;
            }

            if (before == position || !TryReadAttribute(ref position, out var name, out var value) || !_attributes.TryAdd(name, value))
            {
                return false;
            }

            if (name == "xmlns" || name.StartsWith("xmlns:", StringComparison.Ordinal))
            {
                (namespaces ??= new(StringComparer.Ordinal))[name == "xmlns" ? string.Empty : name[6..]] = value;
            }
        }

        IsEmptyElement = At(position) == '/';
        End = position + (IsEmptyElement ? 2 : 1);
        if (_open.Count == MaxDepth)
        {
            EnterDeep(prefix, localName);
            return false;
        }

        _open.Add(new OpenElement(prefix, localName, namespaces));
        _isLeaving = IsEmptyElement;
        Node = XmlNodeKind.Element;
        return true;
    }

    private void EnterDeep(string prefix, string localName)
    {
        if (IsEmptyElement)
        {
            return;
        }

        _deep[(prefix, localName)] = _deep.GetValueOrDefault((prefix, localName)) + 1;
        if (_deep.Count > MaxDeepNames)
        {
            End = text.Length;
        }
    }

    private bool TryLeaveDeep(string prefix, string localName)
    {
        if (!_deep.Remove((prefix, localName), out var count))
        {
            return false;
        }

        if (count > 1)
        {
            _deep.Add((prefix, localName), count - 1);
        }

        return true;
    }

    private void ForgetAttributes()
    {
        if (_attributes.Count > Utf8XmlReader.MaxAttributes)
        {
            // A new dictionary: clearing takes time proportional to the largest size so far, for each of the following tags.
            _attributes = new(StringComparer.Ordinal);
        }

        _attributes.Clear();
    }

    private bool TryReadAttribute(ref int position, out string name, out string value)
    {
        (name, value) = (string.Empty, string.Empty);
        if (!TryReadName(ref position, out var prefix, out var localName))
        {
            return false;
        }

        PassBlanks(ref position);
        if (At(position) != '=')
        {
            return false;
        }

        position++;
        PassBlanks(ref position);
        var quote = At(position);
        var length = quote is (byte)'"' or (byte)'\'' ? text.Span[(position + 1)..].IndexOfAny(quote, (byte)'<') : -1;
        if (length < 0 || At(position + 1 + length) != quote)
        {
            return false;
        }

        name = prefix.Length == 0 ? localName : $"{prefix}:{localName}";
        value = Decode(text.Span.Slice(position + 1, length));
        position += length + 2;
        return true;
    }

    private bool TryReadName(ref int position, out string prefix, out string localName)
    {
        prefix = ReadPart(ref position);
        localName = prefix;
        if (prefix.Length > 0 && At(position) == ':')
        {
            position++;
            localName = ReadPart(ref position);
        }
        else
        {
            prefix = string.Empty;
        }

        return localName.Length > 0;
    }

    private string ReadPart(ref int position)
    {
        var start = position;
        while (position == start ? XmlBytes.IsNameStart(At(position)) : XmlBytes.IsName(At(position)))
        {
            position++;
        }

        return Encoding.UTF8.GetString(text.Span[start..position]);
    }

    private void PassBlanks(ref int position)
    {
        while (XmlBytes.IsBlank(At(position)))
        {
            position++;
        }
    }

    private byte At(int position) => position < text.Length ? text.Span[position] : (byte)0;

    private static string Decode(ReadOnlySpan<byte> text) => text.StartsWith("<![CDATA["u8)
        ? Encoding.UTF8.GetString(text[9..(text.EndsWith("]]>"u8) ? text.Length - 3 : text.Length)])
        : text.Contains((byte)'&') ? WebUtility.HtmlDecode(Encoding.UTF8.GetString(text)) : Encoding.UTF8.GetString(text);

    /// <summary>An open element.</summary>
    /// <param name="Prefix">The prefix; empty for none.</param>
    /// <param name="LocalName">The name without the prefix.</param>
    /// <param name="Namespaces">The namespaces that it declares, by prefix; null for none.</param>
    public sealed record OpenElement(string Prefix, string LocalName, IReadOnlyDictionary<string, string>? Namespaces);
}
