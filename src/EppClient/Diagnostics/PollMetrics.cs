using System.Diagnostics.Metrics;

namespace EppClient.Diagnostics;

/// <summary>The metrics of one poll consumer. It has its own meter, so that the instruments end with it.</summary>
internal sealed class PollMetrics : IDisposable
{
    private readonly Meter _meter = new(EppTelemetry.MeterName);
    private readonly KeyValuePair<string, object?>[] _tags;
    private readonly Counter<long> _messages;
    private readonly Histogram<double> _handlerTime;

    /// <param name="name">The name of the pool.</param>
    /// <param name="server">The server of the queue; null if it is unknown.</param>
    public PollMetrics(string name, EppEndpoint? server)
    {
        _tags = server is null
            ? [new("epp.client.pool.name", name)]
            : [new("epp.client.pool.name", name), new("server.address", server.Host), new("server.port", server.Port)];
        _messages = _meter.CreateCounter<long>(EppTelemetry.PollMessages, "{message}", "Poll messages, by outcome.");
        _handlerTime = _meter.CreateHistogram<double>(EppTelemetry.PollHandlerTime, "s", "The duration of a handler, including commit and acknowledgement.");
    }

    /// <summary>Reports the state of the queue when a collector requests it; reports nothing before it is known.</summary>
    public void Observe(Func<(TimeSpan Lag, ulong Waiting)?> state)
    {
        _meter.CreateObservableGauge(
            EppTelemetry.PollLag,
            () => state() is { } now ? [new(now.Lag.TotalSeconds, _tags)] : Enumerable.Empty<Measurement<double>>(),
            "s",
            "The age of the oldest message in the queue.");
        _meter.CreateObservableUpDownCounter(
            EppTelemetry.PollWaiting,
            () => state() is { } now ? [new((long)now.Waiting, _tags)] : Enumerable.Empty<Measurement<long>>(),
            "{message}",
            "Messages in the registry's queue.");
    }

    public void Ended(string outcome) => _messages.Add(1, [.. _tags, new("outcome", outcome)]);

    public void HandlerRan(TimeSpan time, Exception? failure)
    {
        if (failure is null)
        {
            _handlerTime.Record(time.TotalSeconds, _tags);
        }
        else
        {
            _handlerTime.Record(time.TotalSeconds, [.. _tags, new("error.type", failure.GetType().FullName)]);
        }
    }

    public void Dispose() => _meter.Dispose();
}
