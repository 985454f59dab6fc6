using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient;

/// <summary>What the registry answered to a command (RFC 5730, section 2.6).</summary>
/// <remarks>Immutable.</remarks>
public class EppResponse
{
    internal EppResponse(EppResponseContent content, EppPendingAction? pending)
    {
        Content = content;
        Pending = pending;
    }

    /// <summary>All results with a readable code; the first decides.</summary>
    public IReadOnlyList<EppResult> Results => Content.Results;

    /// <summary>The code of the first result.</summary>
    public EppResultCode Code => Results[0].Code;

    /// <summary>
    /// The code without the announcement that the session ends, where that can be told: 1001 where <see cref="Code"/> is 1501. Else the
    /// code itself; <see cref="EppResultCode.PossibleOriginals"/> then lists what it may have been.
    /// </summary>
    public EppResultCode BaseCode => Content.BaseCode ?? Code;

    /// <summary>The text of the first result.</summary>
    public string Message => Results[0].Message;

    /// <summary>Whether the command was carried out or accepted.</summary>
    public bool IsSuccess => Code.IsSuccess;

    /// <summary>
    /// Where the registry accepted the command but has not decided yet (1001): what to wait for. Its
    /// <see cref="EppPendingAction.Completion"/> ends when the matching poll message is read through the same pool.
    /// </summary>
    public EppPendingAction? Pending { get; }

    /// <summary>The message queue, where the response mentions it.</summary>
    public EppQueueInfo? MessageQueue => Content.MessageQueue;

    /// <summary>The elements of <c>resData</c>: typed where a schema of the profile knows them, else raw. Those that were withheld come last.</summary>
    public IReadOnlyList<IEppElement> DataElements => Content.Data;

    /// <summary>The elements of <c>extension</c>: typed where a schema of the profile knows them, else raw. Those that were withheld come last.</summary>
    public IReadOnlyList<IEppElement> ExtensionElements => Content.Extensions;

    /// <summary>What the registry withheld because its service was not announced at login (RFC 9038). Add the schema to the profile.</summary>
    public IReadOnlyList<EppUnhandledNamespace> UnhandledNamespaces => Content.UnhandledNamespaces;

    /// <summary>The client's transaction id, as the registry echoed it.</summary>
    public string? ClientTransactionId => Content.ClientTransactionId;

    /// <summary>The registry's transaction id, which its support needs. Empty if the registry sent none.</summary>
    public string ServerTransactionId => Content.ServerTransactionId;

    /// <summary>
    /// The parts of the response that violate its schema: they are missing, cannot be read, or were read with an assumption. Empty for most. They do
    /// not change the outcome, which the code decides; see docs/reference/nonconforming-responses.md.
    /// </summary>
    public IReadOnlyList<EppReadDiagnostic> ReadDiagnostics => Content.ReadDiagnostics;

    /// <summary>
    /// Null where the registry sent this response. Otherwise its own response was lost, asking the registry showed that it had carried
    /// the command out, and this one was made here: 1000, or 1001 where the registry has not decided yet, without data,
    /// extensions and <see cref="ServerTransactionId"/> (an empty text). Only with automatic reconciliation.
    /// </summary>
    public EppReconciliation? Reconciliation => Content.Reconciliation;

    /// <summary>
    /// Why the response is not well-formed XML; null if it is well-formed. Otherwise only the result code, the ids and, if it precedes the fault,
    /// the first result's message were recovered: the data are in <see cref="Document"/>, for manual inspection.
    /// </summary>
    public EppXmlFault? XmlFault => Content.XmlFault;

    /// <summary>
    /// The unchanged XML of the response to an <see cref="EppRawCommand"/> or a poll request, and of every response that is not well-formed; null
    /// for others. Contains what the registry sent, including secrets.
    /// </summary>
    public ReadOnlyMemory<byte>? Document => Content.Document is { } document ? document : null;

    private EppResponseContent Content { get; }

    /// <summary>Finds a typed extension of the response.</summary>
    /// <typeparam name="TExtension">The type.</typeparam>
    /// <returns>The extension, or null where the response has none of its elements.</returns>
    public TExtension? Extension<TExtension>()
        where TExtension : class, IEppResponseExtension<TExtension> => TExtension.Find(ExtensionElements);

    /// <summary>Throws where the command failed.</summary>
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

/// <summary>What the registry answered to a command that yields data.</summary>
/// <typeparam name="TData">The type of the data.</typeparam>
public sealed class EppResponse<TData> : EppResponse
    where TData : class
{
    internal EppResponse(EppResponseContent content, EppPendingAction? pending, IEppCommand<TData> command)
        : base(content, pending) => DataOrNull = command.SelectData(this);

    /// <summary>
    /// The data, or null: failed and pending commands have none, and some registries send none for renew. Members that are missing or cannot be
    /// read throw <see cref="EppUnreadableMemberException"/>.
    /// </summary>
    public TData? DataOrNull { get; }

    /// <summary>The data.</summary>
    /// <exception cref="InvalidOperationException">The response has none; see <see cref="DataOrNull"/>.</exception>
    /// <exception cref="EppProtocolException">The response is not well-formed XML; see <see cref="EppResponse.XmlFault"/>.</exception>
    public TData Data => DataOrNull ?? throw (Exception?)Unreadable() ?? new InvalidOperationException(
        $"The response {Code} carries no {typeof(TData).Name}. Use DataOrNull; after 1001 wait for Pending.Completion, else read the object with info.");

    /// <inheritdoc cref="EppResponse.EnsureSuccess"/>
    public new EppResponse<TData> EnsureSuccess()
    {
        _ = base.EnsureSuccess();
        return this;
    }

    private EppProtocolException? Unreadable() => XmlFault is null ? null : new EppProtocolException(
        $"The response {Code} was delivered by its code, but its {typeof(TData).Name} could not be read; EppResponse.Document has all of it", XmlFault, Document);
}

/// <summary>
/// A part of a response that the registry withheld because its service was not announced at login, and passed on in the result instead
/// (RFC 9038, section 3). The response shows it where it belongs too, among <see cref="EppResponse.DataElements"/> or
/// <see cref="EppResponse.ExtensionElements"/>.
/// </summary>
/// <param name="NamespaceUri">The service, as generated code knows it.</param>
/// <param name="Element">The withheld element: typed where a schema of the profile knows it, else raw.</param>
/// <param name="IsExtension">Whether it belongs under <c>extension</c>; else under <c>resData</c>.</param>
public sealed record EppUnhandledNamespace(string NamespaceUri, IEppElement Element, bool IsExtension)
{
    /// <summary>The service and the element's name; never its content.</summary>
    public override string ToString() => $"{{{NamespaceUri}}}{Element.LocalName}";
}

/// <summary>What a response says of the message queue (<c>msgQ</c>). Any response may carry it, not only those to poll.</summary>
public sealed record EppQueueInfo
{
    /// <summary>The number of waiting messages. If the registry does not send it: 1 if it sends the id of a message, else 0.</summary>
    public required ulong Count { get; init; }

    /// <summary>The id of the message at the head of the queue; empty if the registry sent none, as some registries do for an empty queue.</summary>
    public required string Id { get; init; }

    /// <summary>When that message was queued; only in responses to a poll request.</summary>
    public DateTimeOffset? QueuedDate { get; init; }

    /// <summary>The message's text; only in responses to a poll request. May hold personal data.</summary>
    public EppMixedContent? Message { get; init; }

    /// <summary>The language of <see cref="Message"/>.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The count and the id; never the text.</summary>
    public override string ToString() => FormattableString.Invariant($"{Count} messages, head {Id}");
}
