using EppClient.Xml;

namespace EppClient.Protocol;

/// <summary>Reads a response in one pass: typed where a schema knows an element, raw where none does.</summary>
internal static class ResponseReader
{
    /// <summary>Reads the response on which the reader stands.</summary>
    public static EppResponseContent Read(EppXmlReader reader, EppSchemaSet schemas)
    {
        List<EppResult> results = [];
        EppQueueInfo? queue = null;
        IReadOnlyList<IEppElement> data = [];
        IReadOnlyList<IEppElement> extensions = [];
        (string? Client, string? Server) transaction = default;
        var response = reader.EnterElement();
        while (reader.NextChild(response))
        {
            switch (reader.NameIn(EppNamespaces.Epp))
            {
                case "result":
                    results.Add(ResultReader.Read(reader));
                    break;
                case "msgQ":
                    queue = ReadQueue(reader);
                    break;
                case "resData":
                    data = schemas.ReadChildren(reader);
                    break;
                case "extension":
                    extensions = schemas.ReadChildren(reader);
                    break;
                case "trID":
                    transaction = ReadTransaction(reader);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        var withheld = UnhandledNamespaceReader.Read(results, reader.Dialect, schemas);
        return new EppResponseContent
        {
            Results = results.Count > 0 ? results : throw reader.Missing("result", "epp:responseType"),
            MessageQueue = queue,
            Data = Join(data, withheld, areExtensions: false),
            Extensions = Join(extensions, withheld, areExtensions: true),
            UnhandledNamespaces = withheld,
            ClientTransactionId = transaction.Client,
            ServerTransactionId = transaction.Server ?? throw reader.Missing("svTRID", "epp:trIDType"),
        };
    }

    private static IReadOnlyList<IEppElement> Join(IReadOnlyList<IEppElement> sent, IReadOnlyList<EppUnhandledNamespace> withheld, bool areExtensions) =>
        withheld.Count > 0 ? JoinAll(sent, withheld, areExtensions) : sent;

    // Apart, because what a lambda captures is allocated where its method begins, and nearly no response withholds anything.
    private static IReadOnlyList<IEppElement> JoinAll(IReadOnlyList<IEppElement> sent, IReadOnlyList<EppUnhandledNamespace> withheld, bool areExtensions) =>
        [.. sent, .. withheld.Where(w => w.IsExtension == areExtensions).Select(w => w.Element)];

    private static EppQueueInfo ReadQueue(EppXmlReader reader)
    {
        var count = reader.UInt64Attribute("count");
        var id = reader.Attribute("id");
        DateTimeOffset? queued = null;
        EppMixedContent? message = null;
        var language = "en";
        var queue = reader.EnterElement();
        while (reader.NextChild(queue))
        {
            switch (reader.NameIn(EppNamespaces.Epp))
            {
                case "qDate":
                    queued = reader.ReadDateTime();
                    break;
                case "msg":
                    language = reader.Attribute("lang") ?? language;
                    message = reader.ReadMixed();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return new EppQueueInfo
        {
            Count = count ?? throw reader.Missing("count", "epp:msgQType"),
            Id = id ?? throw reader.Missing("id", "epp:msgQType"),
            QueuedDate = queued,
            Message = message,
            Language = language,
        };
    }

    private static (string? Client, string? Server) ReadTransaction(EppXmlReader reader)
    {
        (string? Client, string? Server) transaction = default;
        var element = reader.EnterElement();
        while (reader.NextChild(element))
        {
            switch (reader.NameIn(EppNamespaces.Epp))
            {
                case "clTRID":
                    transaction.Client = reader.ReadText(EppSimpleType.Token);
                    break;
                case "svTRID":
                    transaction.Server = reader.ReadText(EppSimpleType.Token);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return transaction;
    }
}
