namespace EppClient.Testing.Server;

/// <summary>The response of a service.</summary>
/// <param name="Message">The message; empty for none.</param>
/// <param name="CloseAfter">Whether the server closes the connection afterwards.</param>
public readonly record struct ServerReply(ReadOnlyMemory<byte> Message, bool CloseAfter = false)
{
    /// <summary>No response; the connection is closed.</summary>
    public static ServerReply SilentClose { get; } = new(ReadOnlyMemory<byte>.Empty, CloseAfter: true);
}
