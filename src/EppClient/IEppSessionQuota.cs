namespace EppClient;

/// <summary>
/// Room for sessions that several pools share, also of several processes: registries count sessions by account, not by process.
/// A pool takes room before it connects, and gives it back when the connection is closed.
/// </summary>
/// <remarks>Implementations are safe for use by several threads. What they throw counts as a failure to open a session.</remarks>
public interface IEppSessionQuota
{
    /// <summary>Takes room for one session.</summary>
    /// <param name="cancellationToken">The token to cancel the operation; nothing is taken.</param>
    /// <returns>The room, which the pool disposes; or null where none is free now, and the pool asks again later.</returns>
    ValueTask<IEppSessionPermit?> TryAcquireAsync(CancellationToken cancellationToken);
}

/// <summary>
/// The permit for one session, taken from an <see cref="IEppSessionQuota"/>. Disposing returns it, which the pool does when the registry has
/// closed the session, or <see cref="EppTimeoutOptions.Logout"/> after the client ended it. Exceptions of that are logged.
/// </summary>
public interface IEppSessionPermit : IAsyncDisposable
{
    /// <summary>
    /// Cancelled when the permit is lost, for example because a lease could not be renewed: another process may take it, so the pool ends the session
    /// immediately, even while it is being opened.
    /// </summary>
    CancellationToken Lost { get; }

    /// <summary>
    /// Whether another waits for the room. The pool then closes its session as soon as that is free, and asks for room again where it needs some. Default: no.
    /// </summary>
    bool IsWanted => false;

    /// <summary>
    /// Cancelled when <see cref="IsWanted"/> becomes true, so that the pool closes an idle session immediately. Default: never; the pool then checks
    /// periodically.
    /// </summary>
    CancellationToken Wanted => CancellationToken.None;
}
