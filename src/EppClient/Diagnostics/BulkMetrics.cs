using System.Diagnostics.Metrics;

namespace EppClient.Diagnostics;

/// <summary>The measurements of one run of a bulk job; the meter is its own, so that they end with it.</summary>
internal sealed class BulkMetrics : IDisposable
{
    private readonly Meter _meter = new(EppTelemetry.MeterName);
    private readonly KeyValuePair<string, object?>[] _tags;
    private readonly Counter<long> _rows;
    private long _inFlight;

    public BulkMetrics(string kind, string poolName, string host, int port)
    {
        _tags = [new("epp.client.pool.name", poolName), new("server.address", host), new("server.port", port), new("epp.bulk.kind", kind)];
        _rows = _meter.CreateCounter<long>(EppTelemetry.BulkRows, "{row}", "Rows of bulk jobs, by how they ended.");
        _meter.CreateObservableUpDownCounter(
            EppTelemetry.BulkInFlight, () => new Measurement<long>(Interlocked.Read(ref _inFlight), _tags), "{row}", "Rows on which this process works.");
    }

    /// <summary>Reports how many rows are left whenever a collector asks.</summary>
    public void Observe(Func<long> left) => _meter.CreateObservableUpDownCounter(
        EppTelemetry.BulkLeft, () => new Measurement<long>(left(), _tags), "{row}", "Loaded rows that have not ended.");

    public void Begun(int rows) => Interlocked.Add(ref _inFlight, rows);

    /// <summary>They have ended, or stay as they are.</summary>
    public void Left(int rows) => Interlocked.Add(ref _inFlight, -rows);

    public void Ended(string outcome) => _rows.Add(1, [.. _tags, new("outcome", outcome)]);

    public void Dispose() => _meter.Dispose();
}
