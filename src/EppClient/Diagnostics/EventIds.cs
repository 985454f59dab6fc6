namespace EppClient.Diagnostics;

/// <summary>The event ids of log messages. A published id is never reused for another message.</summary>
internal static class EventIds
{
    // 1000: transport
    public const int Connecting = 1000;
    public const int Connected = 1001;
    public const int AddressFailed = 1002;
    public const int ServerCertificateNotVerified = 1003;
    public const int TunnelOpened = 1004;
    public const int EndpointFailed = 1010;
    public const int EndpointRestored = 1011;

    // 2000: session
    public const int SessionOpened = 2000;
    public const int SessionOpenFailed = 2001;
    public const int SessionFaulted = 2002;
    public const int SessionRetired = 2003;
    public const int SessionClosed = 2004;
    public const int LogoutFailed = 2005;
    public const int FramesSent = 2006;
    public const int FrameReceived = 2007;
    public const int KeptAlive = 2008;
    public const int KeepAliveFailed = 2009;
    public const int LoginWarning = 2010;
    public const int LoginError = 2011;
    public const int LoginEventListenerFailed = 2012;
    public const int UnexpectedHelloResponse = 2013;
    public const int PermitNotReturned = 2014;
    public const int SessionOpenFailure = 2015;
    public const int GreetingChanged = 2020;
    public const int GreetingListenerFailed = 2021;
    public const int CredentialProviderFailed = 2022;
    public const int SessionRented = 2030;
    public const int SessionReturned = 2031;

    // 3000: pool
    public const int PoolBackingOff = 3000;
    public const int PoolLoginsStopped = 3001;
    public const int PoolCleared = 3002;
    public const int PoolDisposed = 3003;
    public const int BackgroundWorkFailed = 3004;
    public const int PoolSessionLimitLearned = 3005;
    public const int PoolLoginInvalid = 3006;

    // 4000: command
    public const int WireListenerFailed = 4000;
    public const int CommandCompleted = 4001;
    public const int CommandRefused = 4002;
    public const int CommandWithoutResponse = 4003;
    public const int NonconformingMessageRead = 4004;
    public const int NonconformingMessageReadAgain = 4005;
    public const int RateLimitReduced = 4010;
    public const int RateLimitUnknown = 4011;
    public const int JournalNotCompleted = 4012;
    public const int ReconcilerFailed = 4013;

    // 5000: wire
    public const int WireSent = 5000;
    public const int WireReceived = 5001;

    // 6000: polling
    public const int PollMessageHandled = 6000;
    public const int PollMessageRepeated = 6001;
    public const int PollHandlerFailed = 6002;
    public const int PollTryReverted = 6003;
    public const int PollMessageDeadLettered = 6004;
    public const int PollFailed = 6005;
    public const int PollNotAcknowledged = 6006;
    public const int PollMessageConflict = 6007;
    public const int PollHandlerFailedLate = 6008;
    public const int PollRollbackFailed = 6009;
    public const int PollMessageUnreadable = 6010;
    public const int PollQueueBlocked = 6011;

    // 8000: bulk; 7000 belongs to EppClient.Extensions.Hosting
    public const int BulkStarted = 8000;
    public const int BulkEnded = 8001;
    public const int BulkStopped = 8002;
    public const int BulkLeaseNotRenewed = 8003;
    public const int BulkStoreNotClosed = 8004;
    public const int BulkLeaseLost = 8005;
}

internal static class LogCategories
{
    public const string Transport = "EppClient.Transport";
    public const string Session = "EppClient.Session";
    public const string Pool = "EppClient.Pool";
    public const string Wire = "EppClient.Wire";
    public const string Command = "EppClient.Command";
    public const string Polling = "EppClient.Polling";
    public const string Bulk = "EppClient.Bulk";
}
