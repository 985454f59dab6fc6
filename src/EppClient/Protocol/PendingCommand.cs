using System.Threading.Tasks.Sources;
using EppClient.Sessions;
using EppClient.Xml;

namespace EppClient.Protocol;

/// <summary>
/// One try of a command on one session: its message until that is written, the content of its response, and the caller that waits for it. The thread that
/// receives the response reads it; all that may run code of others, such as logs and the wire log, is done when the caller takes the result.
/// </summary>
internal sealed class PendingCommand : PendingRequest, IValueTaskSource<EppResponse>
{
    private readonly CommandExchange _exchange;
    private PooledBytes _message;
    private ManualResetValueTaskSourceCore<EppResponseContent> _core;

    // The content, or the exception that reading it threw.
    private object? _read;

    public PendingCommand(CommandExchange exchange, SessionLease lease, CommandAttempt attempt, PooledBytes message)
    {
        _exchange = exchange;
        _message = message;
        Lease = lease;
        Session = lease.Session;
        Attempt = attempt;
        Payload = message.Memory;
    }

    /// <summary>The lease of the session on which the command is sent; its owner may dispose it at any time.</summary>
    public SessionLease Lease { get; }

    public PhysicalSession Session { get; }

    public CommandAttempt Attempt { get; }

    public EppXmlDialect Dialect => SessionState.Of(Session.Channel).Services.Dialect;

    /// <summary>Whether the lease is disposed when the result is taken. If the code is 2002 it is not: the session may be one without a login.</summary>
    public bool OwnsLease { get; init; }

    /// <summary>A copy of the response where something needs it unchanged.</summary>
    public byte[]? Document { get; private set; }

    public override Deadline Deadline => Attempt.Deadline;

    /// <summary>The response. Can be awaited once.</summary>
    public ValueTask<EppResponse> Response => new(this, _core.Version);

    public override void Receive(ReadOnlyMemory<byte> payload)
    {
        try
        {
            Document = _exchange.NeedsDocument(this) ? payload.ToArray() : null;
            var content = _exchange.Read(this, payload);
            Document ??= content.XmlFault is null ? null : payload.ToArray();
            _read = content;
        }
        catch (Exception e)
        {
            // The caller gets it. If it makes later responses doubtful, the session has ended.
            _read = e;
        }
    }

    public override void Complete()
    {
        if (_read is EppResponseContent content)
        {
            _core.SetResult(content);
        }
        else
        {
            _core.SetException((Exception)_read!);
        }
    }

    public override void Fail(Exception failure)
    {
        _core.RunContinuationsAsynchronously = true;
        _core.SetException(failure);
    }

    /// <summary>The command was not sent, or its response does not say what became of it.</summary>
    public void Abandon(Exception failure)
    {
        ReleasePayload();
        _exchange.Failed(this, failure);
        if (OwnsLease)
        {
            Lease.Dispose();
        }
    }

    EppResponse IValueTaskSource<EppResponse>.GetResult(short token)
    {
        StopCancellation();
        try
        {
            var response = _exchange.Finish(this, _core.GetResult(token));
            if (OwnsLease && response.Code != EppResultCode.UseError)
            {
                Lease.Dispose();
            }

            return response;
        }
        catch (Exception e)
        {
            Abandon(e);
            throw;
        }
    }

    ValueTaskSourceStatus IValueTaskSource<EppResponse>.GetStatus(short token) => _core.GetStatus(token);

    void IValueTaskSource<EppResponse>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);

    protected override void ReleasePayload()
    {
        _message.Dispose();
        _message = default;
    }
}
