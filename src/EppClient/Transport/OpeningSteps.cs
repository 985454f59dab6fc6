using System.Globalization;

namespace EppClient.Transport;

/// <summary>How long the steps of opening a session took, so that an error can tell where the time went.</summary>
internal sealed class OpeningSteps(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly List<(EppPhase Phase, long Started)> _steps = new(5);

    /// <summary>The current step.</summary>
    public EppPhase Current
    {
        get
        {
            lock (_lock)
            {
                return _steps.Count > 0 ? _steps[^1].Phase : EppPhase.Connecting;
            }
        }
    }

    public void Begin(EppPhase phase)
    {
        lock (_lock)
        {
            _steps.Add((phase, time.GetTimestamp()));
        }
    }

    /// <summary>A sentence such as "The time went into: TCP connection 0.02 s, TLS handshake 14.98 s."</summary>
    public override string ToString()
    {
        List<(EppPhase Phase, long Started)> steps;
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

    private static string Name(EppPhase phase) => phase switch
    {
        EppPhase.WaitingForSession => "EppOptions.SessionQuota",
        EppPhase.WaitingForBudget => "limit of logins",
        EppPhase.Connecting => "name and TCP connection",
        EppPhase.OpeningTunnel => "proxy",
        EppPhase.Handshaking => "TLS handshake",
        _ => "greeting and login",
    };
}
