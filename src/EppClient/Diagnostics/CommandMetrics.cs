using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace EppClient.Diagnostics;

/// <summary>The duration and the span of each command of one pool. A failure here must not change the outcome of a command, so no method throws.</summary>
internal sealed class CommandMetrics(string poolName, string host, int port, TimeProvider time)
{
    private static readonly Histogram<double> Duration = EppTelemetry.Meter.CreateHistogram<double>(
        EppTelemetry.OperationDuration, "s", "The duration of a command, from the call to its outcome, including retries.");

    /// <summary>Starts to measure a command; returns null if there are no listeners.</summary>
    /// <typeparam name="T">The type of the command, which this layer does not know.</typeparam>
    /// <param name="command">The command.</param>
    /// <param name="verb">Gets the verb of the command.</param>
    /// <param name="kind">Gets the object type of the command.</param>
    public Operation? Start<T>(T command, Func<T, string> verb, Func<T, string?> kind) => Duration.Enabled || EppTelemetry.ActivitySource.HasListeners()
        ? new(this, verb(command), kind(command))
        : null;

    /// <summary>One command.</summary>
    internal sealed class Operation : IDisposable
    {
        private readonly CommandMetrics _meter;
        private readonly string _verb;
        private readonly string? _kind;
        private readonly long _started;
        private readonly Activity? _activity;
        private int? _resultCode;
        private string? _errorType;

        public Operation(CommandMetrics meter, string verb, string? kind)
        {
            (_meter, _verb, _kind) = (meter, verb, kind);
            _started = meter.Time.GetTimestamp();
            _activity = EppTelemetry.ActivitySource.StartActivity(kind is null ? verb : $"{verb} {kind}", ActivityKind.Client);
            if (_activity is { IsAllDataRequested: true })
            {
                _activity.SetTag("epp.command", verb).SetTag("epp.object", kind)
                    .SetTag("server.address", meter.Host).SetTag("server.port", meter.Port).SetTag("epp.client.pool.name", meter.PoolName);
            }
        }

        public void Completed(int resultCode, string? clientTransactionId, string serverTransactionId)
        {
            _resultCode = resultCode;
            _activity?.SetTag("epp.result_code", resultCode).SetTag("epp.cltrid", clientTransactionId).SetTag("epp.svtrid", serverTransactionId);
        }

        public void Failed(Exception failure)
        {
            _errorType = failure.GetType().FullName;
            _activity?.SetTag("error.type", _errorType).SetStatus(ActivityStatusCode.Error);
        }

        public void Dispose()
        {
            if (Duration.Enabled)
            {
                var tags = new TagList
                {
                    { "epp.command", _verb },
                    { "server.address", _meter.Host },
                    { "server.port", _meter.Port },
                    { "epp.client.pool.name", _meter.PoolName },
                };
                Add(ref tags, "epp.object", _kind);
                Add(ref tags, "epp.result_code", _resultCode);
                Add(ref tags, "error.type", _errorType);
                Duration.Record(_meter.Time.GetElapsedTime(_started).TotalSeconds, tags);
            }

            _activity?.Dispose();
        }

        private static void Add(ref TagList tags, string name, object? value)
        {
            if (value is not null)
            {
                tags.Add(name, value);
            }
        }
    }

    private string PoolName { get; } = poolName;

    private string Host { get; } = host;

    private int Port { get; } = port;

    private TimeProvider Time { get; } = time;
}
