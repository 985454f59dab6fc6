using System.Diagnostics.Metrics;

namespace EppClient.Diagnostics;

/// <summary>The measurements of one loop over a message queue; the meter is its own, so that they end with it.</summary>
internal sealed class PollMetrics : IDisposable
{
    private readonly Meter _meter = new(EppTelemetry.MeterName);
    private readonly KeyValuePair<string, object?> _name;
    private readonly Counter<long> _messages;
    private readonly Histogram<double> _handlerTime;

    public PollMetrics(string name)
    {
        _name = new("epp.client.pool.name", name);
        _messages = _meter.CreateCounter<long>(EppTelemetry.PollMessages, "{message}", "Poll messages, by how they ended.");
        _handlerTime = _meter.CreateHistogram<double>(EppTelemetry.PollHandlerTime, "s", "The time of a handler, commit and acknowledgement included.");
    }

    /// <summary>Reports the state of the queue whenever a collector asks; nothing before it is known.</summary>
    public void Observe(Func<(TimeSpan Lag, ulong Waiting)?> state)
    {
        _meter.CreateObservableGauge(
            EppTelemetry.PollLag,
            () => state() is { } now ? [new(now.Lag.TotalSeconds, _name)] : Enumerable.Empty<Measurement<double>>(),
            "s",
            "The age of the oldest message in the queue.");
        _meter.CreateObservableUpDownCounter(
            EppTelemetry.PollWaiting,
            () => state() is { } now ? [new((long)now.Waiting, _name)] : Enumerable.Empty<Measurement<long>>(),
            "{message}",
            "Messages that wait at the registry.");
    }

    public void Ended(string outcome) => _messages.Add(1, _name, new("outcome", outcome));

    public void HandlerRan(TimeSpan time, Exception? failure)
    {
        if (failure is null)
        {
            _handlerTime.Record(time.TotalSeconds, _name);
        }
        else
        {
            _handlerTime.Record(time.TotalSeconds, _name, new("error.type", failure.GetType().FullName));
        }
    }

    public void Dispose() => _meter.Dispose();
}
