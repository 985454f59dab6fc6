namespace EppClient.Sessions;

/// <summary>
/// How many sessions the registry has been seen to allow: fewer than the options say, where other processes use the account too.
/// After a while one more is tried. Used under the pool's lock.
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

    /// <summary>The registry refused one more.</summary>
    /// <param name="allowed">How many it had allowed.</param>
    public void Refused(int allowed)
    {
        Current = Math.Clamp(allowed, 1, Current);
        _next = Deadline.After(_time, _retryInterval);
    }

    /// <summary>Allows one more, where it is time to try.</summary>
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
