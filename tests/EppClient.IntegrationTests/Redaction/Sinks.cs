using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using EppClient.Diagnostics;
using EppClient.IntegrationTests.Callers;

namespace EppClient.IntegrationTests.Redaction;

/// <summary>All diagnostic output of the library: logs of all levels, wire messages, spans and metrics.</summary>
internal sealed class Sinks : IDisposable
{
    private readonly ConcurrentQueue<string> _texts = new();
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters;

    public Sinks()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name == EppTelemetry.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Keep,
        };
        ActivitySource.AddActivityListener(_activities);
        _meters = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == EppTelemetry.MeterName)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        _meters.SetMeasurementEventCallback<int>((_, _, tags, _) => Keep(tags));
        _meters.SetMeasurementEventCallback<long>((_, _, tags, _) => Keep(tags));
        _meters.SetMeasurementEventCallback<double>((_, _, tags, _) => Keep(tags));
        _meters.Start();
    }

    public ClientLog Log { get; } = new();

    /// <summary>The recorded texts of all sinks.</summary>
    public IEnumerable<string> Texts => [.. _texts, .. Log.Texts];

    public void Keep(EppWireMessage message) => _texts.Enqueue($"{message} {message.Xml}");

    /// <summary>Records the full text of an exception, as an unhandled exception is printed.</summary>
    public void Keep(Exception exception) => _texts.Enqueue(exception.ToString());

    public void Keep(string text) => _texts.Enqueue(text);

    public void Dispose()
    {
        _meters.Dispose();
        _activities.Dispose();
        Log.Dispose();
    }

    private void Keep(Activity activity) => _texts.Enqueue(string.Join(
        ' ',
        [
            activity.OperationName, activity.DisplayName, activity.StatusDescription,
            .. activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"),
            .. activity.Events.Select(step => $"{step.Name} {string.Join(' ', step.Tags)}"),
            .. activity.Baggage.Select(item => $"{item.Key}={item.Value}"),
        ]));

    private void Keep(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var (name, value) in tags)
        {
            _texts.Enqueue($"{name}={value}");
        }
    }
}
