using System.Security.Authentication;

namespace EppClient.Sessions;

/// <summary>Turns what ended a session into the exception of each exchange on it.</summary>
internal static class SessionFault
{
    public static EppConnectionException ClosedByPeer() =>
        new(EppConnectionError.ClosedByRegistry, "The registry closed the connection.", EppDelivery.MaybeSent);

    public static EppConnectionException Lost(Exception cause) =>
        new(EppConnectionError.ConnectionLost, $"The connection to the registry was lost: {cause.Message}", EppDelivery.MaybeSent, cause);

    /// <summary>The session itself is good: it can still log out.</summary>
    public static EppConnectionException CommandLimit() => new(
        "The session has carried as many commands as EppPoolOptions.MaxCommandsPerSession allows, so this one was not sent. Give the session back and rent another.",
        EppDelivery.NotSent);

    public static bool IsInputOutput(Exception exception) => exception is IOException or ObjectDisposedException or AuthenticationException;

    /// <summary>An exception for one exchange: the cause is shared, how far the command got is not.</summary>
    public static EppException For(Exception cause, EppDelivery delivery) => cause switch
    {
        EppProtocolException protocol => protocol.For(delivery),
        EppTimeoutException => new EppConnectionException(EppConnectionError.SessionEnded, "The session was closed because another command on it got no answer in time.", delivery, cause),
        OperationCanceledException => new EppConnectionException(EppConnectionError.SessionEnded, "The session was closed because another command on it was cancelled after it was sent.", delivery, cause),
        EppException => new EppConnectionException(cause.Message, delivery, cause),
        _ => new EppConnectionException($"The session ended: {cause.Message}", delivery, cause),
    };
}

/// <summary>Implemented by the exception of a login that the registry refused because of the credentials.</summary>
internal interface IAuthenticationFailure
{
    /// <summary>A new exception of the same kind, with this one as its cause, for a login that was not even tried.</summary>
    /// <param name="advice">Why it was not tried, and what to do.</param>
    EppException NotRetried(string advice);
}

/// <summary>Implemented by the exception of a login that the registry refused because the account has too many sessions.</summary>
internal interface ISessionLimitFailure;
