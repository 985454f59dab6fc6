using System.Diagnostics.Metrics;
using EppClient.Diagnostics;

namespace EppClient.TestSupport.Telemetry;

/// <summary>Records the measurements of one pool, which is identified by its name.</summary>
public sealed class MetricRecorder : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly Lock _lock = new();
    private readonly List<Measured> _measurements = [];
    private readonly string _pool;

    public MetricRecorder(string pool)
    {
        _pool = pool;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == EppTelemetry.MeterName)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.Start();
    }

    public IReadOnlyList<Measured> Measurements
    {
        get
        {
            lock (_lock)
            {
                return [.. _measurements];
            }
        }
    }

    public void Observe() => _listener.RecordObservableInstruments();

    public int Count(string name) => Measurements.Count(measurement => measurement.Name == name);

    public double Sum(string name, string? tag = null, string? value = null) => Measurements
        .Where(measurement => measurement.Name == name && (tag is null || Equals(measurement.Tags[tag], value)))
        .Sum(measurement => measurement.Value);

    public void Dispose() => _listener.Dispose();

    private void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var named = new Dictionary<string, object?>(tags.ToArray());
        if (Equals(named.GetValueOrDefault("epp.client.pool.name"), _pool))
        {
            lock (_lock)
            {
                _measurements.Add(new Measured(instrument.Name, value, named));
            }
        }
    }
}

/// <summary>One measurement.</summary>
public sealed record Measured(string Name, double Value, IReadOnlyDictionary<string, object?> Tags);
