using System.Text;
using EppClient.Xml.Codec;

namespace EppClient.Xml;

/// <summary>
/// The tags of a document up to a fault, without secret or personal content. Masked with <c>***</c> are all text, the content of elements that the schemas
/// mark, and tags after text, which may be text too.
/// </summary>
internal sealed class XmlExcerpt
{
    private const int MaxCharacters = 300;
    private const string Masked = "***";

    // The names in EPP's own namespace that are shown: other names may come from a text with an unescaped '<'.
    internal static readonly HashSet<string> EnvelopeNames = new(StringComparer.Ordinal)
    {
        "epp", "greeting", "svID", "svDate", "svcMenu", "version", "lang", "objURI", "svcExtension", "extURI", "dcp", "access", "statement", "purpose", "recipient", "retention",
        "hello", "command", "login", "logout", "check", "info", "create", "update", "delete", "renew", "transfer", "poll", "clID", "pw", "newPW", "options", "svcs",
        "response", "result", "msg", "value", "extValue", "reason", "msgQ", "qDate", "resData", "extension", "trID", "clTRID", "svTRID",
    };

    private readonly StringBuilder _shown = new();
    private readonly List<string> _path = [];
    private readonly List<EppElementScope> _scopes = [];
    private readonly EppXmlDialect _dialect;
    private readonly EppSchemaSet _schemas;
    private int _maskedFrom = int.MaxValue;

    private XmlExcerpt(EppXmlDialect dialect, EppSchemaSet schemas) => (_dialect, _schemas) = (dialect, schemas);

    /// <summary>The path of the open elements at the fault that may be shown; null outside the root element.</summary>
    public string? Path => _path.Count == 0 ? null : string.Join('/', _path);

    /// <summary>Whether the fault is in an element whose content must not be shown.</summary>
    public bool IsMasked { get; private set; }

    /// <summary>Creates an excerpt.</summary>
    /// <param name="text">The document, in UTF-8.</param>
    /// <param name="fault">The position of its first fault.</param>
    /// <param name="dialect">The dialect of the document.</param>
    /// <param name="schemas">The schemas, which mark secret and personal elements.</param>
    public static XmlExcerpt Of(ReadOnlyMemory<byte> text, int fault, EppXmlDialect dialect, EppSchemaSet schemas)
    {
        var excerpt = new XmlExcerpt(dialect, schemas);
        excerpt.Read(new LenientXmlReader(text[..Math.Clamp(fault, 0, text.Length)]));
        return excerpt;
    }

    /// <summary>The excerpt.</summary>
    public override string ToString() => _shown.Length <= MaxCharacters ? _shown.ToString() : string.Concat("...", _shown.ToString(_shown.Length - MaxCharacters, MaxCharacters));

    private void Read(LenientXmlReader reader)
    {
        // Whether there was text, for the document and for each open element.
        var hasText = new Stack<bool>([false]);
        while (reader.Read())
        {
            switch (reader.Node)
            {
                case XmlNodeKind.Element:
                    Start(reader, isBehindText: hasText.Peek());
                    hasText.Push(false);
                    if (reader.IsEmptyElement)
                    {
                        Leave(hasText);
                    }

                    break;
                case XmlNodeKind.EndElement:
                    while (_path.Count > reader.Open.Count)
                    {
                        Leave(hasText);
                    }

                    Show($"</{_path[^1]}>");
                    Leave(hasText);
                    break;
                default:
                    if (!string.IsNullOrWhiteSpace(reader.Text))
                    {
                        hasText.Pop();
                        hasText.Push(true);
                        Show(Masked);
                    }

                    break;
            }
        }

        IsMasked = _maskedFrom < _path.Count || (hasText.Peek() && _maskedFrom <= _path.Count);
        if (_maskedFrom < _path.Count)
        {
            _path.RemoveRange(_maskedFrom, _path.Count - _maskedFrom);
        }
    }

    private void Start(LenientXmlReader reader, bool isBehindText)
    {
        var element = reader.Open[^1];
        var uri = _schemas.CanonicalOf(reader.LookupNamespace(element.Prefix) ?? string.Empty, _dialect);
        var isKnown = !isBehindText && (uri != EppNamespaces.Epp || EnvelopeNames.Contains(element.LocalName));
        var name = isKnown ? XmlFaultException.Shown(Encoding.UTF8.GetBytes(element.LocalName)) : Masked;
        var qualified = isKnown && element.Prefix.Length > 0 ? $"{XmlFaultException.Shown(Encoding.UTF8.GetBytes(element.Prefix))}:{name}" : name;
        if (_maskedFrom > _path.Count)
        {
            _shown.Append('<').Append(qualified);
            if (isKnown)
            {
                ShowAttributes(reader.Attributes, uri);
            }

            _shown.Append(reader.IsEmptyElement ? "/>" : ">");
        }

        var scope = _scopes.Count > 0 ? _scopes[^1] : default;
        _path.Add(name);
        _scopes.Add(scope.Within(uri, element.LocalName));
        if (_maskedFrom > _path.Count && (!isKnown || _schemas.AssumedSensitivityOf(uri, element.LocalName, scope) != EppSensitivity.None))
        {
            // The content of the element is masked, its tag is not.
            _maskedFrom = _path.Count;
        }
    }

    private void ShowAttributes(IReadOnlyDictionary<string, string> attributes, string namespaceUri)
    {
        foreach (var (name, value) in attributes)
        {
            var isSafe = namespaceUri == EppNamespaces.Epp && name is "code" or "count" or "id" or "lang" or "op";
            if (name != "xmlns" && !name.StartsWith("xmlns:", StringComparison.Ordinal))
            {
                _shown.Append(' ').Append(XmlFaultException.Shown(Encoding.UTF8.GetBytes(name))).Append("=\"")
                    .Append(isSafe ? XmlFaultException.Shown(Encoding.UTF8.GetBytes(value)) : Masked).Append('"');
            }
        }
    }

    private void Show(string text)
    {
        // The end tag is shown, because only the content of the element is masked.
        if (text == Masked ? _maskedFrom > _path.Count || !EndsWithMask() : _maskedFrom >= _path.Count)
        {
            _shown.Append(text);
        }
    }

    private bool EndsWithMask() => _shown.Length >= Masked.Length && _shown.ToString(_shown.Length - Masked.Length, Masked.Length) == Masked;

    private void Leave(Stack<bool> hasText)
    {
        hasText.Pop();
        _path.RemoveAt(_path.Count - 1);
        _scopes.RemoveAt(_scopes.Count - 1);
        if (_maskedFrom > _path.Count)
        {
            _maskedFrom = int.MaxValue;
        }
    }
}
