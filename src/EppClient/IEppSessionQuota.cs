namespace EppClient;

/// <summary>
/// A session limit that several pools share, also across processes, because registries count sessions per account, not per process. A pool acquires a
/// permit before it connects and returns it when the connection is closed.
/// </summary>
/// <remarks>Implementations are thread-safe. An exception counts as a failure to open a session.</remarks>
public interface IEppSessionQuota
{
    /// <summary>Acquires a permit for one session.</summary>
    /// <param name="cancellationToken">The token to cancel the operation. No permit is acquired then.</param>
    /// <returns>The permit, which the pool disposes; or null if none is available now. The pool then tries again later.</returns>
    ValueTask<IEppSessionPermit?> TryAcquireAsync(CancellationToken cancellationToken);
}

/// <summary>
/// A permit for one session from an <see cref="IEppSessionQuota"/>. Disposing returns it. The pool disposes it when the registry has closed the
/// session, or <see cref="EppTimeoutOptions.Logout"/> after the client ended it. Exceptions are logged.
/// </summary>
public interface IEppSessionPermit : IAsyncDisposable
{
    /// <summary>
    /// Cancelled when the permit is lost, for example because a lease could not be renewed: another process may take it, so the pool ends the session
    /// immediately, even while it is being opened.
    /// </summary>
    CancellationToken Lost { get; }

    /// <summary>
    /// Whether another process or pool waits for a permit. The pool then closes the session as soon as it is free, and acquires a new permit when it
    /// needs one. Default: no.
    /// </summary>
    bool IsWanted => false;

    /// <summary>
    /// Cancelled when <see cref="IsWanted"/> becomes true, so that the pool closes an idle session immediately. Default: never; the pool then checks
    /// periodically.
    /// </summary>
    CancellationToken Wanted => CancellationToken.None;
}
