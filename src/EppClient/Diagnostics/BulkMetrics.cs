using System.Diagnostics.Metrics;

namespace EppClient.Diagnostics;

/// <summary>The metrics of one run of a bulk job. The run has its own meter, so that the instruments end with it.</summary>
internal sealed class BulkMetrics : IDisposable
{
    private readonly Meter _meter = new(EppTelemetry.MeterName);
    private readonly KeyValuePair<string, object?>[] _tags;
    private readonly Counter<long> _rows;
    private long _inFlight;

    public BulkMetrics(string kind, string poolName, string host, int port)
    {
        _tags = [new("epp.client.pool.name", poolName), new("server.address", host), new("server.port", port), new("epp.bulk.kind", kind)];
        _rows = _meter.CreateCounter<long>(EppTelemetry.BulkRows, "{row}", "Rows of bulk jobs, by outcome.");
        _meter.CreateObservableUpDownCounter(
            EppTelemetry.BulkInFlight, () => new Measurement<long>(Interlocked.Read(ref _inFlight), _tags), "{row}", "Rows that this process is working on.");
    }

    /// <summary>Reports the number of remaining rows when a collector requests it.</summary>
    public void Observe(Func<long> left) => _meter.CreateObservableUpDownCounter(
        EppTelemetry.BulkLeft, () => new Measurement<long>(left(), _tags), "{row}", "Loaded rows without an outcome.");

    public void Begun(int rows) => Interlocked.Add(ref _inFlight, rows);

    /// <summary>Called when this process no longer works on rows, because they have an outcome or are left as they are.</summary>
    public void Left(int rows) => Interlocked.Add(ref _inFlight, -rows);

    public void Ended(string outcome) => _rows.Add(1, [.. _tags, new("outcome", outcome)]);

    public void Dispose() => _meter.Dispose();
}
