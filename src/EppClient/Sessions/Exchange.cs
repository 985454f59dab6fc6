using System.Threading.Tasks.Sources;
using EppClient.Transport;

namespace EppClient.Sessions;

/// <summary>One request and the response that it waits for. Who claims it first, under the channel's lock, settles it.</summary>
internal sealed class Exchange : IValueTaskSource<EppFrame>
{
    private readonly SessionChannel _channel;
    private ManualResetValueTaskSourceCore<EppFrame> _core;
    private CancellationTokenRegistration _cancellation;

    public Exchange(SessionChannel channel, ReadOnlyMemory<byte> payload, Deadline deadline)
    {
        _channel = channel;
        Payload = payload;
        Deadline = deadline;
    }

    public ReadOnlyMemory<byte> Payload { get; private set; }

    public Deadline Deadline { get; set; }

    /// <summary>Its place among all requests written, or 0 while it is not.</summary>
    public long Sequence { get; private set; }

    public bool IsClaimed { get; private set; }

    public ValueTask<EppFrame> Response => new(this, _core.Version);

    public bool TryClaim() => !IsClaimed && (IsClaimed = true);

    public void MarkWritten(long sequence)
    {
        Sequence = sequence;
        Payload = default;
    }

    public void CancelWith(CancellationToken cancellationToken)
    {
        if (cancellationToken.CanBeCanceled)
        {
            _cancellation = cancellationToken.UnsafeRegister(
                static (state, token) =>
                {
                    var exchange = (Exchange)state!;
                    exchange._channel.Cancel(exchange, token);
                },
                this);
        }
    }

    /// <summary>Hands over the response. The caller goes on in this call: it must be one that nothing else waits for.</summary>
    public void SetResponse(EppFrame frame) => _core.SetResult(frame);

    /// <summary>Ends it without a response. The caller goes on elsewhere: the thread that cancels or disposes must not run its code.</summary>
    public void SetFailure(Exception exception)
    {
        _core.RunContinuationsAsynchronously = true;
        _core.SetException(exception);
    }

    EppFrame IValueTaskSource<EppFrame>.GetResult(short token)
    {
        // Not Dispose: that waits for a callback under way, which may be the one that has just settled this exchange.
        _cancellation.Unregister();
        return _core.GetResult(token);
    }

    ValueTaskSourceStatus IValueTaskSource<EppFrame>.GetStatus(short token) => _core.GetStatus(token);

    void IValueTaskSource<EppFrame>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);
}
