using System.Data.Common;
using EppClient.Commands;

namespace EppClient.Polling;

/// <summary>The options of an <see cref="EppPollConsumer"/>.</summary>
/// <remarks>Immutable. Validated by the constructor of the consumer.</remarks>
public sealed record EppPollConsumerOptions
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>The account of the queue, such as <c>REG-1@epp.example:700</c>. It must be the same in all processes that consume the queue.</summary>
    public required string Account { get; init; }

    /// <summary>The profile of the registry. It is used to read dead letters, and its name is a tag of the metrics.</summary>
    public required EppProfile Profile { get; init; }

    /// <summary>The server of the queue, which is a tag of metrics and spans; null if it is not known.</summary>
    internal EppEndpoint? Server { get; init; }

    /// <summary>The maximum number of tries before a message is dead-lettered. Default: 5; from 1 to 1,000.</summary>
    public int MaxTries { get; init; } = 5;

    /// <summary>How messages that are not well-formed XML are handled. Default: <see cref="EppUnreadableMessages.DeadLetter"/>.</summary>
    public EppUnreadableMessages Unreadable { get; init; }

    /// <summary>
    /// The delay after a failure of a handler, the registry or the inbox. It doubles with each consecutive failure, with jitter, up to
    /// <see cref="MaxRetryDelay"/>. Default: 2 seconds.
    /// </summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The maximum delay after failures. Default: 1 minute.</summary>
    public TimeSpan MaxRetryDelay { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// The delay when the queue is empty. It doubles while the queue remains empty, with jitter, up to <see cref="MaxEmptyDelay"/>. Default: 5 seconds.
    /// </summary>
    public TimeSpan EmptyDelay { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The maximum delay when the queue is empty. Default: 1 minute.</summary>
    public TimeSpan MaxEmptyDelay { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How long the inbox keeps the keys of handled messages. It must be longer than a message can remain unacknowledged in the queue. Default: 90 days;
    /// minimum: 1 day. With <see cref="Timeout.InfiniteTimeSpan"/>, no key is deleted.
    /// </summary>
    public TimeSpan KeepHandled { get; init; } = TimeSpan.FromDays(90);

    /// <summary>
    /// Whether a failure of a handler is transient, that is, not caused by the message. The try is then not counted. Default: true if the registry was
    /// not reached (<see cref="EppException.IsTransient"/>) or a database failed temporarily (<see cref="DbException.IsTransient"/>).
    /// </summary>
    public Func<Exception, bool> IsTransient { get; init; } = static failure => failure switch
    {
        // Some registries respond with "failed" (2400) to the same command permanently.
        EppCommandException => false,
        EppException known => known.IsTransient,
        DbException known => known.IsTransient,
        _ => false,
    };

    /// <summary>
    /// Called after a message was committed and before it is acknowledged, for data that is stored outside the inbox. It is called again if the message
    /// is received again after a crash, so it must be idempotent. A failure is retried like a failure of the registry. Default: null.
    /// </summary>
    public Func<PollMessage, CancellationToken, Task>? Committed { get; init; }

    /// <summary>The clock. Default: the system clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Creates the default options for the queue of a pool's account, with the pool's clock.</summary>
    /// <param name="pool">The pool.</param>
    public static EppPollConsumerOptions For(EppSessionPool pool)
    {
        ArgumentNullException.ThrowIfNull(pool);
        return new EppPollConsumerOptions
        {
            Account = pool.Account,
            Profile = pool.Options.Profile,
            Server = new EppEndpoint(pool.Options.Host, pool.Options.Port),
            TimeProvider = pool.Time,
        };
    }

    internal void Validate()
    {
        var faults = new OptionFaults();
        faults.Require(Account, "EppPollConsumerOptions.Account");
        faults.RequireDefined("EppPollConsumerOptions.Unreadable", Unreadable);
        faults.InRange("EppPollConsumerOptions.MaxTries", MaxTries, 1, 1_000, "tries");
        faults.InOrder("EppPollConsumerOptions.RetryDelay", RetryDelay, "EppPollConsumerOptions.MaxRetryDelay", MaxRetryDelay, Shortest, Longest);
        faults.InOrder("EppPollConsumerOptions.EmptyDelay", EmptyDelay, "EppPollConsumerOptions.MaxEmptyDelay", MaxEmptyDelay, Shortest, Longest);
        if (KeepHandled != Timeout.InfiniteTimeSpan)
        {
            faults.InRange("EppPollConsumerOptions.KeepHandled", KeepHandled, TimeSpan.FromDays(1), TimeSpan.FromDays(36_500));
        }

        faults.ThrowIfAny();
    }
}

/// <summary>
/// How to handle messages that are not well-formed XML, but can be acknowledged because their id was recovered. See
/// <see cref="EppClient.Commands.PollMessage.XmlFault"/>.
/// </summary>
public enum EppUnreadableMessages
{
    /// <summary>The messages are dead-lettered in full, with the reason, and acknowledged; polling continues. Each is logged as an error.</summary>
    DeadLetter,

    /// <summary>The loop ends with an <see cref="EppUnreadableMessageException"/>, and the message remains at the head of the registry's queue.</summary>
    Stop,

    /// <summary>
    /// The handler receives the messages like others, with the registry's XML in <see cref="EppClient.EppResponse.Document"/>. If it returns, the message
    /// counts as handled; if it throws an <see cref="EppDeadLetterException"/>, the message is dead-lettered.
    /// </summary>
    Handle,
}
