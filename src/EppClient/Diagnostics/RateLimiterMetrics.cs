using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace EppClient.Diagnostics;

/// <summary>How long the commands of one pool wait because of the registry's rate limits.</summary>
internal sealed class RateLimiterMetrics(string poolName, string host, int port)
{
    private static readonly Histogram<double> WaitTime = EppTelemetry.Meter.CreateHistogram<double>(
        EppTelemetry.RateLimitWaitTime, "s", "The time that a command waits because of the registry's rate limits.");

    public void Waited(string verb, TimeSpan time)
    {
        if (WaitTime.Enabled)
        {
            WaitTime.Record(time.TotalSeconds, new TagList
            {
                { "epp.command", verb },
                { "epp.client.pool.name", poolName },
                { "server.address", host },
                { "server.port", port },
            });
        }
    }
}
