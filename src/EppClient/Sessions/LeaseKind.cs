namespace EppClient.Sessions;

/// <summary>What somebody wants a session for.</summary>
/// <param name="Lane">Who goes first.</param>
/// <param name="IsShared">Whether it is for one command, which others may follow on the same session before it is answered.</param>
internal readonly record struct LeaseKind(EppLane Lane, bool IsShared)
{
    /// <summary>For several commands in a row, alone on the session.</summary>
    public static LeaseKind Alone => default;
}
