namespace EppClient.Testing.Server;

/// <summary>A message that passes between a server and one of its clients.</summary>
/// <param name="Session">The session.</param>
/// <param name="IsFromClient">Whether the client sent it.</param>
/// <param name="Message">The message, including secrets. Valid only during the call.</param>
public readonly record struct ServerFrame(ServerSession Session, bool IsFromClient, ReadOnlyMemory<byte> Message);
