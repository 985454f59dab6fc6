using System.Threading.Tasks.Sources;
using EppClient.Sessions;
using EppClient.Xml;

namespace EppClient.Protocol;

/// <summary>
/// One try of a command on one session: its message until it is written, the content of its response, and the caller that awaits it. The receiving
/// thread reads the response; anything that may run user code, such as logs and the wire log, runs when the caller takes the result.
/// </summary>
internal sealed class PendingCommand : PendingRequest, IValueTaskSource<EppResponse>
{
    private readonly CommandExchange _exchange;
    private PooledBytes _message;
    private ManualResetValueTaskSourceCore<EppResponseContent> _core;

    // The content, or the exception that was thrown while reading it.
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

    /// <summary>Whether the lease is disposed when the result is taken, unless the code is 2002: the session may have lost its login then.</summary>
    public bool OwnsLease { get; init; }

    /// <summary>A copy of the response, if the unchanged response is needed.</summary>
    public byte[]? Document { get; private set; }

    public override Deadline Deadline => Attempt.Deadline;

    /// <summary>The response. It can be awaited only once.</summary>
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
            // Thrown to the caller. If later responses may be wrong too, the session has been ended.
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

    /// <summary>Called when the command was not sent, or its response does not determine the outcome.</summary>
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
