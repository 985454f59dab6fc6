using System.Threading.Tasks.Sources;
using EppClient.Transport;

namespace EppClient.Sessions;

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
