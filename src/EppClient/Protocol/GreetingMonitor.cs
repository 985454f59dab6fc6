using EppClient.Diagnostics;
using Microsoft.Extensions.Logging;

namespace EppClient.Protocol;

/// <summary>Compares the greetings of a pool with each other and with the profile, and reports each difference once.</summary>
internal sealed class GreetingMonitor(EppProfile profile, TimeSpan maxClockSkew, Action<EppGreetingChange>? listener, TimeProvider time, ILogger logger)
{
    // Servers behind one name may differ permanently, so each difference is reported once. The set is cleared when it has this many greetings.
    private const int MaxRemembered = 64;

    private readonly Lock _lock = new();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private EppGreeting? _last;
    private long _lastAt;
    private bool _isSkewed;

    /// <summary>How far the registry's clock was ahead of the local clock in the last greeting; null before the first greeting.</summary>
    public TimeSpan? ClockSkew { get; private set; }

    /// <summary>
    /// The registry's current time, calculated from its last greeting and the monotonic clock. It is late by the transmission time of the greeting. Null
    /// before the first greeting.
    /// </summary>
    public DateTimeOffset? RegistryTime
    {
        get
        {
            lock (_lock)
            {
                return _last?.ServerDateOrNull is { } date ? EppReconciliationContext.Shift(date, time.GetElapsedTime(_lastAt)) : null;
            }
        }
    }

    public void Observe(string sessionId, EppGreeting greeting)
    {
        var change = Compare(greeting);
        if (change.IsEmpty)
        {
            return;
        }

        Log.GreetingChanged(logger, sessionId, change.ToString());
        try
        {
            listener?.Invoke(change);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // User code may throw any exception; it must not prevent the opening of a session.
            Log.GreetingListenerFailed(logger, e);
        }
    }

    /// <summary>Reports that the response to a hello was not a greeting.</summary>
    public void ReportUnexpectedHelloResponse(string sessionId, EppProtocolException reason) => Log.UnexpectedHelloResponse(logger, sessionId, reason.Message);

    private EppGreetingChange Compare(EppGreeting greeting)
    {
        lock (_lock)
        {
            var skew = Skew(greeting);
            var previous = _last;
            _last = greeting;
            _lastAt = time.GetTimestamp();
            if (!IsNew(greeting))
            {
                return new EppGreetingChange { Greeting = greeting, Previous = previous, ClockSkew = skew };
            }

            var offered = Services(greeting);
            var known = previous is null ? Expected(offered) : Services(previous);
            return new EppGreetingChange
            {
                Greeting = greeting,
                Previous = previous,
                AddedServices = [.. offered.Except(known)],
                RemovedServices = [.. known.Except(offered)],
                HasServerChanged = previous is not null && (previous.ServerId != greeting.ServerId || !previous.Versions.SequenceEqual(greeting.Versions)),
                ClockSkew = skew,
            };
        }
    }

    private TimeSpan? Skew(EppGreeting greeting)
    {
        if (greeting.ServerDateOrNull is not { } date)
        {
            return null;
        }

        var skew = date - time.GetUtcNow();
        ClockSkew = skew;
        var isSkewed = maxClockSkew != Timeout.InfiniteTimeSpan && skew.Duration() > maxClockSkew;
        var isChange = isSkewed != _isSkewed;
        _isSkewed = isSkewed;
        return isChange ? skew : null;
    }

    private bool IsNew(EppGreeting greeting)
    {
        if (_seen.Count == MaxRemembered)
        {
            _seen.Clear();
        }

        return _seen.Add(string.Join('\n', [greeting.ServerId, .. greeting.Versions.Order(StringComparer.Ordinal), .. Services(greeting).Order(StringComparer.Ordinal)]));
    }

    private IReadOnlyList<string> Expected(IReadOnlyList<string> offered) =>
        profile.OfferedServices.Count == 0 ? offered : [.. profile.OfferedServices.Select(profile.Dialect.ToWire)];

    private static IReadOnlyList<string> Services(EppGreeting greeting) => [.. greeting.ObjectUris, .. greeting.ExtensionUris];
}
