using System.Net;
using System.Security.Authentication;
using Microsoft.Extensions.Logging;

namespace EppClient.Diagnostics;

/// <summary>The log messages. Debug: life cycle. Trace: each message. Warning: recovers by itself. Error: a person must act.</summary>
internal static partial class Log
{
    [LoggerMessage(EventIds.Connecting, LogLevel.Debug, "Connecting to {Host}:{Port}")]
    public static partial void Connecting(ILogger logger, string host, int port);

    [LoggerMessage(EventIds.Connected, LogLevel.Debug, "Connected to {Host}:{Port} at {RemoteEndPoint} with {Protocol}")]
    public static partial void Connected(ILogger logger, string host, int port, EndPoint? remoteEndPoint, SslProtocols protocol);

    [LoggerMessage(EventIds.AddressFailed, LogLevel.Debug, "No connection to {Address}:{Port}: {Reason}")]
    public static partial void AddressFailed(ILogger logger, IPAddress address, int port, string reason);

    [LoggerMessage(EventIds.ServerCertificateNotVerified, LogLevel.Warning,
        "The certificate of {Host}:{Port} was not verified: EppTlsOptions.DangerousAcceptAnyServerCertificate is set, so anyone on the network path can read the password")]
    public static partial void ServerCertificateNotVerified(ILogger logger, string host, int port);

    [LoggerMessage(EventIds.TunnelOpened, LogLevel.Debug, "The connection to {Host}:{Port} goes through {Kind} proxy {ProxyHost}:{ProxyPort}")]
    public static partial void TunnelOpened(ILogger logger, string host, int port, EppProxyKind kind, string proxyHost, int proxyPort);

    [LoggerMessage(EventIds.EndpointFailed, LogLevel.Warning, "No connection to {Endpoint}; {Next} is used instead: {Reason}")]
    public static partial void EndpointFailed(ILogger logger, string endpoint, string next, string reason);

    [LoggerMessage(EventIds.EndpointRestored, LogLevel.Debug, "{Endpoint} can be reached again")]
    public static partial void EndpointRestored(ILogger logger, string endpoint);

    [LoggerMessage(EventIds.SessionOpened, LogLevel.Debug, "Session {SessionId} opened to {RemoteEndPoint} with {Protocol}")]
    public static partial void SessionOpened(ILogger logger, string sessionId, EndPoint? remoteEndPoint, SslProtocols protocol);

    [LoggerMessage(EventIds.SessionOpenFailed, LogLevel.Warning, "Session {SessionId} could not be opened: {Reason}")]
    public static partial void SessionOpenFailed(ILogger logger, string sessionId, string reason);

    [LoggerMessage(EventIds.SessionOpenFailure, LogLevel.Debug, "Session {SessionId} could not be opened")]
    public static partial void SessionOpenFailure(ILogger logger, string sessionId, Exception exception);

    [LoggerMessage(EventIds.SessionRetired, LogLevel.Debug, "Session {SessionId} is retired: {Reason}")]
    public static partial void SessionRetired(ILogger logger, string sessionId, string reason);

    [LoggerMessage(EventIds.SessionClosed, LogLevel.Debug, "Session {SessionId} is closed")]
    public static partial void SessionClosed(ILogger logger, string sessionId);

    [LoggerMessage(EventIds.LogoutFailed, LogLevel.Debug, "Session {SessionId} did not log out properly: {Reason}")]
    public static partial void LogoutFailed(ILogger logger, string sessionId, string reason);

    [LoggerMessage(EventIds.KeptAlive, LogLevel.Debug, "Session {SessionId} was kept alive")]
    public static partial void KeptAlive(ILogger logger, string sessionId);

    [LoggerMessage(EventIds.KeepAliveFailed, LogLevel.Warning, "Session {SessionId} did not respond to a keep-alive: {Reason}")]
    public static partial void KeepAliveFailed(ILogger logger, string sessionId, string reason);

    [LoggerMessage(EventIds.UnexpectedHelloResponse, LogLevel.Warning,
        "Session {SessionId}: the registry's response to hello is not a greeting, which still shows that the session is alive; logged once per session: {Reason}")]
    public static partial void UnexpectedHelloResponse(ILogger logger, string sessionId, string reason);

    [LoggerMessage(EventIds.PermitNotReturned, LogLevel.Warning, "EppPoolOptions.Quota threw when the permit of a closed session was released")]
    public static partial void PermitNotReturned(ILogger logger, Exception exception);

    [LoggerMessage(EventIds.LoginWarning, LogLevel.Warning, "Session {SessionId}: the registry warns at login: {LoginEvent}")]
    public static partial void LoginWarning(ILogger logger, string sessionId, string loginEvent);

    [LoggerMessage(EventIds.LoginError, LogLevel.Error, "Session {SessionId}: the registry reports why the login failed: {LoginEvent}")]
    public static partial void LoginError(ILogger logger, string sessionId, string loginEvent);

    [LoggerMessage(EventIds.LoginEventListenerFailed, LogLevel.Warning, "EppObservabilityOptions.LoginEventListener threw; the session is opened regardless")]
    public static partial void LoginEventListenerFailed(ILogger logger, Exception exception);

    [LoggerMessage(EventIds.GreetingChanged, LogLevel.Warning, "Session {SessionId}: {Change}")]
    public static partial void GreetingChanged(ILogger logger, string sessionId, string change);

    [LoggerMessage(EventIds.GreetingListenerFailed, LogLevel.Warning, "EppObservabilityOptions.GreetingListener threw; the session is opened regardless")]
    public static partial void GreetingListenerFailed(ILogger logger, Exception exception);

    [LoggerMessage(EventIds.CredentialProviderFailed, LogLevel.Warning,
        "EppOptions.Credentials failed to store the outcome of a password change; the next login determines it")]
    public static partial void CredentialProviderFailed(ILogger logger, Exception exception);

    [LoggerMessage(EventIds.PoolBackingOff, LogLevel.Warning, "No session could be opened, {Failures} times in a row; the next attempt is in {Seconds:0.###} s")]
    public static partial void PoolBackingOff(ILogger logger, int failures, double seconds);

    [LoggerMessage(EventIds.PoolLoginsStopped, LogLevel.Error,
        "The registry refused the credentials twice in a row; no further login is attempted until the pool is cleared, to avoid locking the account")]
    public static partial void PoolLoginsStopped(ILogger logger);

    [LoggerMessage(EventIds.PoolLoginInvalid, LogLevel.Error, "The login cannot be sent; no further one is attempted until the pool is cleared: {Reason}")]
    public static partial void PoolLoginInvalid(ILogger logger, string reason);

    [LoggerMessage(EventIds.PoolCleared, LogLevel.Debug, "The pool is cleared: {Idle} idle sessions log out now, {Used} used ones when they are returned")]
    public static partial void PoolCleared(ILogger logger, int idle, int used);

    [LoggerMessage(EventIds.PoolDisposed, LogLevel.Debug, "The pool is disposed; {Cut} sessions were still in use and were aborted")]
    public static partial void PoolDisposed(ILogger logger, int cut);

    [LoggerMessage(EventIds.BackgroundWorkFailed, LogLevel.Error, "Background work of the pool failed")]
    public static partial void BackgroundWorkFailed(ILogger logger, Exception exception);

    [LoggerMessage(EventIds.PoolSessionLimitLearned, LogLevel.Warning,
        "The registry refuses more sessions although {Limit} are open; the pool does not exceed that number, and tries one more after {Seconds:0.###} s")]
    public static partial void PoolSessionLimitLearned(ILogger logger, int limit, double seconds);

    [LoggerMessage(EventIds.SessionFaulted, LogLevel.Debug, "Session {SessionId} ended: {Reason}")]
    public static partial void SessionFaulted(ILogger logger, string sessionId, string reason);

    [LoggerMessage(EventIds.FramesSent, LogLevel.Trace, "Session {SessionId} sends {Frames} frames, {Bytes} bytes")]
    public static partial void FramesSent(ILogger logger, string sessionId, int frames, int bytes);

    [LoggerMessage(EventIds.FrameReceived, LogLevel.Trace, "Session {SessionId} received {Bytes} bytes")]
    public static partial void FrameReceived(ILogger logger, string sessionId, int bytes);

    [LoggerMessage(EventIds.WireListenerFailed, LogLevel.Warning, "EppObservabilityOptions.WireListener threw; the command continues")]
    public static partial void WireListenerFailed(ILogger logger, Exception exception);

    [LoggerMessage(EventIds.CommandCompleted, LogLevel.Trace, "Session {SessionId}: {Command} completed with {Code} (clTRID {ClTrid}, svTRID {SvTrid})")]
    public static partial void CommandCompleted(ILogger logger, string sessionId, string command, int code, string clTrid, string svTrid);

    [LoggerMessage(EventIds.CommandRefused, LogLevel.Debug, "Session {SessionId}: {Command} refused with {Result} (clTRID {ClTrid}, svTRID {SvTrid})")]
    public static partial void CommandRefused(ILogger logger, string sessionId, string command, string result, string clTrid, string svTrid);

    [LoggerMessage(EventIds.CommandWithoutResponse, LogLevel.Debug, "Session {SessionId}: {Command} received no response, {Delivery} (clTRID {ClTrid}): {Reason}")]
    public static partial void CommandWithoutResponse(ILogger logger, string sessionId, string command, EppDelivery delivery, string clTrid, string reason);

    [LoggerMessage(EventIds.NonconformingMessageRead, LogLevel.Warning, "Session {SessionId}: the response to {Command} (clTRID {ClTrid}) violates its schema in {Count} places and was read as far as possible. First violation: {Diagnostic}")]
    public static partial void NonconformingMessageRead(ILogger logger, string sessionId, string command, string clTrid, int count, string diagnostic);

    [LoggerMessage(EventIds.NonconformingMessageReadAgain, LogLevel.Debug, "Session {SessionId}: the response to {Command} (clTRID {ClTrid}) violates its schema in {Count} places, as earlier ones did. First violation: {Diagnostic}")]
    public static partial void NonconformingMessageReadAgain(ILogger logger, string sessionId, string command, string clTrid, int count, string diagnostic);

    [LoggerMessage(EventIds.RateLimitReduced, LogLevel.Warning, "The registry responded with {Code}: too many commands. The rate {Rate} is reduced to {Permits} for now; it rises again after each such period without another such response")]
    public static partial void RateLimitReduced(ILogger logger, int code, int permits, string rate);

    [LoggerMessage(EventIds.RateLimitUnknown, LogLevel.Warning, "The registry responded with {Code} to {Verb}: too many commands. Set EppRegistryLimits.Rates in the profile to stay below its limit")]
    public static partial void RateLimitUnknown(ILogger logger, int code, string verb);

    [LoggerMessage(EventIds.ReconcilerFailed, LogLevel.Error, "{Reconciler} failed, so the outcome of a command remains unknown")]
    public static partial void ReconcilerFailed(ILogger logger, string reconciler, Exception exception);

    [LoggerMessage(EventIds.JournalNotCompleted, LogLevel.Warning, "EppRecoveryOptions.Journal did not remove the record of a completed command; it will be reconciled again")]
    public static partial void JournalNotCompleted(ILogger logger, Exception exception);

    [LoggerMessage(EventIds.SessionRented, LogLevel.Trace, "Session {SessionId} is rented")]
    public static partial void SessionRented(ILogger logger, string sessionId);

    [LoggerMessage(EventIds.SessionReturned, LogLevel.Trace, "Session {SessionId} is returned")]
    public static partial void SessionReturned(ILogger logger, string sessionId);

    [LoggerMessage(EventIds.WireSent, LogLevel.Trace, "Session {SessionId} sends\n{Xml}")]
    public static partial void WireSent(ILogger logger, string sessionId, string xml);

    [LoggerMessage(EventIds.WireReceived, LogLevel.Trace, "Session {SessionId} received\n{Xml}")]
    public static partial void WireReceived(ILogger logger, string sessionId, string xml);

    [LoggerMessage(EventIds.PollMessageHandled, LogLevel.Debug, "Poll message {MessageId} was handled and committed, at try {Tries}")]
    public static partial void PollMessageHandled(ILogger logger, string messageId, int tries);

    [LoggerMessage(EventIds.PollMessageRepeated, LogLevel.Debug, "Poll message {MessageId} was received again; it is {State}, and is only acknowledged")]
    public static partial void PollMessageRepeated(ILogger logger, string messageId, string state);

    [LoggerMessage(EventIds.PollHandlerFailed, LogLevel.Warning, "The handler of poll message {MessageId} failed at try {Tries} of {MaxTries}; the next try is in {Seconds:0.#} s")]
    public static partial void PollHandlerFailed(ILogger logger, string messageId, int tries, int maxTries, double seconds, Exception exception);

    [LoggerMessage(EventIds.PollTryReverted, LogLevel.Warning, "The handler of poll message {MessageId} failed through no fault of the message; the next try is in {Seconds:0.#} s")]
    public static partial void PollTryReverted(ILogger logger, string messageId, double seconds, Exception exception);

    [LoggerMessage(EventIds.PollMessageDeadLettered, LogLevel.Error, "Poll message {MessageId} is a dead letter after {Tries} tries, and polling continues. Fix the cause, then retry or delete it")]
    public static partial void PollMessageDeadLettered(ILogger logger, string messageId, int tries, Exception? exception);

    [LoggerMessage(EventIds.PollFailed, LogLevel.Warning, "The queue of {Account} could not be processed; the next attempt is in {Seconds:0.#} s")]
    public static partial void PollFailed(ILogger logger, string account, double seconds, Exception exception);

    [LoggerMessage(EventIds.PollNotAcknowledged, LogLevel.Warning, "Poll message {MessageId} is committed but not acknowledged; it will be received again and recognised in {Seconds:0.#} s")]
    public static partial void PollNotAcknowledged(ILogger logger, string messageId, double seconds, Exception exception);

    [LoggerMessage(EventIds.PollMessageConflict, LogLevel.Warning, "Another consumer handled poll message {MessageId} first; this try was rolled back")]
    public static partial void PollMessageConflict(ILogger logger, string messageId);

    [LoggerMessage(EventIds.PollHandlerFailedLate, LogLevel.Warning, "The handler of poll message {MessageId} failed after it had completed the message, which stays completed")]
    public static partial void PollHandlerFailedLate(ILogger logger, string messageId, Exception exception);

    [LoggerMessage(EventIds.PollMessageUnreadable, LogLevel.Error,
        "Poll message {MessageId} cannot be read; it was stored in full as a dead letter, and polling continues. Inspect it, then delete it. {Fault}")]
    public static partial void PollMessageUnreadable(ILogger logger, string messageId, string fault);

    [LoggerMessage(EventIds.PollQueueBlocked, LogLevel.Error,
        "The queue of {Account} is blocked: neither the message at its head nor its id can be read, so it cannot be acknowledged. Ask the registry to remove it. The next attempt is in {Seconds:0.#} s")]
    public static partial void PollQueueBlocked(ILogger logger, string account, double seconds, Exception exception);

    [LoggerMessage(EventIds.PollRollbackFailed, LogLevel.Warning, "The transaction of poll message {MessageId} could not be rolled back")]
    public static partial void PollRollbackFailed(ILogger logger, string messageId, Exception exception);

    [LoggerMessage(EventIds.BulkStarted, LogLevel.Information, "The bulk job '{Kind}' of {Account} starts; {Ended} of {Loaded} rows are already complete")]
    public static partial void BulkStarted(ILogger logger, string kind, string account, long ended, long loaded);

    [LoggerMessage(EventIds.BulkEnded, LogLevel.Information, "The bulk job '{Kind}' is complete: {Done} done, {Failed} failed, {Unknown} unknown")]
    public static partial void BulkEnded(ILogger logger, string kind, long done, long failed, long unknown);

    [LoggerMessage(EventIds.BulkStopped, LogLevel.Error, "The bulk job '{Kind}' has stopped before its end; completed rows are recorded")]
    public static partial void BulkStopped(ILogger logger, string kind, Exception exception);

    [LoggerMessage(EventIds.BulkLeaseNotRenewed, LogLevel.Warning, "The bulk job '{Kind}' could not renew its lease; if this continues, other machines get its rows")]
    public static partial void BulkLeaseNotRenewed(ILogger logger, string kind, Exception exception);

    [LoggerMessage(EventIds.BulkLeaseLost, LogLevel.Warning, "The bulk job '{Kind}' has lost its lease, or may have; its commands in flight were aborted, and it continues with rows that it claims again")]
    public static partial void BulkLeaseLost(ILogger logger, string kind);

    [LoggerMessage(EventIds.BulkStoreNotClosed, LogLevel.Warning, "The bulk job '{Kind}' could not release its rows; other processes get them when its lease expires")]
    public static partial void BulkStoreNotClosed(ILogger logger, string kind, Exception exception);
}
