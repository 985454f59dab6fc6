namespace EppClient.Sessions;

/// <summary>The exclusive or shared use of a session. Disposing the lease returns the session.</summary>
internal sealed class SessionLease : IDisposable
{
    private readonly SessionPool _pool;
    private readonly long _started;
    private PhysicalSession? _session;

    public SessionLease(SessionPool pool, PhysicalSession session, long started)
    {
        _pool = pool;
        _session = session;
        _started = started;
    }

    /// <exception cref="ObjectDisposedException">The session was returned.</exception>
    public PhysicalSession Session
    {
        get
        {
            var session = Volatile.Read(ref _session);
            ObjectDisposedException.ThrowIf(session is null, this);
            return session;
        }
    }

    public SessionChannel Channel => Session.Channel;

    /// <summary>Moves the lease to another object, which has to be disposed instead of this one.</summary>
    /// <exception cref="ObjectDisposedException">The session was returned.</exception>
    public SessionLease Move() => new(_pool, TakeSession(), _started);

    /// <summary>Ends the lease without returning the session.</summary>
    /// <exception cref="ObjectDisposedException">The session was returned.</exception>
    public PhysicalSession TakeSession()
    {
        var session = Interlocked.Exchange(ref _session, null);
        ObjectDisposedException.ThrowIf(session is null, this);
        return session;
    }

    /// <summary>Returns the session. Never throws; further calls do nothing.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _session, null) is { } session)
        {
            _pool.Return(session, _started);
        }
    }
}

/// <summary>The kind of a lease.</summary>
/// <param name="Priority">The priority of the caller.</param>
/// <param name="IsShared">Whether the lease is for one command, so that other commands may be sent on the session before its response.</param>
internal readonly record struct LeaseKind(EppPriority Priority, bool IsShared)
{
    /// <summary>Exclusive use of the session for several commands.</summary>
    public static LeaseKind Alone => default;
}
