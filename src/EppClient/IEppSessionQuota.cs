namespace EppClient;

/// <summary>
/// Room for sessions that several pools share, also of several processes: registries count sessions by account, not by process.
/// A pool takes room before it connects, and gives it back when the connection is closed.
/// </summary>
/// <remarks>Implementations are safe for use by several threads. What they throw counts as a failure to open a session.</remarks>
public interface IEppSessionQuota
{
    /// <summary>Takes room for one session.</summary>
    /// <param name="cancellationToken">Gives up; nothing is taken.</param>
    /// <returns>The room, which the pool disposes; or null where none is free now, and the pool asks again later.</returns>
    ValueTask<IEppSessionPermit?> TryTakeAsync(CancellationToken cancellationToken);
}
