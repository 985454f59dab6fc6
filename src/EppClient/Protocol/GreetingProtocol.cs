using EppClient.Diagnostics;
using EppClient.Sessions;
using EppClient.Xml;

namespace EppClient.Protocol;

/// <summary>A session that ends after its greeting.</summary>
/// <param name="dialect">The dialect of the registry.</param>
/// <param name="helloFirst">Whether the registry sends a greeting only after a hello.</param>
/// <param name="tap">Receives the messages.</param>
internal sealed class GreetingProtocol(EppXmlDialect dialect, bool helloFirst, WireTap tap) : ISessionProtocol
{
    public static EppGreeting GreetingOf(SessionChannel channel) => (EppGreeting)channel.ProtocolState!;

    public async ValueTask OpenAsync(SessionChannel channel, Deadline deadline, CancellationToken cancellationToken)
    {
        if (helloFirst)
        {
            var hello = MessageWriter.Hello(dialect);
            tap.Sent(channel.Id, hello, dialect);
            await channel.PromptAsync(hello, cancellationToken).ConfigureAwait(false);
        }

        using var frame = await channel.ReceiveAsync(deadline, cancellationToken).ConfigureAwait(false);
        tap.Received(channel.Id, frame.Payload, dialect);
        ConnectionSpan.Greeted();
        channel.ProtocolState = MessageReader.ReadGreeting(frame.Payload, dialect);
    }

    public ValueTask ProbeAsync(SessionChannel channel, Deadline deadline, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask CloseAsync(SessionChannel channel, Deadline deadline, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
