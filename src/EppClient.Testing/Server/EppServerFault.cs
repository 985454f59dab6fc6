namespace EppClient.Testing.Server;

/// <summary>A fault of one message; see <see cref="EppTestServer.InjectFault"/>.</summary>
public enum EppServerFault
{
    /// <summary>The connection is aborted before the message is processed: nothing was carried out.</summary>
    LoseCommand,

    /// <summary>The message is carried out, and the connection is aborted before the response.</summary>
    LoseResponse,

    /// <summary>The message is carried out, and no response is sent. The connection stays open.</summary>
    WithholdResponse,

    /// <summary>The message is carried out, and half of the response is sent in a complete frame, which is not well-formed XML.</summary>
    CorruptResponse,
}
