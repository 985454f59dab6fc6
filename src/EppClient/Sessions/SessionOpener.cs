using System.Globalization;
using EppClient.Diagnostics;
using EppClient.Transport;

namespace EppClient.Sessions;

/// <summary>Connects and logs in; what fails leaves no connection behind.</summary>
internal sealed class SessionOpener(
    IConnector connector, ISessionProtocol protocol, ChannelSettings settings, EppTimeoutOptions timeouts, EppPoolOptions options, IEppSessionQuota? quota)
{
    private int _lastId;

    /// <returns>The session, or null where the quota has no room for it at this time.</returns>
    public async Task<PhysicalSession?> OpenAsync(int generation, Deadline deadline, CancellationToken caller, CancellationToken owner)
    {
        if (quota is null)
        {
            return await ConnectAndLoginAsync(generation, null, deadline, caller, owner).ConfigureAwait(false);
        }

        if (await TakePermitAsync(quota, deadline.AtMost(settings.Time, timeouts.Connect), caller, owner).ConfigureAwait(false) is not { } permit)
        {
            return null;
        }

        try
        {
            return await ConnectAndLoginAsync(generation, permit, deadline, caller, owner).ConfigureAwait(false);
        }
        catch
        {
            await permit.DisposeAsync().ConfigureAwait(false);
            throw;
        }
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
        int generation, IEppSessionPermit? permit, Deadline deadline, CancellationToken caller, CancellationToken owner)
    {
        var id = Interlocked.Increment(ref _lastId).ToString(CultureInfo.InvariantCulture);
        var started = settings.Time.GetTimestamp();
        using var span = settings.Metrics.StartConnection(id);
        try
        {
            using var admission = await protocol.AdmitAsync(deadline, caller, owner).ConfigureAwait(false);

            // One deadline for all steps, so that a slow one leaves the others less and not the registry with a session half open.
            var whole = deadline.AtMost(settings.Time, timeouts.Open);
            var connection = await ConnectAsync(whole.AtMost(settings.Time, timeouts.Connect), caller, owner).ConfigureAwait(false);
            var session = await LoginAsync(id, connection, generation, permit, whole.AtMost(settings.Time, timeouts.Login), caller, owner).ConfigureAwait(false);
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

    private async Task<PhysicalSession> LoginAsync(
        string id, EppConnection connection, int generation, IEppSessionPermit? permit, Deadline deadline, CancellationToken caller, CancellationToken owner)
    {
        var steps = connection.Steps ?? new OpeningSteps(settings.Time);
        steps.Begin(EppPhase.LoggingIn);
        var channel = new SessionChannel(id, connection, settings);
        using var scope = new DeadlineScope(settings.Time, deadline, caller, owner);
        try
        {
            await protocol.OpenAsync(channel, deadline, scope.Token).ConfigureAwait(false);
            channel.IsOpen = true;
            return new PhysicalSession(channel, protocol, settings, options, generation, permit);
        }
        catch (OperationCanceledException cancellation)
        {
            await channel.DisposeAsync().ConfigureAwait(false);
            throw scope.Explain(Phase(channel), cancellation, steps.ToString());
        }
        catch (EppTimeoutException timeout)
        {
            await channel.DisposeAsync().ConfigureAwait(false);
            throw new EppTimeoutException(Phase(channel), timeout.Timeout, EppDelivery.NotSent, steps.ToString(), timeout);
        }
        catch (EppProtocolException exception)
        {
            await channel.DisposeAsync().ConfigureAwait(false);
            throw exception.For(EppDelivery.NotSent);
        }
        catch
        {
            await channel.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static EppPhase Phase(SessionChannel channel) => channel.IsGreeted ? EppPhase.LoggingIn : EppPhase.WaitingForGreeting;
}
