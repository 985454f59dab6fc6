using System.Globalization;
using EppClient.Diagnostics;
using EppClient.Transport;

namespace EppClient.Sessions;

/// <summary>Connects and logs in; what fails after there is a connection is left to its owner to close, because the registry may count it already.</summary>
internal sealed class SessionOpener(
    IConnector connector, ISessionProtocol protocol, ChannelSettings settings, EppTimeoutOptions timeouts, EppPoolOptions options, IEppSessionQuota? quota)
{
    private int _lastId;

    /// <param name="generation">The pool's.</param>
    /// <param name="deadline">When to give up.</param>
    /// <param name="abandon">Called, before the failure is thrown, with what is to be closed.</param>
    /// <param name="caller">The caller's.</param>
    /// <param name="owner">Ends with the pool.</param>
    /// <returns>The session, or null where the quota has no room for it at this time.</returns>
    public async Task<PhysicalSession?> OpenAsync(
        int generation, Deadline deadline, Action<PhysicalSession> abandon, CancellationToken caller, CancellationToken owner)
    {
        IEppSessionPermit? permit = null;
        if (quota is not null)
        {
            permit = await TakePermitAsync(quota, deadline.AtMost(settings.Time, timeouts.Connect), caller, owner).ConfigureAwait(false);
            if (permit is null)
            {
                return null;
            }
        }

        return await ConnectAndLoginAsync(generation, permit, deadline, abandon, caller, owner).ConfigureAwait(false);
    }

    private async Task<IEppSessionPermit?> TakePermitAsync(IEppSessionQuota room, Deadline deadline, CancellationToken caller, CancellationToken owner)
    {
        using var scope = new DeadlineScope(settings.Time, deadline, caller, owner);
        try
        {
            return await room.TryTakeAsync(scope.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException cancellation)
        {
            throw scope.Explain(EppPhase.WaitingForSession, cancellation);
        }
        catch (Exception exception) when (exception is not EppException)
        {
            // The quota is the caller's, so anything may come of it: it counts as a failure to open a session.
            throw new EppConnectionException($"EppOptions.SessionQuota failed, so no session was opened: {exception.Message}", EppDelivery.NotSent, exception);
        }
    }

    private async Task<PhysicalSession> ConnectAndLoginAsync(
        int generation, IEppSessionPermit? permit, Deadline deadline, Action<PhysicalSession> abandon, CancellationToken caller, CancellationToken owner)
    {
        var id = Interlocked.Increment(ref _lastId).ToString(CultureInfo.InvariantCulture);
        var started = settings.Time.GetTimestamp();
        using var span = settings.Metrics.StartConnection(id);
        SessionChannel? channel = null;
        try
        {
            using var admission = await protocol.AdmitAsync(deadline, caller, owner).ConfigureAwait(false);

            // One deadline for all steps, so that a slow one leaves the others less and not the registry with a session half open.
            var whole = deadline.AtMost(settings.Time, timeouts.Open);
            var connection = await ConnectAsync(whole.AtMost(settings.Time, timeouts.Connect), caller, owner).ConfigureAwait(false);
            channel = new SessionChannel(id, connection, settings);
            await LoginAsync(channel, connection.Steps, whole.AtMost(settings.Time, timeouts.Login), caller, owner).ConfigureAwait(false);
            var session = new PhysicalSession(channel, protocol, settings, options, generation, permit);
            settings.Metrics.Opened(settings.Time.GetElapsedTime(started));
            Log.SessionOpened(settings.Logger, id, connection.RemoteEndPoint, connection.TlsProtocol);
            return session;
        }
        catch (Exception exception)
        {
            if (channel is not null)
            {
                channel.Abort(exception);
                abandon(new PhysicalSession(channel, protocol, settings, options, generation, permit));
            }
            else if (permit is not null)
            {
                await permit.DisposeAsync().ConfigureAwait(false);
            }

            settings.Metrics.OpenFailed(settings.Time.GetElapsedTime(started), exception);
            span.Failed(exception);
            if (exception is EppException)
            {
                Log.SessionOpenFailed(settings.Logger, id, exception);
            }

            throw;
        }
    }

    private async Task<EppConnection> ConnectAsync(Deadline deadline, CancellationToken caller, CancellationToken owner)
    {
        using var scope = new DeadlineScope(settings.Time, deadline, caller, owner);
        try
        {
            return await connector.ConnectAsync(scope.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException cancellation)
        {
            var steps = (cancellation as OpeningCancelledException)?.Steps;
            throw scope.Explain(steps?.Current ?? EppPhase.Connecting, cancellation, steps?.ToString());
        }
    }

    private async Task LoginAsync(SessionChannel channel, OpeningSteps? known, Deadline deadline, CancellationToken caller, CancellationToken owner)
    {
        var steps = known ?? new OpeningSteps(settings.Time);
        steps.Begin(EppPhase.LoggingIn);
        using var scope = new DeadlineScope(settings.Time, deadline, caller, owner);
        try
        {
            await protocol.OpenAsync(channel, deadline, scope.Token).ConfigureAwait(false);
            channel.IsOpen = true;
        }
        catch (OperationCanceledException cancellation)
        {
            throw scope.Explain(Phase(channel), cancellation, steps.ToString());
        }
        catch (EppTimeoutException timeout)
        {
            throw new EppTimeoutException(Phase(channel), timeout.Timeout, EppDelivery.NotSent, steps.ToString(), timeout);
        }
        catch (EppProtocolException exception)
        {
            throw exception.For(EppDelivery.NotSent);
        }
    }

    private static EppPhase Phase(SessionChannel channel) => channel.IsGreeted ? EppPhase.LoggingIn : EppPhase.WaitingForGreeting;
}
