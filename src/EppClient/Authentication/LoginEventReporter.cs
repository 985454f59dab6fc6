using EppClient.Diagnostics;
using Microsoft.Extensions.Logging;

namespace EppClient.Authentication;

/// <summary>Reports the security events of the account to the log and the listener.</summary>
internal sealed class LoginEventReporter(Action<EppLoginEvent>? listener, ILogger logger)
{
    /// <summary>Reports the events in the response to a login.</summary>
    /// <returns>The events.</returns>
    public IReadOnlyList<EppLoginEvent> Report(string sessionId, EppResponse response)
    {
        ConnectionSpan.LoginCompleted();
        var events = response.Extension<EppLoginSecurityData>()?.Events ?? [];
        foreach (var item in events)
        {
            Write(sessionId, item);
            Notify(item);
        }

        return events;
    }

    private void Write(string sessionId, EppLoginEvent item)
    {
        if (item.IsError)
        {
            Log.LoginError(logger, sessionId, item.ToString());
        }
        else
        {
            Log.LoginWarning(logger, sessionId, item.ToString());
        }
    }

    private void Notify(EppLoginEvent item)
    {
        try
        {
            listener?.Invoke(item);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // User code may throw any exception: a warning must not prevent a session from opening.
            Log.LoginEventListenerFailed(logger, e);
        }
    }
}
