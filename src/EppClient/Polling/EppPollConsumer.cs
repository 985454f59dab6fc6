using System.Runtime.CompilerServices;
using EppClient.Commands;
using EppClient.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace EppClient.Polling;

/// <summary>
/// Works the message queue of one account, in order: request, handle, commit, acknowledge. A message is acknowledged only when what it asks
/// for was committed; after a crash in between it comes again, is recognised by the inbox, and is only acknowledged. One whose handler
/// fails too often is parked in the inbox, whole, and the others go on.
/// </summary>
/// <remarks>
/// <para>If the registry or the inbox fails, it backs off and continues. A message that is not well-formed XML is parked too, see
/// <see cref="EppPollConsumerOptions.Unreadable"/>. If not even its id can be recovered, it cannot be acknowledged: the loop then backs off on its
/// current session, reports this in the log and in <see cref="EppPollStatus.IsBlocked"/>, and polls again. One loop at a time; other members are thread-safe.
/// Several processes may work one queue, and the inbox keeps them from handling a message twice, but a common lock spares them the contest.</para>
/// <example>
/// <code>
/// var consumer = new EppPollConsumer(pool, new EppMemoryPollInbox(), EppPollConsumerOptions.For(pool));
/// await consumer.RunAsync((delivery, token) => Console.Out.WriteLineAsync(delivery.Message.ToString()), cancellationToken);
/// </code>
/// </example>
/// </remarks>
public sealed class EppPollConsumer
{
    private readonly IEppClient _client;
    private readonly IEppPollInbox _inbox;
    private readonly EppPollConsumerOptions _options;
    private readonly ILogger _logger;
    private PollRun? _run;
    private bool _isRunning;

    /// <summary>Makes a consumer.</summary>
    /// <param name="client">A pool, or a session.</param>
    /// <param name="inbox">What remembers the messages.</param>
    /// <param name="options">How to work.</param>
    /// <param name="loggerFactory">Where logs go. Default: nowhere.</param>
    /// <exception cref="ArgumentException">An option is wrong; the message names it.</exception>
    public EppPollConsumer(IEppClient client, IEppPollInbox inbox, EppPollConsumerOptions options, ILoggerFactory? loggerFactory = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(inbox);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        (_client, _inbox, _options) = (client, inbox, options);
        _logger = (loggerFactory ?? NullLoggerFactory.Instance).CreateLogger(LogCategories.Polling);
    }

    /// <summary>What the registry said last; null before the first answer, and where nobody works the queue here.</summary>
    public EppPollStatus? Status => Volatile.Read(ref _run)?.Status;

    /// <summary>Handles messages until it is cancelled.</summary>
    /// <param name="handler">
    /// Does what a message asks for. It is called for one message at a time, in the order of the queue. Its failure is a failed try; it need not
    /// complete the delivery, which happens when it returns.
    /// </param>
    /// <param name="cancellationToken">Stops. A handler that is cancelled with it has not failed, and its message comes again.</param>
    /// <exception cref="OperationCanceledException">
    /// It was stopped; it does not end otherwise, unless <see cref="EppPollConsumerOptions.Unreadable"/> is <see cref="EppUnreadableMessages.Stop"/>.
    /// </exception>
    /// <exception cref="EppUnreadableMessageException">A message cannot be read, and the options specify <see cref="EppUnreadableMessages.Stop"/>.</exception>
    /// <exception cref="InvalidOperationException">The queue is being worked already.</exception>
    public async Task RunAsync(Func<EppPollDelivery, CancellationToken, Task> handler, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(handler);
        using var run = Start();
        while (true)
        {
            var delivery = await run.NextAsync(cancellationToken).ConfigureAwait(false);
            await run.HandleAsync(delivery, handler, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Handles what is in the queue, and ends when it is empty.</summary>
    /// <param name="handler">Does what a message asks for; see <see cref="RunAsync"/>.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>How many messages were handled; those that were parked are not among them.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <exception cref="EppUnreadableMessageException">
    /// A message cannot be read, and the options specify <see cref="EppUnreadableMessages.Stop"/>; or not even its id could, at
    /// <see cref="EppPollConsumerOptions.MaxTries"/> tries, so that the queue cannot become empty.
    /// </exception>
    /// <exception cref="InvalidOperationException">The queue is being worked already.</exception>
    public async Task<int> DrainAsync(Func<EppPollDelivery, CancellationToken, Task> handler, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(handler);
        using var run = Start();
        var handled = 0;
        while (await run.NextOrEmptyAsync(endsWhenBlocked: true, cancellationToken).ConfigureAwait(false) is { } delivery)
        {
            await run.HandleAsync(delivery, handler, cancellationToken).ConfigureAwait(false);
            handled += delivery.IsCompleted ? 1 : 0;
        }

        return handled;
    }

    /// <summary>
    /// The messages, for those who have no handler, without end. Complete each with <see cref="EppPollDelivery.CompleteAsync"/>; one that is
    /// not completed when the next is asked for is a failed try, and comes again. Leaving the loop rolls back.
    /// </summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <exception cref="EppUnreadableMessageException">A message cannot be read, and the options specify <see cref="EppUnreadableMessages.Stop"/>.</exception>
    /// <exception cref="InvalidOperationException">The queue is being worked already.</exception>
    public async IAsyncEnumerable<EppPollDelivery> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var run = Start();
        while (true)
        {
            var delivery = await run.NextAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                yield return delivery;
            }
            finally
            {
                await run.EndAsync(delivery).ConfigureAwait(false);
            }

            if (!delivery.IsCompleted)
            {
                await run.FailAsync(delivery, new InvalidOperationException("The loop went on without completing the message.")).ConfigureAwait(false);
            }
        }
    }

    /// <summary>The messages that were parked, in the order in which they were.</summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    public ValueTask<IReadOnlyList<EppDeadLetter>> ReadDeadLettersAsync(CancellationToken cancellationToken = default) =>
        _inbox.ReadDeadLettersAsync(_options.Account, cancellationToken);

    /// <summary>Handles a parked message, after its cause was mended. Where the handler fails, the message stays parked. Works beside a loop.</summary>
    /// <param name="key">The message.</param>
    /// <param name="handler">Does what the message asks for. What it throws is thrown here.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>Whether the message was parked.</returns>
    /// <exception cref="InvalidOperationException">The inbox does not have the message's content.</exception>
    public async Task<bool> RetryDeadLetterAsync(EppPollKey key, Func<EppPollDelivery, CancellationToken, Task> handler, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(handler);
        var deadLetter = (await ReadDeadLettersAsync(cancellationToken).ConfigureAwait(false)).FirstOrDefault(message => message.Key == key);
        if (deadLetter is null)
        {
            return false;
        }

        if (deadLetter.Document.IsEmpty)
        {
            throw new InvalidOperationException($"{key} was parked without its content, because the client keeps no documents. Look into its cause by hand, then drop it.");
        }

        var transaction = await _inbox.BeginAsync(key, _options.TimeProvider.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            var message = PollMessage.Read(deadLetter.Document, _options.Profile);
            var delivery = new EppPollDelivery(key, message, deadLetter.Tries + 1, transaction, _ => _options.Committed?.Invoke(message, cancellationToken) ?? Task.CompletedTask);
            await handler(delivery, cancellationToken).ConfigureAwait(false);
            if (!delivery.IsCompleted)
            {
                await delivery.CompleteAsync().ConfigureAwait(false);
            }
        }

        return true;
    }

    /// <summary>Drops a parked message, after somebody has looked into it. It counts as handled.</summary>
    /// <param name="key">The message.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>Whether the message was parked.</returns>
    public ValueTask<bool> DeleteDeadLetterAsync(EppPollKey key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        return _inbox.DeleteDeadLetterAsync(key, _options.TimeProvider.GetUtcNow(), cancellationToken);
    }

    private PollRun Start()
    {
        if (Interlocked.Exchange(ref _isRunning, true))
        {
            throw new InvalidOperationException("This consumer works its queue already: one loop at a time keeps the order.");
        }

        var run = new PollRun(_client, _inbox, _options, _logger, ended: () =>
        {
            Volatile.Write(ref _run, null);
            Volatile.Write(ref _isRunning, false);
        });
        Volatile.Write(ref _run, run);
        return run;
    }
}

/// <summary>How a queue stands.</summary>
public sealed record EppPollStatus
{
    /// <summary>When the registry last answered; null before the first answer.</summary>
    public DateTimeOffset? LastResponseAt { get; init; }

    /// <summary>How many messages waited at the registry then.</summary>
    public ulong Waiting { get; init; }

    /// <summary>When the oldest message was queued; null where the queue was empty, and where the registry does not say.</summary>
    public DateTimeOffset? OldestQueuedAt { get; init; }

    /// <summary>
    /// Whether the queue is blocked, because neither the message at its head nor its id can be read: it cannot be acknowledged, and the registry
    /// has to remove it. <see cref="Failure"/> describes its fault.
    /// </summary>
    public bool IsBlocked { get; init; }

    /// <summary>What failed last, of the registry, the inbox or a handler; null since a message was handled or the queue was empty.</summary>
    public Exception? Failure { get; init; }
}
