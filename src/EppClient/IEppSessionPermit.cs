namespace EppClient;

/// <summary>
/// Room for one session, taken from an <see cref="IEppSessionQuota"/>. Disposing gives it back, which the pool does when the registry has
/// closed the session, or <see cref="EppTimeoutOptions.Logout"/> after it was ended here. What that throws is logged.
/// </summary>
public interface IEppSessionPermit : IAsyncDisposable
{
    /// <summary>Ends when the room is lost, as when a lease could not be renewed: others may take it, so the pool ends its session at once, also while it is still being opened.</summary>
    CancellationToken Lost { get; }

    /// <summary>
    /// Whether another waits for the room. The pool then closes its session as soon as that is free, and asks for room again where it needs some. Default: no.
    /// </summary>
    bool IsWanted => false;

    /// <summary>Ends when <see cref="IsWanted"/> becomes true, so that the pool closes a session that is idle then at once. Default: never; the pool then looks from time to time.</summary>
    CancellationToken Wanted => CancellationToken.None;
}
