using EppClient.Protocol;
using EppClient.Sessions;
using EppClient.Xml;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace EppClient;

/// <summary>Connects to a registry and reads its greeting without logging in. For the first contact and for monitoring.</summary>
public static class EppProbe
{
    /// <summary>Connects and reads the greeting. Does not log in: the account and its password are not used.</summary>
    /// <param name="options">The options of the registry.</param>
    /// <param name="loggerFactory">The logger factory. Default: null, no logging.</param>
    /// <param name="timeProvider">The clock. Default: null, the system clock.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>The greeting of the registry.</returns>
    /// <exception cref="ArgumentException">An option is invalid; the message names it.</exception>
    /// <exception cref="EppConnectionException">The connection failed; the message gives the cause and the remedy.</exception>
    /// <exception cref="EppTimeoutException">The greeting was not received in time.</exception>
    /// <exception cref="EppProtocolException">The peer does not speak EPP.</exception>
    public static async Task<EppGreeting> GetGreetingAsync(
        EppOptions options, ILoggerFactory? loggerFactory = null, TimeProvider? timeProvider = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        loggerFactory ??= NullLoggerFactory.Instance;
        var time = timeProvider ?? TimeProvider.System;
        var tap = WireTap.Create(options.Observability.WireListener, options.Observability.EnableWireLogging, new EppSchemaSet(options.Profile.Schemas), loggerFactory);
        var alone = options with { Pool = new EppPoolOptions { MaxSessions = 1, KeepAliveInterval = Timeout.InfiniteTimeSpan } };
        var pool = new SessionPool(EppSessionPool.Settings(alone, new GreetingProtocol(options.Profile.Dialect, options.Profile.HelloFirst, tap), connector: null, loggerFactory, time));
        await using (pool.ConfigureAwait(false))
        {
            using var lease = await pool.RentAsync(Deadline.After(time, options.Timeouts.Command), cancellationToken).ConfigureAwait(false);
            // Not logged in, so no logout is needed.
            lease.Session.Fault(new EppConnectionException("The probe has read the greeting and needs no session.", EppDelivery.NotSent));
            return GreetingProtocol.GreetingOf(lease.Channel);
        }
    }
}
