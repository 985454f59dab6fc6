using EppClient.Sessions;
using EppClient.Xml;

namespace EppClient.Protocol;

/// <summary>Opens, probes and closes sessions with the messages of RFC 5730: greeting, login, hello, logout.</summary>
internal sealed class SessionProtocol(EppProfile profile, CredentialStore credentials, string language, EppSchemaSet schemas, WireTap tap, TimeProvider time)
    : ISessionProtocol
{
    public async ValueTask OpenAsync(SessionChannel channel, Deadline deadline, CancellationToken cancellationToken)
    {
        EppGreeting greeting;
        using (var frame = await channel.ReceiveAsync(deadline, cancellationToken).ConfigureAwait(false))
        {
            tap.Received(frame.Payload, EppXmlDialect.Standard);
            greeting = MessageReader.ReadGreeting(frame.Payload);
        }

        var services = EppServices.Negotiate(profile, greeting);
        using var turn = await credentials.TakeAsync(deadline, cancellationToken).ConfigureAwait(false);
        var id = TransactionIds.Next(time);
        var login = new LoginCommand(credentials.ClientId, turn.Password, turn.NewPassword, language, services);
        var response = await ExchangeAsync(channel, MessageWriter.Login(login, services.Dialect, id), id, services.Dialect, deadline, cancellationToken)
            .ConfigureAwait(false);
        if (!response.IsSuccess)
        {
            throw EppCommandException.ForLogin(response);
        }

        turn.Accepted();
        channel.ProtocolState = new SessionState(greeting, services);
    }

    public async ValueTask ProbeAsync(SessionChannel channel, Deadline deadline, CancellationToken cancellationToken)
    {
        var hello = MessageWriter.Hello();
        tap.Sent(hello, EppXmlDialect.Standard);
        using var frame = await channel.ExchangeAsync(hello, deadline, cancellationToken).ConfigureAwait(false);
        tap.Received(frame.Payload, EppXmlDialect.Standard);
        var greeting = MessageReader.ReadGreeting(frame.Payload);
        channel.ProtocolState = SessionState.Of(channel) with { Greeting = greeting };
    }

    public async ValueTask CloseAsync(SessionChannel channel, Deadline deadline, CancellationToken cancellationToken)
    {
        var id = TransactionIds.Next(time);
        await ExchangeAsync(channel, MessageWriter.Logout(id), id, EppXmlDialect.Standard, deadline, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<EppResponse> ExchangeAsync(
        SessionChannel channel, ReadOnlyMemory<byte> request, string id, EppXmlDialect dialect, Deadline deadline, CancellationToken cancellationToken)
    {
        tap.Sent(request, dialect);
        using var frame = await channel.ExchangeAsync(request, deadline, cancellationToken).ConfigureAwait(false);
        tap.Received(frame.Payload, dialect);
        var content = MessageReader.ReadResponse(frame.Payload, dialect, schemas);
        TransactionIds.Require(id, content);
        return new EppResponse(content, pending: null);
    }
}
