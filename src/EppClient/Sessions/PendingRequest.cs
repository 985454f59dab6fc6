using System.Threading.Tasks.Sources;
using EppClient.Transport;

namespace EppClient.Sessions;

/// <summary>
/// A request on a session and its response. The first to claim it, under the channel's lock, ends it: with a response, which the receiving thread reads
/// and passes to the caller, or with a failure.
/// </summary>
internal abstract class PendingRequest
{
    private SessionChannel? _channel;
    private CancellationTokenRegistration _cancellation;

    /// <summary>The message; unchanged until it is written or the request has ended.</summary>
    public ReadOnlyMemory<byte> Payload { get; protected set; }

    /// <summary>When the request times out.</summary>
    public abstract Deadline Deadline { get; }

    /// <summary>The position of the request among all written requests; 0 until it is written.</summary>
    public long Sequence { get; private set; }

    /// <summary>Whether a response or a failure has claimed the request.</summary>
    public bool IsClaimed { get; private set; }

    public bool TryClaim() => !IsClaimed && (IsClaimed = true);

    /// <summary>Called under the channel's lock when the message was copied into the connection's buffer.</summary>
    public void MarkWritten(long sequence)
    {
        Sequence = sequence;
        Payload = default;
        ReleasePayload();
    }

    /// <summary>Cancels the request with a token.</summary>
    public void CancelWith(SessionChannel channel, CancellationToken cancellationToken)
    {
        if (cancellationToken.CanBeCanceled)
        {
            _channel = channel;
            _cancellation = cancellationToken.UnsafeRegister(
                static (state, token) =>
                {
                    var request = (PendingRequest)state!;
                    request._channel!.Cancel(request, token);
                },
                this);
        }
    }

    /// <summary>Reads the response on the receiving thread. Must not block and must not throw.</summary>
    /// <param name="payload">The response; valid during the call.</param>
    public abstract void Receive(ReadOnlyMemory<byte> payload);

    /// <summary>
    /// Completes the caller with the response that was read. The caller continues in this call, so nothing else may depend on the calling thread.
    /// </summary>
    public abstract void Complete();

    /// <summary>
    /// Ends the request without a response. The caller continues on another thread, so that the thread that cancels or disposes does not run its code.
    /// </summary>
    /// <param name="failure">The reason.</param>
    public abstract void Fail(Exception failure);

    /// <summary>Returns the memory of the message. Called at most once while the request can still be written, and again when it has ended.</summary>
    protected virtual void ReleasePayload()
    {
    }

    // Not Dispose, which waits for a running callback: it may be the one that has just ended this request.
    protected void StopCancellation() => _cancellation.Unregister();
}

/// <summary>A request whose caller gets a copy of the response: a greeting, hello, login or logout.</summary>
internal sealed class FrameRequest : PendingRequest, IValueTaskSource<EppFrame>
{
    private ManualResetValueTaskSourceCore<EppFrame> _core;
    private EppFrame? _frame;
    private Deadline _deadline;

    public FrameRequest(ReadOnlyMemory<byte> payload, Deadline deadline)
    {
        Payload = payload;
        _deadline = deadline;
    }

    public override Deadline Deadline => _deadline;

    /// <summary>The response, which the caller disposes.</summary>
    public ValueTask<EppFrame> Response => new(this, _core.Version);

    /// <summary>Sets the deadline of a greeting, which may arrive before it is awaited.</summary>
    public void TimeOutAt(Deadline deadline) => _deadline = deadline;

    public override void Receive(ReadOnlyMemory<byte> payload) => _frame = EppFrame.CopyOf(payload);

    public override void Complete() => _core.SetResult(_frame!);

    public override void Fail(Exception failure)
    {
        _core.RunContinuationsAsynchronously = true;
        _core.SetException(failure);
    }

    EppFrame IValueTaskSource<EppFrame>.GetResult(short token)
    {
        StopCancellation();
        return _core.GetResult(token);
    }

    ValueTaskSourceStatus IValueTaskSource<EppFrame>.GetStatus(short token) => _core.GetStatus(token);

    void IValueTaskSource<EppFrame>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);
}
