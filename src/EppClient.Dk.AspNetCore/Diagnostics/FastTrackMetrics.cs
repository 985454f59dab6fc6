using System.Diagnostics.Metrics;

namespace EppClient.Dk.AspNetCore;

/// <summary>The metrics of fast-track transfers.</summary>
internal sealed class FastTrackMetrics
{
    private readonly Counter<long> _requests;
    private readonly Counter<long> _domains;
    private readonly Histogram<double> _duration;

    public FastTrackMetrics(IMeterFactory meters)
    {
        // The factory disposes it.
        var meter = meters.Create(DkFastTrackTelemetry.MeterName);
        _requests = meter.CreateCounter<long>(DkFastTrackTelemetry.Requests, "{request}");
        _domains = meter.CreateCounter<long>(DkFastTrackTelemetry.Domains, "{domain}");
        _duration = meter.CreateHistogram<double>(DkFastTrackTelemetry.Duration, "s");
    }

    public void Responded(int status) => _requests.Add(1, KeyValuePair.Create<string, object?>("http.response.status_code", status));

    /// <summary>Counts the domains that have ended with a change of their session.</summary>
    public void Changed(SessionContent before, SessionContent after)
    {
        foreach (var (_, domain) in before.Domains.Zip(after.Domains).Where(pair => !pair.First.HasEnded && pair.Second.HasEnded))
        {
            _domains.Add(1, KeyValuePair.Create<string, object?>("epp.dk.state", domain.State.ToString()));
            if (domain.TransferredAt - after.AcceptedAt is { } duration)
            {
                _duration.Record(duration.TotalSeconds);
            }
        }
    }
}
