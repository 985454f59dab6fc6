using System.Globalization;
using System.Text;
using EppClient.Xml;
using EppClient.Xml.Codec;

namespace EppClient.Protocol;

/// <summary>
/// Recovers the parts of a malformed response that decide the outcome of its command: the result code, and the ids of the transaction and of the poll
/// message. Nothing else is read.
/// </summary>
/// <remarks>
/// <para>This is safe, because a value counts only at its own path: a tag <c>result</c> directly in <c>response</c> directly in the root
/// <c>epp</c>, all with one prefix, which must be bound to EPP's namespace if it is declared; not in comments, CDATA sections or the text of
/// other elements. The code is read from the first such tag if that ends before the fault, so that everything before it is well-formed.
/// Otherwise it is read only if all such tags of the document have the same code, and no clTRID differs from the one that was sent.</para>
/// <para>An id is read if all values at its path are equal. A clTRID other than the one that was sent is reported, so that the
/// response is not used for the wrong command.</para>
/// </remarks>
internal sealed class ResponseRecovery
{
    private readonly List<(int Code, bool IsBeforeFault)> _codes = [];
    private readonly HashSet<string> _clientIds = new(StringComparer.Ordinal);
    private readonly HashSet<string> _serverIds = new(StringComparer.Ordinal);
    private readonly HashSet<string> _messageIds = new(StringComparer.Ordinal);
    private string? _message;
    private ulong? _count;
    private DateTimeOffset? _queued;
    private bool _isOtherNamespace;

    private ResponseRecovery()
    {
    }

    /// <summary>The clTRID, if there is exactly one.</summary>
    public string? ClientTransactionId => Only(_clientIds);

    /// <summary>Scans a response.</summary>
    /// <param name="document">The unchanged response.</param>
    /// <param name="dialect">The dialect in which it is written.</param>
    public static ResponseRecovery In(ReadOnlyMemory<byte> document, EppXmlDialect dialect)
    {
        var recovery = new ResponseRecovery();
        var (text, wellFormed) = MalformedXml.TextOf(document);
        recovery.Scan(new LenientXmlReader(text), wellFormed, dialect);
        return recovery;
    }

    /// <summary>The recovered parts of the response; null if its code was not recovered.</summary>
    /// <param name="sent">The clTRID that was sent; null if it is not known.</param>
    /// <param name="fault">The fault of the document.</param>
    public EppResponseContent? Content(string? sent, EppXmlFault fault) => Code(sent) is not { } code ? null : new EppResponseContent
    {
        Results = [new EppResult { Code = new EppResultCode(code), Message = _message ?? string.Empty }],
        MessageQueue = Only(_messageIds) is { } id ? new EppQueueInfo { Id = id, Count = _count ?? 1, QueuedDate = _queued } : null,
        ClientTransactionId = ClientTransactionId,
        ServerTransactionId = Only(_serverIds) ?? string.Empty,
        XmlFault = fault,
        ReadDiagnostics = [new EppReadDiagnostic(EppReadFault.Unreadable, fault.XmlPath ?? string.Empty, $"The message {fault.Summary}: {fault}", raw: null)],
    };

    private static string? Only(HashSet<string> values) => values.Count == 1 ? values.First() : null;

    private int? Code(string? sent)
    {
        if (_isOtherNamespace || _codes.Count == 0)
        {
            return null;
        }

        var isSafe = _codes[0].IsBeforeFault
            || (_codes.TrueForAll(other => other.Code == _codes[0].Code) && (_clientIds.Count == 0 || sent is null || TransactionIds.AreSame(ClientTransactionId, sent)));
        return isSafe && _codes[0].Code is >= 1000 and <= 2999 ? _codes[0].Code : null;
    }

    private void Scan(LenientXmlReader reader, int wellFormed, EppXmlDialect dialect)
    {
        // A '<' that begins no tag starts a new text node, so there may be as many nodes as characters: use a builder.
        var text = new StringBuilder();
        while (reader.Read())
        {
            var isBeforeFault = reader.End <= wellFormed;
            switch (reader.Node)
            {
                case XmlNodeKind.Element:
                    text.Clear();
                    Start(reader, isBeforeFault, dialect);
                    break;
                case XmlNodeKind.EndElement:
                    // The text is complete only at the end tag.
                    End(reader, text.ToString(), isBeforeFault);
                    text.Clear();
                    break;
                case var _ when IsAtClientId(reader) || IsAtServerId(reader) || IsAtMessage(reader) || IsAtDate(reader):
                    text.Append(reader.Text);
                    break;
                default:
                    break;
            }
        }
    }

    private void Start(LenientXmlReader reader, bool isBeforeFault, EppXmlDialect dialect)
    {
        if (reader.Open.Count <= 3 && reader.LookupNamespace(reader.Open[^1].Prefix) is { } uri && reader.Open[^1].Prefix == reader.Open[0].Prefix)
        {
            _isOtherNamespace |= EppSchemaSet.Empty.CanonicalOf(uri, dialect) != EppNamespaces.Epp;
        }

        if (reader.IsAt("epp", "response", "result"))
        {
            _ = int.TryParse(reader.Attributes.GetValueOrDefault("code", string.Empty).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var code);
            _codes.Add((code, isBeforeFault));
        }
        else if (reader.IsAt("epp", "response", "msgQ"))
        {
            Add(_messageIds, reader.Attributes.GetValueOrDefault("id"));
            _count ??= ulong.TryParse(reader.Attributes.GetValueOrDefault("count", string.Empty).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
        }
    }

    private void End(LenientXmlReader reader, string text, bool isBeforeFault)
    {
        if (IsAtClientId(reader))
        {
            Add(_clientIds, text);
        }
        else if (IsAtServerId(reader))
        {
            Add(_serverIds, text);
        }
        else if (isBeforeFault && _codes.Count == 1 && IsAtMessage(reader))
        {
            _message ??= EppWhiteSpaces.Normalize(text, EppWhiteSpace.Replace);
        }
        else if (isBeforeFault && IsAtDate(reader) && EppLexical.TryParse(text.Trim(), out DateTimeOffset queued))
        {
            _queued = queued;
        }
    }

    private static bool IsAtClientId(LenientXmlReader reader) => reader.IsAt("epp", "response", "trID", "clTRID") || reader.IsAt("epp", "trID", "clTRID");

    private static bool IsAtServerId(LenientXmlReader reader) => reader.IsAt("epp", "response", "trID", "svTRID") || reader.IsAt("epp", "trID", "svTRID");

    private static bool IsAtMessage(LenientXmlReader reader) => reader.IsAt("epp", "response", "result", "msg");

    private static bool IsAtDate(LenientXmlReader reader) => reader.IsAt("epp", "response", "msgQ", "qDate");

    /// <summary>Adds an id, unless it contains a character that ids do not allow.</summary>
    private static void Add(HashSet<string> ids, string? text)
    {
        var id = text is null ? string.Empty : EppWhiteSpaces.Normalize(text, EppWhiteSpace.Collapse);
        if (id.Length > 0 && !id.Any(c => char.IsControl(c) || c == '\uFFFD'))
        {
            ids.Add(id);
        }
    }
}
