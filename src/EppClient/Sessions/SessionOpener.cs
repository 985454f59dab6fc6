using System.Globalization;
using EppClient.Diagnostics;
using EppClient.Transport;

namespace EppClient.Sessions;

/// <summary>Connects and logs in; what fails leaves no connection behind.</summary>
internal sealed class SessionOpener(
    IConnector connector, ISessionProtocol protocol, ChannelSettings settings, EppTimeoutOptions timeouts, TimeSpan maxSessionAge)
{
    private const double MaxAgeJitter = 0.1;

    private int _lastId;

    public async Task<PhysicalSession> OpenAsync(int generation, Deadline deadline, CancellationToken caller, CancellationToken owner)
    {
        var id = Interlocked.Increment(ref _lastId).ToString(CultureInfo.InvariantCulture);
        var started = settings.Time.GetTimestamp();
        using var span = settings.Metrics.StartConnection(id);
        try
        {
            var connection = await ConnectAsync(deadline.AtMost(settings.Time, timeouts.Connect), caller, owner).ConfigureAwait(false);
            var session = await LoginAsync(id, connection, generation, deadline.AtMost(settings.Time, timeouts.Login), caller, owner).ConfigureAwait(false);
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
            throw scope.Explain(EppPhase.Connecting, cancellation);
        }
    }

    private async Task<PhysicalSession> LoginAsync(
        string id, EppConnection connection, int generation, Deadline deadline, CancellationToken caller, CancellationToken owner)
    {
        var channel = new SessionChannel(id, connection, settings);
        using var scope = new DeadlineScope(settings.Time, deadline, caller, owner);
        try
        {
            await protocol.OpenAsync(channel, deadline, scope.Token).ConfigureAwait(false);
            channel.IsOpen = true;
            return new PhysicalSession(channel, protocol, settings, generation, WithJitter(maxSessionAge));
        }
        catch (OperationCanceledException cancellation)
        {
            await channel.DisposeAsync().ConfigureAwait(false);
            throw scope.Explain(EppPhase.LoggingIn, cancellation);
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

    private static TimeSpan WithJitter(TimeSpan age) =>
        age == Timeout.InfiniteTimeSpan ? age : age * (1 - (MaxAgeJitter * Random.Shared.NextDouble()));
}
