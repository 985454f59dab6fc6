namespace EppClient.Testing.Network;

/// <summary>How a cut of an <see cref="EppFaultProxy"/> ends a connection; see <see cref="EppStreamFaults.DisconnectAfterBytes"/>.</summary>
public enum EppFaultEnding
{
    /// <summary>The connection is reset, in both directions.</summary>
    Reset,

    /// <summary>The connection is closed in good order, in both directions, though nobody asked for it.</summary>
    Close,

    /// <summary>This direction alone is closed; what is sent in it afterwards is thrown away. The other goes on until its sender ends it.</summary>
    HalfClose,

    /// <summary>Nothing more passes in this direction and nothing tells so: the sender fills the buffers, the receiver waits.</summary>
    Stall,
}
