using System.Security.Authentication;

namespace EppClient.Sessions;

/// <summary>Creates the exceptions of the requests on a session that has ended.</summary>
internal static class SessionFault
{
    public static EppConnectionException ClosedByPeer() =>
        new(EppConnectionError.ClosedByRegistry, "The registry closed the connection.", EppDelivery.MaybeSent);

    public static EppConnectionException Lost(Exception cause) =>
        new(EppConnectionError.ConnectionLost, $"The connection to the registry was lost: {cause.Message}", EppDelivery.MaybeSent, cause);

    /// <summary>Creates the exception for a command beyond the limit. The session itself remains usable for a logout.</summary>
    public static EppConnectionException CommandLimit() => new(
        "The session has reached EppPoolOptions.MaxCommandsPerSession, so the command was not sent. Return the session and rent another one.",
        EppDelivery.NotSent);

    public static bool IsInputOutput(Exception exception) => exception is IOException or ObjectDisposedException or AuthenticationException;

    /// <summary>Creates the exception for one request. The cause is shared by all requests; the delivery is its own.</summary>
    public static EppException For(Exception cause, EppDelivery delivery) => cause switch
    {
        EppProtocolException protocol => protocol.For(delivery),
        EppTimeoutException => new EppConnectionException(EppConnectionError.SessionEnded, "The session was closed because another command on it received no response in time.", delivery, cause),
        OperationCanceledException => new EppConnectionException(EppConnectionError.SessionEnded, "The session was closed because another command on it was cancelled after it was sent.", delivery, cause),
        EppException => new EppConnectionException(cause.Message, delivery, cause),
        _ => new EppConnectionException($"The session ended: {cause.Message}", delivery, cause),
    };
}

/// <summary>Implemented by the exception of a login that the registry refused because of the credentials.</summary>
internal interface IAuthenticationFailure
{
    /// <summary>Creates an exception of the same type, with this one as its cause, for a login that was not tried.</summary>
    /// <param name="advice">The reason and the remedy.</param>
    EppException NotRetried(string advice);
}

/// <summary>Implemented by the exception of a login that the registry refused because the account has too many sessions.</summary>
internal interface ISessionLimitFailure;
