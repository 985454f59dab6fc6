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

    /// <summary>Gives the session back. Never throws; the second time it does nothing.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _session, null) is { } session)
        {
            _pool.Return(session, _started);
        }
    }
}
