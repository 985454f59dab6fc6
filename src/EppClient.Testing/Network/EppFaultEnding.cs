namespace EppClient.Testing.Network;

/// <summary>How an <see cref="EppFaultProxy"/> ends a connection; see <see cref="EppStreamFaults.DisconnectAfterBytes"/>.</summary>
public enum EppFaultEnding
{
    /// <summary>The connection is reset, in both directions.</summary>
    Reset,

    /// <summary>The connection is closed in an orderly way, in both directions, although neither side requested it.</summary>
    Close,

    /// <summary>Only this direction is closed; bytes sent in it afterwards are discarded. The other direction continues until its sender ends it.</summary>
    HalfClose,

    /// <summary>No more bytes pass in this direction, without any signal: the sender fills the buffers, the receiver waits.</summary>
    Stall,
}
