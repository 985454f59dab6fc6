using System.Data.Common;
using EppClient.Commands;

namespace EppClient.Polling;

/// <summary>How an <see cref="EppPollConsumer"/> works.</summary>
/// <remarks>Immutable. Checked when a consumer is made of it.</remarks>
public sealed record EppPollConsumerOptions
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>Whose queue it is: the same in every process that works it, such as <c>REG-1@epp.example:700</c>.</summary>
    public required string Account { get; init; }

    /// <summary>What is particular to the registry: parked messages are read with it, and metrics bear its name.</summary>
    public required EppProfile Profile { get; init; }

    /// <summary>Where the queue is; metrics and spans bear it where it is known.</summary>
    internal EppEndpoint? Server { get; init; }

    /// <summary>How often a handler is tried before its message is parked. Default: 5; from 1 to 1,000.</summary>
    public int MaxTries { get; init; } = 5;

    /// <summary>How messages that are not well-formed XML are handled. Default: <see cref="EppUnreadableMessages.DeadLetter"/>.</summary>
    public EppUnreadableMessages Unreadable { get; init; }

    /// <summary>
    /// The pause after a handler, the registry or the inbox has failed; it doubles each time, with jitter, up to
    /// <see cref="MaxRetryDelay"/>. Default: 2 seconds.
    /// </summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest pause after failures. Default: 1 minute.</summary>
    public TimeSpan MaxRetryDelay { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The pause where the queue is empty; it doubles while it stays so, with jitter, up to <see cref="MaxEmptyDelay"/>. Default: 5 seconds.</summary>
    public TimeSpan EmptyDelay { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest pause where the queue is empty. Default: 1 minute.</summary>
    public TimeSpan MaxEmptyDelay { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How long the inbox remembers what was handled: longer than a message can stay in the queue unacknowledged. Default: 90 days; from 1.
    /// <see cref="Timeout.InfiniteTimeSpan"/> forgets nothing.
    /// </summary>
    public TimeSpan KeepHandled { get; init; } = TimeSpan.FromDays(90);

    /// <summary>
    /// Which failures of a handler are no fault of the message, so that the try does not count. Default: the registry was not reached, or
    /// a database fails for a while (<see cref="DbException.IsTransient"/>).
    /// </summary>
    public Func<Exception, bool> IsTransient { get; init; } = static failure => failure switch
    {
        // Some registries answer "failed" (2400) to the same command for ever.
        EppCommandException => false,
        EppException known => known.IsTransient,
        DbException known => known.IsTransient,
        _ => false,
    };

    /// <summary>
    /// Called after a message was committed and before it is acknowledged; again where the message comes again after a crash, so that it must
    /// do no harm twice. For what is kept elsewhere than in the inbox. A failure is retried as one of the registry is. Default: null.
    /// </summary>
    public Func<PollMessage, CancellationToken, Task>? Committed { get; init; }

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The options for the queue of a pool's account, with the defaults.</summary>
    /// <param name="pool">The pool.</param>
    public static EppPollConsumerOptions For(EppSessionPool pool)
    {
        ArgumentNullException.ThrowIfNull(pool);
        return new EppPollConsumerOptions
        {
            Account = FormattableString.Invariant($"{pool.Options.ClientId}@{pool.Options.Host}:{pool.Options.Port}"),
            Profile = pool.Options.Profile,
            Server = new EppEndpoint(pool.Options.Host, pool.Options.Port),
        };
    }

    internal void Validate()
    {
        if (string.IsNullOrWhiteSpace(Account))
        {
            throw new ArgumentException("EppPollConsumerOptions.Account must not be empty.", nameof(Account));
        }

        if (!Enum.IsDefined(Unreadable))
        {
            throw new ArgumentException($"EppPollConsumerOptions.Unreadable is {Unreadable}, which is none of its values.", nameof(Unreadable));
        }

        OptionRules.InRange("EppPollConsumerOptions.MaxTries", MaxTries, 1, 1_000, "tries");
        OptionRules.InRange("EppPollConsumerOptions.RetryDelay", RetryDelay, Shortest, Longest);
        OptionRules.InRange("EppPollConsumerOptions.MaxRetryDelay", MaxRetryDelay, RetryDelay, Longest);
        OptionRules.InRange("EppPollConsumerOptions.EmptyDelay", EmptyDelay, Shortest, Longest);
        OptionRules.InRange("EppPollConsumerOptions.MaxEmptyDelay", MaxEmptyDelay, EmptyDelay, Longest);
        if (KeepHandled != Timeout.InfiniteTimeSpan)
        {
            OptionRules.InRange("EppPollConsumerOptions.KeepHandled", KeepHandled, TimeSpan.FromDays(1), TimeSpan.FromDays(36_500));
        }
    }
}

/// <summary>
/// How messages are handled that are not well-formed XML, but whose id could be recovered, so that they can be acknowledged. See
/// <see cref="EppClient.Commands.PollMessage.XmlFault"/>.
/// </summary>
public enum EppUnreadableMessages
{
    /// <summary>They are parked in the inbox, in full and with the reason, and acknowledged; polling continues. Each is logged as an error.</summary>
    DeadLetter,

    /// <summary>The loop ends with an <see cref="EppUnreadableMessageException"/>, and the message stays at the head of the registry's queue.</summary>
    Stop,

    /// <summary>
    /// The handler gets them like other messages, with the XML that the registry sent in <see cref="EppClient.EppResponse.Document"/>. If it returns,
    /// they count as handled; if it throws an <see cref="EppDeadLetterException"/>, they are parked.
    /// </summary>
    Handle,
}
