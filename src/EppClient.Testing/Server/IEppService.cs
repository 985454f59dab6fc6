namespace EppClient.Testing.Server;

/// <summary>Responds to the messages of a server's sessions.</summary>
/// <remarks>Called by many sessions concurrently, with one call at a time for each session.</remarks>
public interface IEppService
{
    /// <summary>Gets the message with which the server opens a session.</summary>
    /// <param name="session">The new session.</param>
    /// <param name="cancellationToken">The token that is canceled when the connection ends.</param>
    /// <returns>The greeting.</returns>
    ValueTask<ServerReply> GetGreetingAsync(ServerSession session, CancellationToken cancellationToken);

    /// <summary>Responds to one message.</summary>
    /// <param name="session">The session.</param>
    /// <param name="request">The message. Valid only during the call.</param>
    /// <param name="cancellationToken">The token that is canceled when the connection ends.</param>
    /// <returns>The response.</returns>
    ValueTask<ServerReply> HandleAsync(ServerSession session, ReadOnlyMemory<byte> request, CancellationToken cancellationToken);
}
