using Microsoft.Extensions.Logging;

namespace EppClient.Extensions.Hosting.Diagnostics;

/// <summary>The log messages of this package. Event ids start at 7000, between those of EppClient, and are never reused.</summary>
internal static partial class HostingLog
{
    public const string Category = "EppClient.Hosting";

    [LoggerMessage(7000, LogLevel.Warning, "No session could be opened with '{Name}' at startup; the pool keeps trying: {Reason}")]
    public static partial void WarmUpFailed(ILogger logger, string name, string reason);

    [LoggerMessage(7001, LogLevel.Information, "{Command} (clTRID {ClientTransactionId}) of an earlier process of '{Name}', which received no response: {Verdict}")]
    public static partial void CommandReconciled(ILogger logger, string command, string clientTransactionId, string name, EppReconciliationStatus verdict);

    [LoggerMessage(7002, LogLevel.Error, "The outcome of {Command} (clTRID {ClientTransactionId}) of an earlier process of '{Name}' cannot be determined; it stays in the journal until a person examines it and completes it")]
    public static partial void CommandIndeterminate(ILogger logger, string command, string clientTransactionId, string name);

    [LoggerMessage(7003, LogLevel.Warning, "The outcome of {Command} (clTRID {ClientTransactionId}) of an earlier process of '{Name}' could not be queried; it stays in the journal until the next start")]
    public static partial void CommandNotReconciled(ILogger logger, string command, string clientTransactionId, string name, Exception? exception);

    [LoggerMessage(7004, LogLevel.Warning, "The journal of '{Name}' has commands without a response, and the registry or the journal could not be queried; they stay in it until the next start")]
    public static partial void JournalNotReconciled(ILogger logger, string name, Exception exception);

    [LoggerMessage(7010, LogLevel.Information, "This process is processing the message queue of '{Name}'")]
    public static partial void Leading(ILogger logger, string name);

    [LoggerMessage(7011, LogLevel.Warning, "This process has lost the lock of the message queue of '{Name}', stops processing it, and tries to acquire the lock again")]
    public static partial void LeadershipLost(ILogger logger, string name);

    [LoggerMessage(7012, LogLevel.Warning, "The lock of the message queue of '{Name}' could not be requested; the next attempt is in {Seconds:0.#} s")]
    public static partial void LockFailed(ILogger logger, string name, double seconds, Exception exception);

    [LoggerMessage(7013, LogLevel.Warning, "No IDistributedLockProvider is registered: several processes that process the message queue of '{Name}' would compete for each message")]
    public static partial void NoLock(ILogger logger, string name);

    [LoggerMessage(7016, LogLevel.Warning, "The lock of the message queue of '{Name}' could not be released; another process gets it when the lock's provider notices")]
    public static partial void ReleaseFailed(ILogger logger, string name, Exception exception);

    [LoggerMessage(7015, LogLevel.Critical, "Polling of '{Name}' has stopped until the process restarts or the message is removed from the queue: the message cannot be read, and EppPollConsumerOptions.Unreadable is Stop")]
    public static partial void StoppedByMessage(ILogger logger, string name, Exception exception);

    [LoggerMessage(7014, LogLevel.Debug, "Poll message {MessageId} of '{Name}' has no handler, and is treated as handled")]
    public static partial void NoHandler(ILogger logger, string messageId, string name);
}
