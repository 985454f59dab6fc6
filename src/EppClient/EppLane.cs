namespace EppClient;

/// <summary>Who goes first where callers wait for a session.</summary>
public enum EppLane
{
    /// <summary>Somebody waits for the answer. Served first.</summary>
    Interactive,

    /// <summary>
    /// Work in quantity, that can wait. While interactive callers keep coming, it still gets one of nine sessions that come free, so that
    /// it never stands still.
    /// </summary>
    Bulk,
}
