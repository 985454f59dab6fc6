using System.Diagnostics.Metrics;

namespace EppClient.Diagnostics;

/// <summary>The metrics of one pool; the tags are built once. The pool has its own meter, so that the instruments end with it.</summary>
internal sealed class PoolMetrics : IDisposable
{
    private readonly Meter _meter = new(EppTelemetry.MeterName);
    private readonly KeyValuePair<string, object?>[] _tags;
    private readonly KeyValuePair<string, object?>[] _transmit;
    private readonly KeyValuePair<string, object?>[] _receive;
    private readonly Counter<int> _timeouts;
    private readonly Histogram<double> _createTime;
    private readonly Histogram<double> _useTime;
    private readonly Histogram<double> _waitTime;
    private readonly Counter<long> _inputOutput;

    public PoolMetrics(string poolName, string host, int port)
    {
        _tags = [new("epp.client.pool.name", poolName), new("server.address", host), new("server.port", port)];
        _transmit = With("direction", "transmit");
        _receive = With("direction", "receive");
        _timeouts = _meter.CreateCounter<int>(EppTelemetry.SessionTimeouts, "{timeout}", "Waits for a session that timed out.");
        _createTime = _meter.CreateHistogram<double>(EppTelemetry.SessionCreateTime, "s", "The time to open a session.");
        _useTime = _meter.CreateHistogram<double>(EppTelemetry.SessionUseTime, "s", "The time between renting and returning a session.");
        _waitTime = _meter.CreateHistogram<double>(EppTelemetry.SessionWaitTime, "s", "The time to get a session from the pool.");
        _inputOutput = _meter.CreateCounter<long>(EppTelemetry.InputOutput, "By", "Bytes in frames.");
    }

    /// <summary>Reports the state of the pool whenever a collector asks.</summary>
    public void Observe(Func<EppPoolStatistics> statistics)
    {
        var (idle, used, opening, closing) = (With("state", "idle"), With("state", "used"), With("state", "opening"), With("state", "closing"));
        _meter.CreateObservableUpDownCounter(
            EppTelemetry.SessionCount,
            () =>
            {
                var now = statistics();
                return (IEnumerable<Measurement<int>>)[new(now.Idle, idle), new(now.InUse, used), new(now.Opening, opening), new(now.Closing, closing)];
            },
            "{session}",
            "Open sessions.");
        _meter.CreateObservableUpDownCounter(EppTelemetry.SessionMax, () => new Measurement<int>(statistics().MaxSessions, _tags), "{session}", "The maximum number of sessions.");
        _meter.CreateObservableUpDownCounter(
            EppTelemetry.SessionPendingRequests, () => new Measurement<int>(statistics().Waiting, _tags), "{request}", "Callers that wait for a session.");
    }

    /// <summary>Starts the span of opening a session.</summary>
    public ConnectionSpan StartConnection(string sessionId) => ConnectionSpan.Start(sessionId, _tags);

    public void Sent(int bytes) => _inputOutput.Add(bytes, _transmit);

    public void Received(int bytes) => _inputOutput.Add(bytes, _receive);

    public void WaitTimedOut() => _timeouts.Add(1, _tags);

    public void Waited(TimeSpan time) => _waitTime.Record(time.TotalSeconds, _tags);

    public void Used(TimeSpan time) => _useTime.Record(time.TotalSeconds, _tags);

    public void Opened(TimeSpan time) => _createTime.Record(time.TotalSeconds, _tags);

    public void OpenFailed(TimeSpan time, Exception exception)
    {
        if (_createTime.Enabled)
        {
            _createTime.Record(time.TotalSeconds, With("error.type", exception.GetType().FullName));
        }
    }

    public void Dispose() => _meter.Dispose();

    private KeyValuePair<string, object?>[] With(string key, string? value) => [.. _tags, new(key, value)];
}
