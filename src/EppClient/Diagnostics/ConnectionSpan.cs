using System.Diagnostics;
using System.Net;
using System.Security.Authentication;

namespace EppClient.Diagnostics;

/// <summary>The span of one session's opening, from TCP to login; its steps are events on it. Costs nothing where nobody listens.</summary>
internal sealed class ConnectionSpan : IDisposable
{
    /// <summary>The name of the span.</summary>
    public const string Name = "connect";

    private readonly Activity? _activity;

    private ConnectionSpan(Activity? activity) => _activity = activity;

    /// <param name="sessionId">The session's name in logs.</param>
    /// <param name="tags">The tags that all telemetry of the pool has.</param>
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

    /// <summary>There is a TCP connection.</summary>
    public static void Connected() => Current?.AddEvent(new ActivityEvent("tcp.connected"));

    /// <summary>The TLS handshake is done.</summary>
    public static void Secured(EndPoint? peer, SslProtocols protocol)
    {
        if (Current is { } span)
        {
            span.AddEvent(new ActivityEvent("tls.established"));
            span.SetTag("tls.protocol.version", protocol.ToString()).SetTag("network.peer.address", (peer as IPEndPoint)?.Address.ToString());
        }
    }

    /// <summary>The greeting has come and offers what is needed.</summary>
    public static void Greeted() => Current?.AddEvent(new ActivityEvent("epp.greeting"));

    /// <summary>The registry has answered the login.</summary>
    public static void LoginCompleted() => Current?.AddEvent(new ActivityEvent("epp.login.answered"));

    public void Failed(Exception failure) => _activity?.SetTag("error.type", failure.GetType().FullName).SetStatus(ActivityStatusCode.Error);

    public void Dispose() => _activity?.Dispose();

    // Where nobody listens to this library, the current activity is the caller's own, which gets no events of ours.
    private static Activity? Current => Activity.Current is { OperationName: Name, Source.Name: EppTelemetry.ActivitySourceName } span ? span : null;
}
