using Microsoft.Extensions.Logging;

namespace EppClient.Dk.AspNetCore;

/// <summary>The log messages of this package. Event ids start at 7100 and are never reused. No message has a token, a link, a domain or data of a registrant.</summary>
internal static partial class FastTrackLog
{
    private const int ReferenceLength = 8;

    /// <summary>The beginning of a session's id: enough to find it in the store, and useless to those who would open it.</summary>
    public static string Reference(string sessionId) => sessionId[..ReferenceLength];

    [LoggerMessage(7100, LogLevel.Warning, "A fast-track request was refused with {Status}: {Cause}")]
    public static partial void Refused(ILogger logger, int status, string cause);

    [LoggerMessage(7101, LogLevel.Error, "The store of transfer sessions failed during a fast-track request; the response was 503")]
    public static partial void StoreFailed(ILogger logger, Exception exception);

    [LoggerMessage(7102, LogLevel.Error, "A fast-track request failed; the response was 500")]
    public static partial void RequestFailed(ILogger logger, Exception exception);

    [LoggerMessage(7103, LogLevel.Error, "Transfer session {SessionId} cannot be decrypted and is not continued: the keys of ASP.NET Core Data Protection are missing")]
    public static partial void SessionUnreadable(ILogger logger, string sessionId, Exception exception);

    [LoggerMessage(7110, LogLevel.Information, "Transfer session {SessionId}: a domain was transferred")]
    public static partial void DomainTransferred(ILogger logger, string sessionId);

    [LoggerMessage(7111, LogLevel.Warning, "Transfer session {SessionId}: the transfer of a domain was refused: {Reason}")]
    public static partial void DomainRefused(ILogger logger, string sessionId, DkRefusalReason reason);

    [LoggerMessage(7112, LogLevel.Warning, "Transfer session {SessionId}: the registry could not be reached; the next try is in {Seconds:0.#} s")]
    public static partial void RegistryNotReached(ILogger logger, string sessionId, double seconds, Exception? exception);

    [LoggerMessage(7113, LogLevel.Warning, "Transfer session {SessionId}: the outcome of the transfer of a domain is unknown; the registry is queried")]
    public static partial void OutcomeUnknown(ILogger logger, string sessionId, Exception? exception);

    [LoggerMessage(7114, LogLevel.Warning, "Transfer session {SessionId}: the registry refused settings of a domain: {Reason}")]
    public static partial void SettingsRefused(ILogger logger, string sessionId, DkRefusalReason reason);

    [LoggerMessage(7115, LogLevel.Warning, "Transfer session {SessionId}: the settings of a domain could not be applied; the next try is in {Seconds:0.#} s")]
    public static partial void SettingsFailed(ILogger logger, string sessionId, double seconds, Exception exception);

    [LoggerMessage(7116, LogLevel.Error, "Transfer session {SessionId}: a handler failed at event {Number}; it is delivered again in {Seconds:0.#} s")]
    public static partial void EventFailed(ILogger logger, string sessionId, int number, double seconds, Exception exception);

    [LoggerMessage(7117, LogLevel.Error, "The worker of fast-track transfers failed at session {SessionId}; it continues after the lease")]
    public static partial void SessionFailed(ILogger logger, string sessionId, Exception exception);

    [LoggerMessage(7118, LogLevel.Error, "The store of transfer sessions failed; the worker of fast-track transfers tries again")]
    public static partial void WorkerFailed(ILogger logger, Exception exception);
}
