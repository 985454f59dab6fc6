namespace EppClient.Sessions;

/// <summary>The right to use a session until it is disposed, which gives the session back.</summary>
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

    /// <exception cref="ObjectDisposedException">The session was given back.</exception>
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

    /// <summary>The same right in another object, which has to be disposed instead of this.</summary>
    /// <exception cref="ObjectDisposedException">The session was given back.</exception>
    public SessionLease Move() => new(_pool, TakeSession(), _started);

    /// <summary>Ends the lease without giving the session back.</summary>
    /// <exception cref="ObjectDisposedException">The session was given back.</exception>
    public PhysicalSession TakeSession()
    {
        var session = Interlocked.Exchange(ref _session, null);
        ObjectDisposedException.ThrowIf(session is null, this);
        return session;
    }

    /// <summary>Gives the session back. Never throws; the second time it does nothing.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _session, null) is { } session)
        {
            _pool.Return(session, _started);
        }
    }
}
