using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace EppClient.Diagnostics;

/// <summary>
/// The names of the metrics and traces that the library emits through <see cref="System.Diagnostics.Metrics.Meter"/> and
/// <see cref="System.Diagnostics.ActivitySource"/>. Pass <see cref="MeterName"/> and <see cref="ActivitySourceName"/> to a collector to receive them. Tags
/// never contain domain names or handles.
/// </summary>
public static class EppTelemetry
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "EppClient";

    /// <summary>The name of the activity source.</summary>
    public const string ActivitySourceName = "EppClient";

    /// <summary>
    /// The duration of a command, including retries (s, histogram), by <c>epp.command</c>, <c>epp.object</c>, <c>epp.result_code</c> if the registry responded,
    /// or <c>error.type</c> if it did not.
    /// </summary>
    public const string OperationDuration = "epp.client.operation.duration";

    /// <summary>Open sessions ({session}, up-down counter), by <c>state</c>: idle, used, opening, closing.</summary>
    public const string SessionCount = "epp.client.session.count";

    /// <summary>The maximum number of sessions ({session}, up-down counter).</summary>
    public const string SessionMax = "epp.client.session.max";

    /// <summary>The number of callers that wait for a session ({request}, up-down counter).</summary>
    public const string SessionPendingRequests = "epp.client.session.pending_requests";

    /// <summary>The number of waits for a session that timed out ({timeout}, counter).</summary>
    public const string SessionTimeouts = "epp.client.session.timeouts";

    /// <summary>The time to open a session, from TCP to login (s, histogram); with <c>error.type</c> if it failed.</summary>
    public const string SessionCreateTime = "epp.client.session.create_time";

    /// <summary>The time between renting and returning a session (s, histogram).</summary>
    public const string SessionUseTime = "epp.client.session.use_time";

    /// <summary>The time to get a session from the pool (s, histogram).</summary>
    public const string SessionWaitTime = "epp.client.session.wait_time";

    /// <summary>
    /// The time that a command waits because of the registry's rate limits (s, histogram), by <c>epp.command</c>. Recorded only for commands that have to wait.
    /// </summary>
    public const string RateLimitWaitTime = "epp.client.rate_limit.wait_time";

    /// <summary>
    /// Parts of messages that violate their schema ({diagnostic}, counter), by <c>fault</c>: missing, unreadable, misspelled, assumed, outside_type,
    /// unexpected.
    /// </summary>
    public const string ReadDiagnostics = "epp.client.read.diagnostics";

    /// <summary>The number of bytes in frames (By, counter), by <c>direction</c>: transmit, receive.</summary>
    public const string InputOutput = "epp.client.io";

    /// <summary>
    /// The age of the oldest message in the registry's queue (s, gauge); 0 if the queue is empty, not reported if this process does not process it.
    /// </summary>
    public const string PollLag = "epp.client.poll.lag";

    /// <summary>The number of messages in the registry's queue ({message}, up-down counter).</summary>
    public const string PollWaiting = "epp.client.poll.waiting";

    /// <summary>
    /// The number of messages ({message}, counter), by <c>outcome</c>: handled; repeated, a message that was received again and only acknowledged; failed,
    /// which is tried again; conflict, which another consumer handled first; dead_lettered, a dead letter that a person must handle.
    /// </summary>
    public const string PollMessages = "epp.client.poll.messages";

    /// <summary>The duration of a handler, including commit and acknowledgement (s, histogram); with <c>error.type</c> if it failed.</summary>
    public const string PollHandlerTime = "epp.client.poll.handler_time";

    /// <summary>The number of rows of bulk jobs ({row}, counter), by <c>outcome</c>: done, failed, unknown. Its rate is the rate of the job.</summary>
    public const string BulkRows = "epp.client.bulk.rows";

    /// <summary>The number of rows of bulk jobs that this process is working on ({row}, up-down counter); not reported if no job runs.</summary>
    public const string BulkInFlight = "epp.client.bulk.in_flight";

    /// <summary>
    /// The number of loaded rows of bulk jobs without an outcome ({row}, up-down counter), including those of other machines; not reported if no job runs.
    /// </summary>
    public const string BulkLeft = "epp.client.bulk.left";

    internal static Meter Meter { get; } = new(MeterName);

    internal static ActivitySource ActivitySource { get; } = new(ActivitySourceName);
}
