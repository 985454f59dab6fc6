using System.Text;
using EppClient.Testing.Server;

namespace EppClient.TestSupport.Servers;

/// <summary>Closes the connection, without a response, on messages that contain a text.</summary>
public sealed class SilentService(IEppService inner, string text) : IEppService
{
    public ValueTask<ServerReply> GetGreetingAsync(ServerSession session, CancellationToken cancellationToken) => inner.GetGreetingAsync(session, cancellationToken);

    public ValueTask<ServerReply> HandleAsync(ServerSession session, ReadOnlyMemory<byte> request, CancellationToken cancellationToken) =>
        Encoding.UTF8.GetString(request.Span).Contains(text, StringComparison.Ordinal)
            ? ValueTask.FromResult(ServerReply.SilentClose)
            : inner.HandleAsync(session, request, cancellationToken);
}
