using Medallion.Threading.Redis;

namespace EppClient.Redis;

/// <summary>One lease. It is lost if a renewal fails, or if Redis has not responded for too long.</summary>
internal sealed class RedisSessionPermit : IEppSessionPermit
{
    private readonly RedisDistributedSemaphoreHandle _handle;
    private readonly LeaseMonitor _watch;
    private readonly CancellationTokenSource _unconfirmed;
    private readonly CancellationTokenSource _lost;
    private readonly CancellationTokenSource _wanted = new();
    private bool _isDisposed;

    public RedisSessionPermit(RedisDistributedSemaphoreHandle handle, LeaseMonitor watch, TimeSpan timeout, TimeProvider time)
    {
        _handle = handle;
        _watch = watch;
        _unconfirmed = new CancellationTokenSource(timeout, time);
        _lost = CancellationTokenSource.CreateLinkedTokenSource(handle.HandleLostToken, _unconfirmed.Token);
        Lost = _lost.Token;
        Wanted = _wanted.Token;
    }

    public CancellationToken Lost { get; }

    public bool IsWanted => Wanted.IsCancellationRequested;

    public CancellationToken Wanted { get; }

    /// <summary>Called when Redis has responded, while the permit is monitored, and therefore never after it was disposed.</summary>
    public void Extend(TimeSpan timeout) => _unconfirmed.CancelAfter(timeout);

    /// <summary>Called when another process has no session and waits for this permit, while the permit is monitored. Callbacks run on another thread.</summary>
    public void Want() => _ = _wanted.CancelAsync();

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, true))
        {
            return;
        }

        await _watch.RemoveAsync(this).ConfigureAwait(false);
        _lost.Dispose();
        _unconfirmed.Dispose();
        _wanted.Dispose();
        try
        {
            await _handle.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception)
        {
            // User code failed. The lease is no longer renewed, so the permit expires in Redis by itself.
        }
    }
}
