using EppClient.Diagnostics;

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

/// <summary>What somebody wants a session for.</summary>
/// <param name="Priority">Who goes first.</param>
/// <param name="IsShared">Whether it is for one command, which others may follow on the same session before it is answered.</param>
internal readonly record struct LeaseKind(EppPriority Priority, bool IsShared)
{
    /// <summary>For several commands in a row, alone on the session.</summary>
    public static LeaseKind Alone => default;
}

/// <summary>Returns permits to <see cref="EppOptions.SessionQuota"/>, which is user code.</summary>
internal static class PermitReturn
{
    /// <summary>
    /// Never throws, and never waits longer than a registry may take to close a session: a quota that fails does not reduce the pool's capacity.
    /// </summary>
    public static async ValueTask ReturnAsync(IEppSessionPermit permit, ChannelSettings settings)
    {
        try
        {
            await permit.DisposeAsync().AsTask().WaitAsync(settings.Leaving, settings.Time).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // User code may throw any exception. The quota is responsible for a permit that it did not take back.
            Log.PermitNotReturned(settings.Logger, exception);
        }
    }
}
