using EppClient.Diagnostics;
using EppClient.Sessions;
using EppClient.Xml;

namespace EppClient.Protocol;

/// <summary>A session that is over with its greeting.</summary>
internal sealed class GreetingProtocol(EppXmlDialect dialect, WireTap tap) : ISessionProtocol
{
    public static EppGreeting GreetingOf(SessionChannel channel) => (EppGreeting)channel.ProtocolState!;

    public async ValueTask OpenAsync(SessionChannel channel, Deadline deadline, CancellationToken cancellationToken)
    {
        using var frame = await channel.ReceiveAsync(deadline, cancellationToken).ConfigureAwait(false);
        tap.Received(channel.Id, frame.Payload, dialect);
        ConnectionSpan.Greeted();
        channel.ProtocolState = MessageReader.ReadGreeting(frame.Payload, dialect);
    }

    public ValueTask ProbeAsync(SessionChannel channel, Deadline deadline, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask CloseAsync(SessionChannel channel, Deadline deadline, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
