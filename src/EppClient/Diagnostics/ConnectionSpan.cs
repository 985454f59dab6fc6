using System.Diagnostics;
using System.Net;
using System.Security.Authentication;

namespace EppClient.Diagnostics;

/// <summary>The span of opening one session, from TCP to login; the steps are events on it. Costs nothing without listeners.</summary>
internal sealed class ConnectionSpan : IDisposable
{
    /// <summary>The name of the span.</summary>
    public const string Name = "connect";

    private readonly Activity? _activity;

    private ConnectionSpan(Activity? activity) => _activity = activity;

    /// <param name="sessionId">The session's name in logs.</param>
    /// <param name="tags">The tags of all telemetry of the pool.</param>
    public static ConnectionSpan Start(string sessionId, IEnumerable<KeyValuePair<string, object?>> tags)
    {
        var activity = EppTelemetry.ActivitySource.StartActivity(Name, ActivityKind.Client);
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag("epp.client.session.id", sessionId);
            foreach (var (name, value) in tags)
            {
                activity.SetTag(name, value);
            }
        }

        return new ConnectionSpan(activity);
    }

    /// <summary>Called when the TCP connection is established.</summary>
    public static void Connected() => Current?.AddEvent(new ActivityEvent("tcp.connected"));

    /// <summary>Called when the TLS handshake is complete.</summary>
    public static void Secured(EndPoint? peer, SslProtocols protocol)
    {
        if (Current is { } span)
        {
            span.AddEvent(new ActivityEvent("tls.established"));
            span.SetTag("tls.protocol.version", protocol.ToString()).SetTag("network.peer.address", (peer as IPEndPoint)?.Address.ToString());
        }
    }

    /// <summary>Called when an acceptable greeting was received.</summary>
    public static void Greeted() => Current?.AddEvent(new ActivityEvent("epp.greeting"));

    /// <summary>Called when the registry has responded to the login.</summary>
    public static void LoginCompleted() => Current?.AddEvent(new ActivityEvent("epp.login.completed"));

    public void Failed(Exception failure) => _activity?.SetTag("error.type", failure.GetType().FullName).SetStatus(ActivityStatusCode.Error);

    public void Dispose() => _activity?.Dispose();

    // Without listeners the current activity belongs to the caller, and must not receive events of this library.
    private static Activity? Current => Activity.Current is { OperationName: Name, Source.Name: EppTelemetry.ActivitySourceName } span ? span : null;
}
