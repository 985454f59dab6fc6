using EppClient.Xml;

namespace EppClient.Protocol;

/// <summary>Reads a response in one pass. Elements that a schema defines are typed; others are raw.</summary>
internal static class ResponseReader
{
    /// <summary>
    /// Reads the current response. The code decides the outcome, so other missing or invalid parts are only reported. The results are empty if none has a
    /// readable code.
    /// </summary>
    /// <param name="reader">The reader, on the response.</param>
    /// <param name="schemas">The schemas that give types to elements.</param>
    /// <param name="sent">The clTRID that was sent; null if it is not known.</param>
    public static EppResponseContent Read(EppXmlReader reader, EppSchemaSet schemas, string? sent)
    {
        EppItems<EppResult>? results = null;
        EppQueueInfo? queue = null;
        IReadOnlyList<IEppElement> data = [];
        IReadOnlyList<IEppElement> extensions = [];
        (string? Client, string? Server)? transaction = null;
        var (hasData, hasExtensions, order) = (false, false, 0);
        var start = reader.Start();
        var response = reader.EnterElement();
        while (reader.NextChild(response))
        {
            switch (reader.EnvelopeName)
            {
                case "result":
                    reader.InOrder(ref order, 0);
                    EppList.Add(ref results, ResultReader.Read(reader));
                    break;
                case "msgQ" when queue is not { Id.Length: > 0 }:
                    reader.InOrder(ref order, 1);
                    if (queue is not null)
                    {
                        reader.Diagnose(EppReadFault.Unexpected, reader.Path, "The schema allows this element only once");
                    }

                    queue = ReadQueue(reader);
                    break;
                case "resData":
                    reader.InOrder(ref order, 2);
                    data = Read(reader, schemas, data, ref hasData);
                    break;
                case "extension":
                    reader.InOrder(ref order, 3);
                    extensions = Read(reader, schemas, extensions, ref hasExtensions);
                    break;
                case "trID" when transaction is null:
                    reader.InOrder(ref order, 4);
                    transaction = ReadTransaction(reader, sent);
                    break;
                default:
                    reader.SkipUnexpected();
                    break;
            }
        }

        if (transaction is null)
        {
            reader.Missing(start, "trID", "epp:responseType");
        }

        if (results is [{ Code.IsSuccess: true }, _, ..])
        {
            reader.Diagnose(EppReadFault.Unexpected, "epp/response/result", "The response to a successful command has only one result (RFC 5730, section 2.6)");
        }

        var withheld = UnhandledNamespaceReader.Read(EppList.Of(results), reader, schemas);
        return new EppResponseContent
        {
            Results = EppList.Of(results),
            MessageQueue = queue,
            Data = Join(data, withheld, areExtensions: false),
            Extensions = Join(extensions, withheld, areExtensions: true),
            UnhandledNamespaces = withheld,
            ClientTransactionId = transaction?.Client,
            ServerTransactionId = transaction?.Server ?? string.Empty,
        };
    }

    /// <summary>Reads the transaction ids; an empty id is treated as absent.</summary>
    /// <param name="reader">The reader, on the element.</param>
    /// <param name="sent">The clTRID that was sent; null if it is not known.</param>
    public static (string? Client, string? Server) ReadTransaction(EppXmlReader reader, string? sent)
    {
        (string? Client, string? Server) transaction = default;
        var order = 0;
        var start = reader.Start();
        var element = reader.EnterElement();
        while (reader.NextChild(element))
        {
            switch (reader.EnvelopeName)
            {
                case "clTRID" when transaction.Client is null:
                    reader.InOrder(ref order, 0);
                    transaction.Client = reader.ReadText(EppEnvelopeSchema.TrIdStringType, sent) is { Length: > 0 } client ? client : null;
                    break;
                case "svTRID" when transaction.Server is null:
                    reader.InOrder(ref order, 1);
                    transaction.Server = reader.ReadText(EppEnvelopeSchema.TrIdStringType) is { Length: > 0 } server ? server : null;
                    break;
                default:
                    reader.SkipUnexpected();
                    break;
            }
        }

        if (transaction.Server is null)
        {
            reader.Missing(start, "svTRID", "epp:trIDType");
        }

        return transaction;
    }

    /// <summary>Reads the elements of a container. The elements of a repeated container are added.</summary>
    private static IReadOnlyList<IEppElement> Read(EppXmlReader reader, EppSchemaSet schemas, IReadOnlyList<IEppElement> before, ref bool isThere)
    {
        if (isThere)
        {
            reader.Diagnose(EppReadFault.Unexpected, reader.Path, "The schema allows this element only once");
        }

        isThere = true;
        var elements = schemas.ReadChildren(reader);
        if (before.Count == 0 || elements.Count == 0)
        {
            return before.Count == 0 ? elements : before;
        }

        // The list is extended in place: a copy for each repeated container would take quadratic time.
        var all = before as List<IEppElement> ?? [.. before];
        all.AddRange(elements);
        return all;
    }

    private static IReadOnlyList<IEppElement> Join(IReadOnlyList<IEppElement> sent, IReadOnlyList<EppUnhandledNamespace> withheld, bool areExtensions) =>
        withheld.Count > 0 ? JoinAll(sent, withheld, areExtensions) : sent;

    // A separate method, because closures are allocated at the start of a method, and almost no response withholds content.
    private static IReadOnlyList<IEppElement> JoinAll(IReadOnlyList<IEppElement> sent, IReadOnlyList<EppUnhandledNamespace> withheld, bool areExtensions) =>
        [.. sent, .. withheld.Where(w => w.IsExtension == areExtensions).Select(w => w.Element)];

    private static EppQueueInfo ReadQueue(EppXmlReader reader)
    {
        var start = reader.Start();
        var count = reader.UInt64Attribute("count");
        var id = reader.Attribute("id");
        DateTimeOffset? queued = null;
        EppMixedContent? message = null;
        var language = "en";
        var order = 0;
        var queue = reader.EnterElement();
        while (reader.NextChild(queue))
        {
            switch (reader.EnvelopeName)
            {
                case "qDate" when queued is null:
                    reader.InOrder(ref order, 0);
                    queued = reader.ReadDateTime();
                    break;
                case "msg" when message is null:
                    reader.InOrder(ref order, 1);
                    language = reader.Attribute("lang") ?? language;
                    message = reader.ReadMixed();
                    break;
                default:
                    reader.SkipUnexpected();
                    break;
            }
        }

        if (count is null)
        {
            reader.Missing(start, "@count", "epp:msgQType");
        }

        if (id is not { Length: > 0 })
        {
            reader.Missing(start, "@id", "epp:msgQType");
        }

        return new EppQueueInfo
        {
            // A message with an id exists, even if the registry does not send the count.
            Count = count ?? (id is { Length: > 0 } ? 1ul : 0),
            Id = id ?? string.Empty,
            QueuedDate = queued,
            Message = message,
            Language = language,
        };
    }
}

/// <summary>The content of a response.</summary>
internal sealed record EppResponseContent
{
    /// <summary>The results with a readable code. If empty, the message cannot complete a command.</summary>
    public required IReadOnlyList<EppResult> Results { get; init; }

    /// <summary>The first code, or its original if the registry replaced it with a session-closing code; null if not determined yet.</summary>
    public EppResultCode? BaseCode { get; set; }

    public EppQueueInfo? MessageQueue { get; init; }

    public IReadOnlyList<IEppElement> Data { get; init; } = [];

    public IReadOnlyList<IEppElement> Extensions { get; init; } = [];

    public IReadOnlyList<EppUnhandledNamespace> UnhandledNamespaces { get; init; } = [];

    public string? ClientTransactionId { get; init; }

    /// <summary>The server transaction id; empty if the registry sent none.</summary>
    public string ServerTransactionId { get; init; } = string.Empty;

    /// <summary>The protocol extension that the registry sent instead of a response (RFC 5730, section 2.7.1); null if it sent a response.</summary>
    public EppRawElement? ProtocolExtension { get; init; }

    public IReadOnlyList<EppReadDiagnostic> ReadDiagnostics { get; init; } = [];

    /// <summary>Why the response is not well-formed; null if it is well-formed.</summary>
    public EppXmlFault? XmlFault { get; init; }

    /// <summary>The unchanged response, if it is passed to the caller.</summary>
    public byte[]? Document { get; set; }

    /// <summary>The evidence that replaces a response that was lost; null if the registry sent this one.</summary>
    public EppReconciliation? Reconciliation { get; init; }

    /// <summary>Creates the exception for an expected response that indicates neither success nor failure.</summary>
    public EppProtocolException WithoutResult() => ProtocolExtension is { } extension
        ? new("The registry responded with a protocol extension, which indicates neither success nor failure", "epp/extension") { ProtocolExtension = extension.Xml, IsInStep = true }
        : new("The response has no result with a code from 1000 to 2999", "epp/response/result/@code") { IsInStep = true };
}
