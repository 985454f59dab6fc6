namespace EppClient.Testing.Server;

/// <summary>What can go wrong with one message; see <see cref="EppTestServer.InjectFault"/>.</summary>
public enum EppServerFault
{
    /// <summary>The connection breaks before the message is looked at: nothing was carried out.</summary>
    LoseCommand,

    /// <summary>The message is carried out, and the connection breaks before the answer.</summary>
    LoseResponse,

    /// <summary>The message is carried out, and no answer comes. The connection stays.</summary>
    WithholdResponse,

    /// <summary>The message is carried out, and half of the answer comes in a frame of its own, which is no XML.</summary>
    CorruptResponse,
}
