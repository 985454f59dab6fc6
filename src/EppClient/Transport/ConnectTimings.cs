using System.Globalization;

namespace EppClient.Transport;

/// <summary>The duration of each step of opening a session, so that an error can report where the time was spent.</summary>
internal sealed class ConnectTimings(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly List<(EppTimeoutPhase Phase, long Started)> _steps = new(5);

    /// <summary>The current step.</summary>
    public EppTimeoutPhase Current
    {
        get
        {
            lock (_lock)
            {
                return _steps.Count > 0 ? _steps[^1].Phase : EppTimeoutPhase.Connecting;
            }
        }
    }

    public void Begin(EppTimeoutPhase phase)
    {
        lock (_lock)
        {
            _steps.Add((phase, time.GetTimestamp()));
        }
    }

    /// <summary>A sentence such as "The time went into: TCP connection 0.02 s, TLS handshake 14.98 s."</summary>
    public override string ToString()
    {
        List<(EppTimeoutPhase Phase, long Started)> steps;
        lock (_lock)
        {
            steps = [.. _steps];
        }

        var now = time.GetTimestamp();
        var parts = steps.Select((step, i) =>
        {
            var end = i + 1 < steps.Count ? steps[i + 1].Started : now;
            return string.Create(CultureInfo.InvariantCulture, $"{Name(step.Phase)} {time.GetElapsedTime(step.Started, end).TotalSeconds:0.##} s");
        });
        return $"The time went into: {string.Join(", ", parts)}.";
    }

    private static string Name(EppTimeoutPhase phase) => phase switch
    {
        EppTimeoutPhase.WaitingForSession => "EppPoolOptions.Quota",
        EppTimeoutPhase.WaitingForRateLimit => "limit of logins",
        EppTimeoutPhase.Connecting => "name and TCP connection",
        EppTimeoutPhase.OpeningTunnel => "proxy",
        EppTimeoutPhase.Handshaking => "TLS handshake",
        _ => "greeting and login",
    };
}
