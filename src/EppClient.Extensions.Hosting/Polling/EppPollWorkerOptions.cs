using EppClient.Polling;
using Medallion.Threading;

namespace EppClient.Extensions.Hosting;

/// <summary>The options of a poll worker.</summary>
public sealed class EppPollWorkerOptions
{
    /// <summary>How messages without a matching handler are treated. Default: <see cref="EppUnhandledMessages.DeadLetter"/>.</summary>
    public EppUnhandledMessages Unhandled { get; set; }

    /// <summary>
    /// The lock that makes one process the leader. Default: null; a lock named <c>epp-poll:ACCOUNT</c> from the registered
    /// <see cref="IDistributedLockProvider"/>, or no lock if no provider is registered.
    /// </summary>
    public IDistributedLock? Lock { get; set; }

    /// <summary>
    /// How long one attempt to acquire the lock waits before the next. A lock that another process lost silently is also noticed within this time. Default: 5
    /// seconds; from 1 millisecond to 1 hour.
    /// </summary>
    public TimeSpan LockTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Changes the options of the poll consumer. Default: null, the defaults for the pool's account.</summary>
    public Func<EppPollConsumerOptions, EppPollConsumerOptions>? Consumer { get; set; }

    internal void Validate()
    {
        var faults = new OptionFaults();
        faults.RequireDefined("EppPollWorkerOptions.Unhandled", Unhandled);
        faults.InRange("EppPollWorkerOptions.LockTimeout", LockTimeout, TimeSpan.FromMilliseconds(1), TimeSpan.FromHours(1));
        faults.ThrowIfAny();
    }
}

/// <summary>How messages without a matching handler are treated.</summary>
public enum EppUnhandledMessages
{
    /// <summary>
    /// They become dead letters and are reported, so nothing is lost. A handler of <see cref="EppClient.Commands.PollMessage"/> matches all messages.
    /// </summary>
    DeadLetter,

    /// <summary>They are treated as handled.</summary>
    Complete,
}
