using EppClient.Protocol;
using EppClient.Sessions;
using EppClient.Xml;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace EppClient;

/// <summary>Looks at a registry from outside: connects, reads its greeting, and hangs up. For the first contact, and for monitoring.</summary>
public static class EppProbe
{
    /// <summary>Connects and reads the greeting. Nobody logs in: the account and its password are not used.</summary>
    /// <param name="options">How to reach the registry.</param>
    /// <param name="loggerFactory">Where logs go. Default: nowhere.</param>
    /// <param name="timeProvider">The clock. Default: the system's.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>What the registry says of itself.</returns>
    /// <exception cref="ArgumentException">An option is wrong; the message names it.</exception>
    /// <exception cref="EppConnectionException">There is no connection; the message says why and what to do.</exception>
    /// <exception cref="EppTimeoutException">The greeting did not come in time.</exception>
    /// <exception cref="EppProtocolException">What answers does not speak EPP.</exception>
    public static async Task<EppGreeting> GetGreetingAsync(
        EppOptions options, ILoggerFactory? loggerFactory = null, TimeProvider? timeProvider = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        loggerFactory ??= NullLoggerFactory.Instance;
        var time = timeProvider ?? TimeProvider.System;
        var tap = WireTap.Create(options.WireListener, options.EnableWireLogging, new EppSchemaSet(options.Profile.Schemas), loggerFactory);
        var alone = options with { Pool = new EppPoolOptions { MaxSessions = 1, KeepAliveInterval = Timeout.InfiniteTimeSpan } };
        var pool = new SessionPool(EppSessionPool.Settings(alone, new GreetingProtocol(options.Profile.Dialect, options.Profile.HelloFirst, tap), connector: null, loggerFactory, time));
        await using (pool.ConfigureAwait(false))
        {
            using var lease = await pool.RentAsync(Deadline.After(time, options.Timeouts.Command), cancellationToken).ConfigureAwait(false);
            // Not logged in, so that there is nothing to log out of.
            lease.Session.Fault(new EppConnectionException("The greeting was all that was wanted.", EppDelivery.NotSent));
            return GreetingProtocol.GreetingOf(lease.Channel);
        }
    }
}
