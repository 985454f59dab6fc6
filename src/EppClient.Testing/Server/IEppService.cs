namespace EppClient.Testing.Server;

/// <summary>Answers the messages of one server's sessions.</summary>
/// <remarks>Called by many sessions at once, by each one call at a time.</remarks>
public interface IEppService
{
    /// <summary>The message with which the server opens a session.</summary>
    /// <param name="session">The new session.</param>
    /// <param name="cancellationToken">The end of the connection.</param>
    /// <returns>The greeting.</returns>
    ValueTask<ServerReply> GetGreetingAsync(ServerSession session, CancellationToken cancellationToken);

    /// <summary>Answers one message.</summary>
    /// <param name="session">The session.</param>
    /// <param name="request">The message; not to be kept.</param>
    /// <param name="cancellationToken">The end of the connection.</param>
    /// <returns>The answer.</returns>
    ValueTask<ServerReply> HandleAsync(ServerSession session, ReadOnlyMemory<byte> request, CancellationToken cancellationToken);
}
