using System.Globalization;
using EppClient.Diagnostics;
using EppClient.Transport;

namespace EppClient.Sessions;

/// <summary>Connects and logs in, within <see cref="EppTimeoutOptions.Open"/>.</summary>
internal sealed class SessionOpener(
    IConnector connector, ISessionProtocol protocol, ChannelSettings settings, EppTimeoutOptions timeouts, EppPoolOptions options, IEppSessionQuota? quota)
{
    private int _lastId;

    /// <param name="opening">
    /// Receives the steps as they begin and, after a failure, a connection that the registry may count as a session, if any. Everything else is closed.
    /// </param>
    /// <param name="owner">Cancelled when the pool ends.</param>
    /// <returns>The session, or null if the quota has no capacity for it now.</returns>
    /// <exception cref="OperationCanceledException">The attempt was abandoned.</exception>
    public async Task<PhysicalSession?> OpenAsync(OpenAttempt opening, CancellationToken owner)
    {
        if (quota is null)
        {
            return await ConnectAndLoginAsync(opening, null, opening.Abandoned, owner).ConfigureAwait(false);
        }

        if (await TakePermitAsync(quota, opening.Steps, owner).ConfigureAwait(false) is not { } permit)
        {
            return null;
        }

        using var abandoned = CancellationTokenSource.CreateLinkedTokenSource(permit.Lost, opening.Abandoned);
        try
        {
            return await ConnectAndLoginAsync(opening, permit, abandoned.Token, owner).ConfigureAwait(false);
        }
        catch (OperationCanceledException cancellation) when (permit.Lost.IsCancellationRequested)
        {
            throw new EppConnectionException(
                EppConnectionError.SessionEnded, "The permit of EppPoolOptions.Quota was lost while the session was opened.", EppDelivery.NotSent, cancellation);
        }
    }

    private async Task<IEppSessionPermit?> TakePermitAsync(IEppSessionQuota sessionQuota, ConnectTimings steps, CancellationToken owner)
    {
        steps.Begin(EppTimeoutPhase.WaitingForSession);
        using var scope = new DeadlineScope(settings.Time, Deadline.After(settings.Time, timeouts.Connect), CancellationToken.None, owner);
        try
        {
            return await sessionQuota.TryAcquireAsync(scope.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException cancellation) when (scope.Token.IsCancellationRequested)
        {
            throw scope.Explain(EppTimeoutPhase.WaitingForSession, cancellation);
        }
        catch (Exception exception) when (exception is not EppException)
        {
            // The quota is user code and may throw any exception, also a cancellation of its own. This counts as a failure to open a session.
            throw new EppConnectionException($"EppPoolOptions.Quota failed, so no session was opened: {exception.Message}", EppDelivery.NotSent, exception);
        }
    }

    private async Task<PhysicalSession> ConnectAndLoginAsync(OpenAttempt opening, IEppSessionPermit? permit, CancellationToken abandoned, CancellationToken owner)
    {
        var id = Interlocked.Increment(ref _lastId).ToString(CultureInfo.InvariantCulture);
        var started = settings.Time.GetTimestamp();
        using var span = settings.Metrics.StartConnection(id);
        try
        {
            using var admission = await AdmitAsync(opening.Steps, abandoned, owner).ConfigureAwait(false);

            // All steps share one deadline, so that a slow step shortens the others instead of leaving a half-open session at the registry.
            var whole = Deadline.After(settings.Time, timeouts.Open);
            var connection = await ConnectAsync(opening.Steps, whole.AtMost(settings.Time, timeouts.Connect), abandoned, owner).ConfigureAwait(false);
            opening.Steps.Begin(EppTimeoutPhase.LoggingIn);
            opening.Channel = new SessionChannel(id, connection, settings);
            await LoginAsync(opening, opening.Channel, whole.AtMost(settings.Time, timeouts.Login), abandoned, owner).ConfigureAwait(false);
            var session = new PhysicalSession(opening.Channel, protocol, settings, options, opening.Generation, permit);
            settings.Metrics.Opened(settings.Time.GetElapsedTime(started));
            Log.SessionOpened(settings.Logger, id, connection.RemoteEndPoint, connection.TlsProtocol);
            return session;
        }
        catch (Exception exception)
        {
            settings.Metrics.OpenFailed(settings.Time.GetElapsedTime(started), exception);
            span.Failed(exception);
            if (exception is EppException)
            {
                Log.SessionOpenFailed(settings.Logger, id, exception.Message);
                Log.SessionOpenFailure(settings.Logger, id, exception);
            }

            await LeaveAsync(opening, permit, exception).ConfigureAwait(false);
            throw;
        }
    }

    private async ValueTask<IDisposable?> AdmitAsync(ConnectTimings steps, CancellationToken abandoned, CancellationToken owner)
    {
        var admitting = protocol.AdmitAsync(Deadline.None, abandoned, owner);
        if (!admitting.IsCompleted)
        {
            steps.Begin(EppTimeoutPhase.WaitingForRateLimit);
        }

        return await admitting.ConfigureAwait(false);
    }

    private async Task<EppConnection> ConnectAsync(ConnectTimings steps, Deadline deadline, CancellationToken abandoned, CancellationToken owner)
    {
        using var scope = new DeadlineScope(settings.Time, deadline, abandoned, owner);
        try
        {
            return await connector.ConnectAsync(steps, scope.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException cancellation)
        {
            throw scope.Explain(steps.Current, cancellation, steps.ToString());
        }
    }

    private async Task LoginAsync(OpenAttempt opening, SessionChannel channel, Deadline deadline, CancellationToken abandoned, CancellationToken owner)
    {
        using var scope = new DeadlineScope(settings.Time, deadline, abandoned, owner);
        try
        {
            await protocol.OpenAsync(channel, deadline, scope.Token).ConfigureAwait(false);
            channel.IsOpen = true;
        }
        catch (OperationCanceledException cancellation)
        {
            throw scope.Explain(opening.Phase, cancellation, opening.Steps.ToString());
        }
        catch (EppTimeoutException timeout)
        {
            throw new EppTimeoutException(opening.Phase, timeout.Timeout, EppDelivery.NotSent, opening.Steps.ToString(), timeout);
        }
        catch (EppProtocolException exception)
        {
            throw exception.For(EppDelivery.NotSent);
        }
    }

    /// <summary>
    /// Cleans up a failed attempt. A login that was written may have created a session, even if its response was lost: it counts until the registry has
    /// closed it.
    /// </summary>
    private async ValueTask LeaveAsync(OpenAttempt opening, IEppSessionPermit? permit, Exception failure)
    {
        if (opening.Channel is { } channel)
        {
            channel.IsRefused = failure is IAuthenticationFailure or ISessionLimitFailure;
            channel.Abort(failure);
            if (channel.MayBeCounted)
            {
                opening.LeftSession = new PhysicalSession(channel, protocol, settings, options, opening.Generation, permit);
                return;
            }

            await channel.DisposeAsync().ConfigureAwait(false);
        }

        if (permit is not null)
        {
            await PermitReturn.ReturnAsync(permit, settings).ConfigureAwait(false);
        }
    }
}

/// <summary>Opens, probes and closes sessions. Implemented by the protocol layer, which knows the messages.</summary>
/// <remarks>Not called concurrently for the same session. A failure of opening, probing or closing ends the session.</remarks>
internal interface ISessionProtocol
{
    /// <summary>
    /// Waits until a login is allowed, before there is a connection, because registries close connections that wait for a login. The returned object is
    /// disposed when the login has succeeded or failed.
    /// </summary>
    /// <exception cref="EppTimeoutException">The login was not allowed before the deadline.</exception>
    ValueTask<IDisposable?> AdmitAsync(Deadline deadline, CancellationToken caller, CancellationToken owner) => default;

    /// <summary>Receives the greeting and logs in. Stores the state for later commands in <see cref="SessionChannel.ProtocolState"/>.</summary>
    /// <exception cref="Exception">The session was not opened. An <see cref="IAuthenticationFailure"/> counts as a refusal of the credentials.</exception>
    ValueTask OpenAsync(SessionChannel channel, Deadline deadline, CancellationToken cancellationToken);

    /// <summary>Sends a keep-alive: a hello, to which the registry responds with a greeting or another response.</summary>
    ValueTask ProbeAsync(SessionChannel channel, Deadline deadline, CancellationToken cancellationToken);

    /// <summary>Logs out.</summary>
    ValueTask CloseAsync(SessionChannel channel, Deadline deadline, CancellationToken cancellationToken);
}
