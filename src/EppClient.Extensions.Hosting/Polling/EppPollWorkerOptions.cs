using EppClient.Polling;
using Medallion.Threading;

namespace EppClient.Extensions.Hosting;

/// <summary>How a poll worker works.</summary>
public sealed class EppPollWorkerOptions
{
    /// <summary>What becomes of messages that no handler fits. Default: <see cref="EppUnhandledMessages.DeadLetter"/>.</summary>
    public EppUnhandledMessages Unhandled { get; set; }

    /// <summary>
    /// The lock of which one process at a time has the lead. Default: null; one named <c>epp-poll:ACCOUNT</c> of the registered
    /// <see cref="IDistributedLockProvider"/>, and none where there is no provider.
    /// </summary>
    public IDistributedLock? Lock { get; set; }

    /// <summary>How long the process waits in one go for the lock, before it asks anew. Default: 5 seconds. At that pace it also notices a lock that another has lost silently.</summary>
    public TimeSpan LockTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Changes how the queue is worked. Default: null, the defaults for the pool's account.</summary>
    public Func<EppPollConsumerOptions, EppPollConsumerOptions>? Consumer { get; set; }
}

/// <summary>What becomes of messages that no handler fits.</summary>
public enum EppUnhandledMessages
{
    /// <summary>They are parked: nothing is lost, and somebody is told. A handler of <see cref="EppClient.Commands.PollMessage"/> fits all.</summary>
    DeadLetter,

    /// <summary>They count as handled.</summary>
    Complete,
}
