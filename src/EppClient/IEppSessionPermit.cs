namespace EppClient;

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
