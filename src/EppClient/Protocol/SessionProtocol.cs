using EppClient.Authentication;
using EppClient.Diagnostics;
using EppClient.RateLimiting;
using EppClient.Sessions;
using EppClient.Xml;

namespace EppClient.Protocol;

/// <summary>Opens, probes and closes sessions with the messages of RFC 5730: greeting, login, hello, logout.</summary>
internal sealed class SessionProtocol(
    EppProfile profile,
    CredentialStore credentials,
    CommandRateLimiter rateLimiter,
    GreetingMonitor greetings,
    LoginSettings login,
    EppSchemaSet schemas,
    WireTap tap,
    LoginEventReporter events,
    ReadReporter readReporter,
    TimeProvider time)
    : ISessionProtocol
{
    // Used until the greeting has shown which versions the registry supports.
    private readonly EppXmlDialect _dialect = profile.Dialect;

    public async ValueTask<IDisposable?> AdmitAsync(Deadline deadline, CancellationToken caller, CancellationToken owner) =>
        await rateLimiter.BeforeSendingAsync(EppVerb.Login, deadline, caller, owner).ConfigureAwait(false);

    public async ValueTask OpenAsync(SessionChannel channel, Deadline deadline, CancellationToken cancellationToken)
    {
        EppGreeting greeting;
        if (profile.HelloFirst)
        {
            var hello = MessageWriter.Hello(_dialect);
            tap.Sent(channel.Id, hello, _dialect);
            await channel.PromptAsync(hello, cancellationToken).ConfigureAwait(false);
        }

        using (var frame = await channel.ReceiveAsync(deadline, cancellationToken).ConfigureAwait(false))
        {
            greeting = ReadGreeting(channel, frame.Payload);
        }

        var services = Negotiate(greeting);
        var language = login.Language ?? LanguageChoice.Of(greeting.Languages);
        ConnectionSpan.Greeted();
        using var attempt = await credentials.TakeAsync(deadline, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<EppLoginEvent>? loginEvents = null;
        while (loginEvents is null)
        {
            loginEvents = await TryLoginAsync(channel, services, language, attempt, deadline, cancellationToken).ConfigureAwait(false);
        }

        channel.ProtocolState = new SessionState(greeting, services) { LoginEvents = loginEvents };
    }

    public async ValueTask ProbeAsync(SessionChannel channel, Deadline deadline, CancellationToken cancellationToken)
    {
        var hello = MessageWriter.Hello(_dialect);
        tap.Sent(channel.Id, hello, _dialect);
        using var frame = await channel.ExchangeAsync(hello, deadline, cancellationToken).ConfigureAwait(false);
        var state = SessionState.Of(channel);
        try
        {
            channel.ProtocolState = state with { Greeting = ReadGreeting(channel, frame.Payload), HelloFailure = null };
        }
        catch (EppProtocolException e)
        {
            RequireSignOfLife(frame.Payload, state.Services.Dialect);
            if (state.HelloFailure is null)
            {
                greetings.ReportUnexpectedHelloResponse(channel.Id, e);
            }

            channel.ProtocolState = state with { HelloFailure = e };
        }
    }

    public async ValueTask CloseAsync(SessionChannel channel, Deadline deadline, CancellationToken cancellationToken)
    {
        // A logout is optional: if no permit is available, the connection is closed without it, so that other commands need not wait.
        using var attempt = rateLimiter.TryTake(EppVerb.Logout)
            ?? throw new EppConnectionException("No logout was sent, because the registry's rate limit is reached.", EppDelivery.NotSent);
        var id = TransactionIds.Next(time);
        await ExchangeAsync(channel, MessageWriter.Logout(_dialect, id), id, _dialect, deadline, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Logs in once.</summary>
    /// <returns>The login events of the registry; null if the login has to be repeated with other passwords.</returns>
    private async ValueTask<IReadOnlyList<EppLoginEvent>?> TryLoginAsync(
        SessionChannel channel, EppServices services, string language, LoginAttempt attempt, Deadline deadline, CancellationToken cancellationToken)
    {
        var id = TransactionIds.Next(time);
        ReadOnlyMemory<byte> request;
        try
        {
            var command = new LoginCommand(credentials.ClientId, attempt.Password, attempt.NewPassword, language, services, login.UserAgent);
            request = MessageWriter.Login(command, services.Dialect, id);
        }
        catch (EppValidationException e) when (attempt.CanGoOnWithout)
        {
            attempt.GoOnWithout(e);
            return null;
        }

        if (!await attempt.AnnounceAsync(cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        channel.CredentialsId = credentials.IdOf(attempt.Password);
        var response = await ExchangeAsync(channel, request, id, services.Dialect, deadline, cancellationToken).ConfigureAwait(false);
        var loginEvents = events.Report(channel.Id, response);
        rateLimiter.Learn(EppVerb.Login, RatePermits.Free, response);
        if (response.IsSuccess)
        {
            channel.CredentialsId = credentials.IdOf(attempt.NewPassword ?? attempt.Password);
            await attempt.AcceptedAsync().ConfigureAwait(false);
            return loginEvents;
        }

        var refusal = EppCommandException.ForLogin(profile, response);
        if (!await attempt.RefusedAsync(refusal).ConfigureAwait(false))
        {
            throw refusal;
        }

        return !response.Code.IsSessionClosing ? null : throw new EppConnectionException(
            "The registry refused the changed password and closed the connection. The next login uses the previous password.", EppDelivery.NotSent, refusal);
    }

    private EppGreeting ReadGreeting(SessionChannel channel, ReadOnlyMemory<byte> document)
    {
        tap.Received(channel.Id, document, _dialect);
        var greeting = MessageReader.ReadGreeting(document, _dialect);
        readReporter.Report(channel.Id, "hello", "none", greeting.ReadDiagnostics);
        greetings.Observe(channel.Id, greeting);
        return greeting;
    }

    /// <summary>
    /// Some registries send a response to hello instead of a greeting, such as 2000. The session is unusable only if that response ends the session, or is
    /// a late response to a command of this client.
    /// </summary>
    private void RequireSignOfLife(ReadOnlyMemory<byte> document, EppXmlDialect dialect)
    {
        EppResponseContent response;
        try
        {
            response = MessageReader.ReadOrRecoverResponse(document, dialect, schemas, sent: null);
        }
        catch (EppProtocolException)
        {
            // The frame is complete, so the connection works and is in sync, regardless of the content.
            return;
        }

        if (response.Results is [{ Code: { IsSessionClosing: true } code }, ..])
        {
            throw new EppConnectionException(EppConnectionError.ClosedByRegistry, $"The registry responded to hello with {code} and ends the session.", EppDelivery.MaybeSent);
        }

        if (response.ClientTransactionId is { } id && TransactionIds.IsOwn(id))
        {
            throw new EppProtocolException(EppConnectionError.UnexpectedMessage, $"The registry responded to transaction {id} when the response to hello was expected. The session was closed", "epp/response/trID/clTRID");
        }
    }

    /// <exception cref="EppNegotiationException">The greeting does not offer a service that the options require.</exception>
    private EppServices Negotiate(EppGreeting greeting)
    {
        var services = ServiceNegotiator.Negotiate(profile, greeting, login.Security);
        return services.HasLoginSecurity || login.Security != EppLoginSecurity.Required ? services : throw new EppNegotiationException(
            $"The greeting of {greeting.ServerId} does not offer login security ({EppNamespaces.LoginSecurity}), which EppLoginOptions.Security requires, so no password was sent. "
            + "If the registry never offered it, set EppLoginSecurity.WhenOffered; if it did, ask the registry for the reason first",
            EppNamespaces.LoginSecurity);
    }

    private async ValueTask<EppResponse> ExchangeAsync(
        SessionChannel channel, ReadOnlyMemory<byte> request, string id, EppXmlDialect dialect, Deadline deadline, CancellationToken cancellationToken)
    {
        tap.Sent(channel.Id, request, dialect);
        using var frame = await channel.ExchangeAsync(request, deadline, cancellationToken).ConfigureAwait(false);
        tap.Received(channel.Id, frame.Payload, dialect);
        var content = MessageReader.ReadOrRecoverResponse(frame.Payload, dialect, schemas, id);
        TransactionIds.Require(id, content);
        readReporter.Report(channel.Id, "login or logout", id, content.ReadDiagnostics);
        if (content.Results.Count == 0)
        {
            throw content.WithoutResult();
        }

        return new EppResponse(content, pending: null);
    }
}
