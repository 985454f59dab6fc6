using System.Globalization;

namespace EppClient.Transport;

/// <summary>How long the steps of opening a session took, so that an error can tell where the time went.</summary>
internal sealed class OpeningSteps(TimeProvider time)
{
    private readonly List<(EppPhase Phase, long Started)> _steps = new(5);

    public EppPhase Current => _steps.Count > 0 ? _steps[^1].Phase : EppPhase.Connecting;

    public void Begin(EppPhase phase) => _steps.Add((phase, time.GetTimestamp()));

    /// <summary>A sentence such as "The time went into: TCP connection 0.02 s, TLS handshake 14.98 s."</summary>
    public override string ToString()
    {
        var now = time.GetTimestamp();
        var parts = _steps.Select((step, i) =>
        {
            var end = i + 1 < _steps.Count ? _steps[i + 1].Started : now;
            return string.Create(CultureInfo.InvariantCulture, $"{Name(step.Phase)} {time.GetElapsedTime(step.Started, end).TotalSeconds:0.##} s");
        });
        return $"The time went into: {string.Join(", ", parts)}.";
    }

    private static string Name(EppPhase phase) => phase switch
    {
        EppPhase.Connecting => "name and TCP connection",
        EppPhase.OpeningTunnel => "proxy",
        EppPhase.Handshaking => "TLS handshake",
        _ => "greeting and login",
    };
}
