using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient;

/// <summary>The response of the registry to a command (RFC 5730, section 2.6).</summary>
/// <remarks>Immutable.</remarks>
public class EppResponse
{
    internal EppResponse(EppResponseContent content, EppPendingAction? pending)
    {
        Content = content;
        Pending = pending;
    }

    /// <summary>All results with a readable code. The first one determines success or failure.</summary>
    public IReadOnlyList<EppResult> Results => Content.Results;

    /// <summary>The code of the first result.</summary>
    public EppResultCode Code => Results[0].Code;

    /// <summary>
    /// The code without the information that the session ends, where it can be determined: 1001 if <see cref="Code"/> is 1501. Otherwise the code
    /// itself; <see cref="EppResultCode.PossibleOriginals"/> then lists the codes that it may replace.
    /// </summary>
    public EppResultCode BaseCode => Content.BaseCode ?? Code;

    /// <summary>The message of the first result.</summary>
    public string Message => Results[0].Message;

    /// <summary>Whether the command was carried out or accepted.</summary>
    public bool IsSuccess => Code.IsSuccess;

    /// <summary>
    /// The pending action, if the registry accepted the command but has not decided yet (1001); otherwise null. Its
    /// <see cref="EppPendingAction.Completion"/> completes when the matching poll message is read through the same pool.
    /// </summary>
    public EppPendingAction? Pending { get; }

    /// <summary>The state of the message queue; null if the response does not contain it.</summary>
    public EppQueueInfo? MessageQueue => Content.MessageQueue;

    /// <summary>The elements of <c>resData</c>: typed if a schema of the profile defines them, otherwise raw. Withheld elements come last.</summary>
    public IReadOnlyList<IEppElement> DataElements => Content.Data;

    /// <summary>The elements of <c>extension</c>: typed if a schema of the profile defines them, otherwise raw. Withheld elements come last.</summary>
    public IReadOnlyList<IEppElement> ExtensionElements => Content.Extensions;

    /// <summary>
    /// The content that the registry withheld because its service was not announced at login (RFC 9038). To receive it, add its schema to the
    /// profile.
    /// </summary>
    public IReadOnlyList<EppUnhandledNamespace> UnhandledNamespaces => Content.UnhandledNamespaces;

    /// <summary>The client transaction id, as the registry echoed it.</summary>
    public string? ClientTransactionId => Content.ClientTransactionId;

    /// <summary>The server transaction id, which the registry's support needs. Empty if the registry sent none.</summary>
    public string ServerTransactionId => Content.ServerTransactionId;

    /// <summary>
    /// The parts of the response that violate its schema: they are missing, cannot be read, or were read with an assumption. Empty for most
    /// responses. They do not change the outcome, which the code determines; see docs/reference/nonconforming-responses.md.
    /// </summary>
    public IReadOnlyList<EppReadDiagnostic> ReadDiagnostics => Content.ReadDiagnostics;

    /// <summary>
    /// The reconciliation that this response is based on; null if the registry sent this response. If the original response was lost and a query
    /// showed that the registry carried out the command, the client creates this response: 1000, or 1001 if the registry has not decided yet, without
    /// data and extensions and with an empty <see cref="ServerTransactionId"/>. Only with automatic reconciliation.
    /// </summary>
    public EppReconciliation? Reconciliation => Content.Reconciliation;

    /// <summary>
    /// Why the response is not well-formed XML; null if it is well-formed. Otherwise only the result code, the ids and, if it precedes the fault, the
    /// first result's message were recovered; <see cref="Document"/> contains the data, for manual inspection.
    /// </summary>
    public EppXmlFault? XmlFault => Content.XmlFault;

    /// <summary>
    /// The unchanged XML of the response to an <see cref="EppRawCommand"/> or a poll request, and of every response that is not well-formed; null
    /// for others. Contains what the registry sent, including secrets.
    /// </summary>
    public ReadOnlyMemory<byte>? Document => Content.Document is { } document ? document : null;

    private EppResponseContent Content { get; }

    /// <summary>Gets a typed extension of the response.</summary>
    /// <typeparam name="TExtension">The type of the extension.</typeparam>
    /// <returns>The extension, or null if the response has none of its elements.</returns>
    public TExtension? Extension<TExtension>()
        where TExtension : class, IEppResponseExtension<TExtension> => TExtension.Find(ExtensionElements);

    /// <summary>Throws if the command failed.</summary>
    /// <returns>This response.</returns>
    /// <exception cref="EppCommandException">The first result's code is 2xxx.</exception>
    public EppResponse EnsureSuccess() => IsSuccess ? this : throw EppCommandException.For(this);

    internal static EppResponse Reconciled(EppReconciliation reconciliation) => new(
        new EppResponseContent
        {
            Results = [new EppResult
            {
                Code = reconciliation.IsPending ? EppResultCode.ActionPending : EppResultCode.Success,
                Message = reconciliation.Explanation,
            }],
            ClientTransactionId = reconciliation.Command.ClientTransactionId,
            ServerTransactionId = string.Empty,
            Reconciliation = reconciliation,
        },
        pending: null);

    internal EppResponse<TData> To<TData>(IEppCommand<TData> command)
        where TData : class => new(Content, Pending, command);

    /// <summary>The first result and the transaction ids.</summary>
    public override string ToString() => $"{Results[0]} (clTRID {ClientTransactionId ?? "none"}, svTRID {(ServerTransactionId.Length > 0 ? ServerTransactionId : "none")})";
}

/// <summary>The response of the registry to a command that returns data.</summary>
/// <typeparam name="TData">The type of the data.</typeparam>
public sealed class EppResponse<TData> : EppResponse
    where TData : class
{
    internal EppResponse(EppResponseContent content, EppPendingAction? pending, IEppCommand<TData> command)
        : base(content, pending) => DataOrNull = command.SelectData(this);

    /// <summary>
    /// The data; null for failed and pending commands, and for some registries after a renew. Members that are missing or cannot be read throw
    /// <see cref="EppUnreadableMemberException"/>.
    /// </summary>
    public TData? DataOrNull { get; }

    /// <summary>The data.</summary>
    /// <exception cref="InvalidOperationException">The response contains no data; see <see cref="DataOrNull"/>.</exception>
    /// <exception cref="EppProtocolException">The response is not well-formed XML; see <see cref="EppResponse.XmlFault"/>.</exception>
    public TData Data => DataOrNull ?? throw (Exception?)Unreadable() ?? new InvalidOperationException(
        $"The response {Code} contains no {typeof(TData).Name}. Use DataOrNull; after 1001 wait for Pending.Completion, otherwise read the object with info.");

    /// <inheritdoc cref="EppResponse.EnsureSuccess"/>
    public new EppResponse<TData> EnsureSuccess()
    {
        _ = base.EnsureSuccess();
        return this;
    }

    private EppProtocolException? Unreadable() => XmlFault is null ? null : new EppProtocolException(
        $"The code of the response {Code} was read, but its {typeof(TData).Name} could not be; EppResponse.Document contains the whole response", XmlFault, Document);
}

/// <summary>
/// A part of a response that the registry withheld because its service was not announced at login, and sent in the result instead (RFC 9038, section
/// 3). It is also included in <see cref="EppResponse.DataElements"/> or <see cref="EppResponse.ExtensionElements"/>.
/// </summary>
/// <param name="NamespaceUri">The namespace of the service, as in generated code.</param>
/// <param name="Element">The withheld element: typed if a schema of the profile defines it, otherwise raw.</param>
/// <param name="IsExtension">Whether it belongs to <c>extension</c>; otherwise it belongs to <c>resData</c>.</param>
public sealed record EppUnhandledNamespace(string NamespaceUri, IEppElement Element, bool IsExtension)
{
    /// <summary>The service and the element's name; never its content.</summary>
    public override string ToString() => $"{{{NamespaceUri}}}{Element.LocalName}";
}

/// <summary>The state of the message queue in a response (<c>msgQ</c>). Any response may contain it, not only responses to poll commands.</summary>
public sealed record EppQueueInfo
{
    /// <summary>The number of waiting messages. If the registry does not send it: 1 if it sends the id of a message, else 0.</summary>
    public required ulong Count { get; init; }

    /// <summary>The id of the message at the head of the queue; empty if the registry sent none, as some registries do for an empty queue.</summary>
    public required string Id { get; init; }

    /// <summary>When the message was queued; only in responses to a poll request.</summary>
    public DateTimeOffset? QueuedDate { get; init; }

    /// <summary>The text of the message; only in responses to a poll request. May contain personal data.</summary>
    public EppMixedContent? Message { get; init; }

    /// <summary>The language of <see cref="Message"/>.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The count and the id; never the text.</summary>
    public override string ToString() => FormattableString.Invariant($"{Count} messages, head {Id}");
}
