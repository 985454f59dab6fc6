using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace EppClient.Diagnostics;

/// <summary>
/// Names of the metrics and traces that the library emits through <see cref="System.Diagnostics.Metrics.Meter"/> and
/// <see cref="System.Diagnostics.ActivitySource"/>. Hand <see cref="MeterName"/> and <see cref="ActivitySourceName"/> to a
/// collector to receive them. No tag ever carries a domain name or a handle.
/// </summary>
public static class EppTelemetry
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "EppClient";

    /// <summary>The name of the activity source.</summary>
    public const string ActivitySourceName = "EppClient";

    /// <summary>
    /// The time of a command, retries included (s, histogram), by <c>epp.command</c>, <c>epp.object</c>, <c>epp.result_code</c> where
    /// the registry answered, <c>error.type</c> where it did not.
    /// </summary>
    public const string OperationDuration = "epp.client.operation.duration";

    /// <summary>Open sessions ({session}, up-down counter), by <c>state</c>: idle, used, opening, closing.</summary>
    public const string SessionCount = "epp.client.session.count";

    /// <summary>The most sessions allowed ({session}, up-down counter).</summary>
    public const string SessionMax = "epp.client.session.max";

    /// <summary>Callers that wait for a session ({request}, up-down counter).</summary>
    public const string SessionPendingRequests = "epp.client.session.pending_requests";

    /// <summary>Waits for a session that ended by the deadline ({timeout}, counter).</summary>
    public const string SessionTimeouts = "epp.client.session.timeouts";

    /// <summary>The time to open a session, from TCP to login (s, histogram); <c>error.type</c> where it failed.</summary>
    public const string SessionCreateTime = "epp.client.session.create_time";

    /// <summary>The time between taking a session and giving it back (s, histogram).</summary>
    public const string SessionUseTime = "epp.client.session.use_time";

    /// <summary>The time to get a session from the pool (s, histogram).</summary>
    public const string SessionWaitTime = "epp.client.session.wait_time";

    /// <summary>The time that a command waits because of the registry's rates (s, histogram), by <c>epp.command</c>; only those that have to wait.</summary>
    public const string RateLimitWaitTime = "epp.client.rate_limit.wait_time";

    /// <summary>
    /// Parts of messages that violate their schema ({diagnostic}, counter), by <c>fault</c>: missing, unreadable, misspelled, assumed, outside_type,
    /// unexpected.
    /// </summary>
    public const string ReadDiagnostics = "epp.client.read.diagnostics";

    /// <summary>Octets of frames (By, counter), by <c>direction</c>: transmit, receive.</summary>
    public const string InputOutput = "epp.client.io";

    /// <summary>The age of the oldest message in the registry's queue (s, gauge); 0 where the queue is empty, nothing where nobody works it here.</summary>
    public const string PollLag = "epp.client.poll.lag";

    /// <summary>Messages that wait at the registry ({message}, up-down counter).</summary>
    public const string PollWaiting = "epp.client.poll.waiting";

    /// <summary>
    /// Messages ({message}, counter), by <c>outcome</c>: handled; repeated, which is recognised and only acknowledged; failed, which is tried
    /// again; conflict, where another consumer was first; parked, which needs a person.
    /// </summary>
    public const string PollMessages = "epp.client.poll.messages";

    /// <summary>The time of a handler, commit and acknowledgement included (s, histogram); <c>error.type</c> where it failed.</summary>
    public const string PollHandlerTime = "epp.client.poll.handler_time";

    /// <summary>Rows of bulk jobs ({row}, counter), by <c>outcome</c>: done, failed, unknown. Its rate is the job's.</summary>
    public const string BulkRows = "epp.client.bulk.rows";

    /// <summary>Rows of bulk jobs on which this process works at the moment ({row}, up-down counter); nothing where no job runs.</summary>
    public const string BulkInFlight = "epp.client.bulk.in_flight";

    /// <summary>Loaded rows of bulk jobs that have not ended ({row}, up-down counter), those that other machines work on included; nothing where no job runs.</summary>
    public const string BulkLeft = "epp.client.bulk.left";

    internal static Meter Meter { get; } = new(MeterName);

    internal static ActivitySource ActivitySource { get; } = new(ActivitySourceName);
}
