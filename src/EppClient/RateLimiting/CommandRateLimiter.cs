using System.Globalization;
using System.Threading.RateLimiting;
using EppClient.Diagnostics;
using EppClient.Protocol;
using EppClient.Sessions;
using Microsoft.Extensions.Logging;

namespace EppClient.RateLimiting;

/// <summary>
/// Keeps the commands of a pool within the registry's rate limits. Permits of limits that do not count logins are acquired before a session is
/// rented, so that a waiting command holds no session. The others are acquired after it: a command that held such a permit while it waits for a
/// session could block the login that it waits for.
/// </summary>
internal sealed class CommandRateLimiter : IDisposable
{
    private readonly EppRegistryLimits _limits;
    private readonly PartitionedRateLimiter<EppVerb>? _own;
    private readonly RateLimiterMetrics _meter;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly RateWindow[] _beforeRenting;
    private readonly RateWindow[] _beforeSending;

    /// <summary>Creates the rate limiter of one pool.</summary>
    /// <param name="limits">The registry's rate limits.</param>
    /// <param name="own">An additional limiter of the user, which is not disposed; null if there is none.</param>
    /// <param name="meter">Measures waits.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Logs responses that report too many commands.</param>
    public CommandRateLimiter(EppRegistryLimits limits, PartitionedRateLimiter<EppVerb>? own, RateLimiterMetrics meter, TimeProvider time, ILogger logger)
    {
        _limits = limits;
        _own = own;
        _meter = meter;
        _time = time;
        _logger = logger;

        // Limits for few verbs first: a command that waits for one must not hold a permit that all commands need. The fixed order prevents deadlocks.
        var windows = limits.Rates.OrderBy(rate => rate.Verbs.Count == 0).ThenBy(rate => rate.Verbs.Count).Select(rate => new RateWindow(rate, time)).ToLookup(CountsLogins);
        _beforeRenting = [.. windows[false]];
        _beforeSending = [.. windows[true]];
    }

    /// <summary>Whether there are no limits, so that no command has to wait.</summary>
    public bool IsUnlimited => _beforeRenting.Length == 0 && _beforeSending.Length == 0 && _own is null;

    /// <exception cref="EppTimeoutException">The rate limit did not allow the command before the deadline. It was not sent.</exception>
    public ValueTask<RatePermits> BeforeRentingAsync(EppVerb verb, Deadline deadline, CancellationToken cancellationToken) =>
        _beforeRenting.Length == 0
            ? new ValueTask<RatePermits>(RatePermits.Free)
            : TakeAsync(_beforeRenting, null, verb, deadline, cancellationToken, CancellationToken.None);

    /// <exception cref="EppTimeoutException">The rate limit did not allow the command before the deadline. It was not sent.</exception>
    public ValueTask<RatePermits> BeforeSendingAsync(EppVerb verb, Deadline deadline, CancellationToken cancellationToken, CancellationToken owner = default) =>
        _beforeSending.Length == 0 && _own is null
            ? new ValueTask<RatePermits>(_beforeRenting.Length == 0 ? RatePermits.Free : new RatePermits(_time.GetTimestamp(), []))
            : TakeAsync(_beforeSending, _own, verb, deadline, cancellationToken, owner);

    /// <summary>For optional commands: returns the permits if they are available immediately and no caller waits for them; otherwise null.</summary>
    /// <exception cref="EppConnectionException">The limiter of the options failed.</exception>
    public RatePermits? TryTake(EppVerb verb)
    {
        List<RateLimitLease> leases = [];
        if (_own is not null)
        {
            leases.Add(AttemptAcquire(_own, verb));
        }

        foreach (var window in _beforeSending.Where(window => window.Limit.Counts(verb)))
        {
            leases.Add(window.AttemptAcquire());
        }

        var attempt = new RatePermits(_time.GetTimestamp(), leases);
        if (leases.TrueForAll(lease => lease.IsAcquired))
        {
            return attempt;
        }

        attempt.Dispose();
        return null;
    }

    /// <summary>Reduces the permits temporarily if the response reports too many commands.</summary>
    public void Learn(EppVerb verb, RatePermits attempt, EppResponse response)
    {
        if (!response.IsSuccess && _limits.IsRateLimit(response))
        {
            Shrink(verb, attempt, response);
        }
    }

    private void Shrink(EppVerb verb, RatePermits attempt, EppResponse response)
    {
        var concerned = _beforeRenting.Concat(_beforeSending).Where(window => window.Limit.Counts(verb)).ToList();
        foreach (var window in concerned)
        {
            if (window.Shrink(attempt.Taken) is { } left)
            {
                Log.RateLimitReduced(_logger, response.Code.Value, left, window.Limit.ToString());
            }
        }

        if (concerned.Count == 0)
        {
            Log.RateLimitUnknown(_logger, response.Code.Value, EnvelopeNames.Of(verb));
        }
    }

    public void Dispose()
    {
        foreach (var window in _beforeRenting.Concat(_beforeSending))
        {
            window.Dispose();
        }
    }

    private static bool CountsLogins(RateWindow window) => window.Limit.Counts(EppVerb.Login) || window.Limit.Counts(EppVerb.Logout);

    private async ValueTask<RatePermits> TakeAsync(
        RateWindow[] windows, PartitionedRateLimiter<EppVerb>? own, EppVerb verb, Deadline deadline, CancellationToken caller, CancellationToken owner)
    {
        List<RateLimitLease> leases = [];
        using var scope = new DeadlineScope(_time, deadline, caller, owner);
        try
        {
            foreach (var window in windows.Where(window => window.Limit.Counts(verb)))
            {
                leases.Add(await WaitAsync(window.AcquireAsync(1, scope.Token), verb, deadline, scope, window).ConfigureAwait(false));
            }

            if (own is not null)
            {
                leases.Add(await WaitAsync(AcquireAsync(own, verb, scope.Token), verb, deadline, scope, null).ConfigureAwait(false));
            }

            return new RatePermits(_time.GetTimestamp(), leases);
        }
        catch
        {
            leases.ForEach(lease => lease.Dispose());
            throw;
        }
    }

    private static RateLimitLease AttemptAcquire(PartitionedRateLimiter<EppVerb> own, EppVerb verb)
    {
        try
        {
            return own.AttemptAcquire(verb);
        }
        catch (Exception e) when (e is not EppException)
        {
            throw OwnFailed(e);
        }
    }

    private static async ValueTask<RateLimitLease> AcquireAsync(PartitionedRateLimiter<EppVerb> own, EppVerb verb, CancellationToken cancellationToken)
    {
        try
        {
            return await own.AcquireAsync(verb, 1, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not EppException && !(e is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            throw OwnFailed(e);
        }
    }

    // The limiter of the options is user code and may throw any exception, also a cancellation of its own.
    private static EppConnectionException OwnFailed(Exception cause) =>
        new($"EppOptions.RateLimiter failed, so nothing was sent: {cause.Message}", EppDelivery.NotSent, cause);

    private async ValueTask<RateLimitLease> WaitAsync(ValueTask<RateLimitLease> acquiring, EppVerb verb, Deadline deadline, DeadlineScope scope, RateWindow? window)
    {
        var mustWait = !acquiring.IsCompleted;
        var started = _time.GetTimestamp();
        RateLimitLease lease;
        try
        {
            lease = await acquiring.ConfigureAwait(false);
        }
        catch (OperationCanceledException e)
        {
            var reason = scope.Explain(EppTimeoutPhase.WaitingForRateLimit, e);
            throw reason is EppTimeoutException ? TimedOut(deadline, window, e) : reason;
        }
        finally
        {
            if (mustWait)
            {
                _meter.Waited(EnvelopeNames.Of(verb), _time.GetElapsedTime(started));
            }
        }

        if (lease.IsAcquired)
        {
            return lease;
        }

        lease.Dispose();
        throw new EppTimeoutException(EppTimeoutPhase.WaitingForRateLimit, deadline.Total, EppDelivery.NotSent, "EppOptions.RateLimiter refused the command without waiting, because its queue is full.", null);
    }

    private static EppTimeoutException TimedOut(Deadline deadline, RateWindow? window, OperationCanceledException cause)
    {
        var detail = window is null
            ? "EppOptions.RateLimiter did not allow the command."
            : string.Create(CultureInfo.InvariantCulture, $"The limit is {window.Limit}; {window.GetStatistics()?.CurrentQueuedCount ?? 0} more callers are waiting.");
        return new EppTimeoutException(EppTimeoutPhase.WaitingForRateLimit, deadline.Total, EppDelivery.NotSent, detail, cause);
    }
}

/// <summary>The permits of one command. Disposed when the command has ended; its permits are freed one window later.</summary>
internal sealed class RatePermits(long taken, IReadOnlyList<RateLimitLease> leases) : IDisposable
{
    public static RatePermits Free { get; } = new(long.MaxValue, []);

    /// <summary>The timestamp at which the permits were acquired.</summary>
    public long Taken => taken;

    public void Dispose()
    {
        foreach (var lease in leases)
        {
            lease.Dispose();
        }
    }
}
