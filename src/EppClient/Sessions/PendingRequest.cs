using System.Threading.Tasks.Sources;
using EppClient.Transport;

namespace EppClient.Sessions;

/// <summary>
/// A request on a session, and what becomes of its response. The first to claim it, under the channel's lock, ends it: with a response, which is read on the
/// thread that received it and then given to the caller, or with a failure.
/// </summary>
internal abstract class PendingRequest
{
    private SessionChannel? _channel;
    private CancellationTokenRegistration _cancellation;

    /// <summary>The message; unchanged until it was written or the request has ended.</summary>
    public ReadOnlyMemory<byte> Payload { get; protected set; }

    /// <summary>When the request times out.</summary>
    public abstract Deadline Deadline { get; }

    /// <summary>Its position among all requests written; 0 while it is not written.</summary>
    public long Sequence { get; private set; }

    /// <summary>Whether it was decided how the request ends.</summary>
    public bool IsClaimed { get; private set; }

    public bool TryClaim() => !IsClaimed && (IsClaimed = true);

    /// <summary>The message was copied into the connection's buffer. Called under the channel's lock.</summary>
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

    /// <summary>Reads the response, on the thread that received it: it must not wait for anything, and must not throw.</summary>
    /// <param name="payload">The response; valid during the call.</param>
    public abstract void Receive(ReadOnlyMemory<byte> payload);

    /// <summary>Lets the caller continue in this call with the response that was read. Nothing else may wait for the calling thread.</summary>
    public abstract void Complete();

    /// <summary>Ends the request without a response. The caller continues on another thread: the one that cancels or disposes must not run its code.</summary>
    /// <param name="failure">The reason.</param>
    public abstract void Fail(Exception failure);

    /// <summary>Returns the memory of the message. Called at most once while the request can still be written, and again when it has ended.</summary>
    protected virtual void ReleasePayload()
    {
    }

    // Not Dispose: that waits for a callback that is running, which may be the one that has just ended this request.
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

    /// <summary>Sets the deadline of a greeting, which may arrive before anyone waits for it.</summary>
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
