namespace EppClient.Sessions;

/// <summary>
/// The number of sessions that the registry was observed to allow. It may be below the options' maximum if other processes use the account too.
/// It is raised by one after an interval. Used under the pool's lock.
/// </summary>
internal sealed class AdaptiveSessionLimit
{
    private readonly int _max;
    private readonly TimeSpan _retryInterval;
    private readonly TimeProvider _time;
    private Deadline _next = Deadline.None;

    public AdaptiveSessionLimit(int max, TimeSpan timeout, TimeProvider time)
    {
        _max = Current = max;
        _retryInterval = timeout;
        _time = time;
    }

    public int Current { get; private set; }

    /// <summary>Lowers the limit after the registry has refused a session.</summary>
    /// <param name="allowed">The number of sessions that the registry had allowed.</param>
    public void Refused(int allowed)
    {
        Current = Math.Clamp(allowed, 1, Current);
        _next = Deadline.After(_time, _retryInterval);
    }

    /// <summary>Raises the limit by one if the interval has passed.</summary>
    public void Relax()
    {
        if (Current < _max && _next.HasPassed)
        {
            Current++;
            _next = Deadline.After(_time, _retryInterval);
        }
    }

    public void Forget() => Current = _max;
}
