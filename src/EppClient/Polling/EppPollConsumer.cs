using System.Runtime.CompilerServices;
using EppClient.Commands;
using EppClient.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace EppClient.Polling;

/// <summary>
/// Consumes the message queue of one account, in order: request, handle, commit, acknowledge. A message is acknowledged only after its handler's work
/// was committed. After a crash in between, the message is received again, recognized by the inbox, and only acknowledged. A message whose handler
/// fails too often is moved, in full, to the dead letters of the inbox, and the following messages are handled.
/// </summary>
/// <remarks>
/// <para>If the registry or the inbox fails, the consumer backs off and continues. A message that is not well-formed XML is dead-lettered too; see
/// <see cref="EppPollConsumerOptions.Unreadable"/>. If its id cannot be recovered, it cannot be acknowledged: the loop then backs off, keeps its session
/// where possible, reports this in the log and in <see cref="EppPollStatus.IsBlocked"/>, and polls again.</para>
/// <para>Only one loop may run at a time; other members are thread-safe. Several processes may consume one queue: the inbox prevents that a message is
/// handled twice, but a common lock avoids conflicts between them.</para>
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

    /// <summary>Creates a consumer.</summary>
    /// <param name="client">A pool, or a session.</param>
    /// <param name="inbox">The inbox that records the messages.</param>
    /// <param name="options">The options.</param>
    /// <param name="loggerFactory">Creates the logger. Default: null, no logging.</param>
    /// <exception cref="ArgumentException">An option is invalid; the message names it.</exception>
    public EppPollConsumer(IEppClient client, IEppPollInbox inbox, EppPollConsumerOptions options, ILoggerFactory? loggerFactory = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(inbox);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        (_client, _inbox, _options) = (client, inbox, options);
        _logger = (loggerFactory ?? NullLoggerFactory.Instance).CreateLogger(LogCategories.Polling);
    }

    /// <summary>The status of the queue; null while no loop of this consumer runs.</summary>
    public EppPollStatus? Status => Volatile.Read(ref _run)?.Status;

    /// <summary>Handles messages until cancelled.</summary>
    /// <param name="handler">
    /// The handler. It is called for one message at a time, in the order of the queue. An exception counts as a failed try unless it is transient.
    /// The handler need not complete the delivery: it is completed when the handler returns.
    /// </param>
    /// <param name="cancellationToken">The token to stop the loop. If it cancels a handler, the try is not counted, and the message is received again.</param>
    /// <exception cref="OperationCanceledException">
    /// The loop was stopped. It ends only then, unless <see cref="EppPollConsumerOptions.Unreadable"/> is <see cref="EppUnreadableMessages.Stop"/>.
    /// </exception>
    /// <exception cref="EppUnreadableMessageException">A message cannot be read, and the options specify <see cref="EppUnreadableMessages.Stop"/>.</exception>
    /// <exception cref="InvalidOperationException">A loop of this consumer is already running.</exception>
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

    /// <summary>Handles the messages in the queue until it is empty.</summary>
    /// <param name="handler">The handler; see <see cref="RunAsync"/>.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>The number of messages that were handled, without those that were dead-lettered.</returns>
    /// <exception cref="OperationCanceledException">The operation was cancelled.</exception>
    /// <exception cref="EppUnreadableMessageException">
    /// A message cannot be read, and the options specify <see cref="EppUnreadableMessages.Stop"/>; or its id could not be recovered in
    /// <see cref="EppPollConsumerOptions.MaxTries"/> tries, so that the queue cannot become empty.
    /// </exception>
    /// <exception cref="InvalidOperationException">A loop of this consumer is already running.</exception>
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
    /// Enumerates the messages without end, as an alternative to a handler. Complete each with <see cref="EppPollDelivery.CompleteAsync"/>. A message that
    /// is not completed when the next one is requested counts as a failed try and is received again. Leaving the loop rolls back.
    /// </summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="OperationCanceledException">The operation was cancelled.</exception>
    /// <exception cref="EppUnreadableMessageException">A message cannot be read, and the options specify <see cref="EppUnreadableMessages.Stop"/>.</exception>
    /// <exception cref="InvalidOperationException">A loop of this consumer is already running.</exception>
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
                await run.FailAsync(delivery, new InvalidOperationException("The loop continued without completing the message.")).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Reads the dead letters of the account, in the order in which they were added.</summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    public ValueTask<IReadOnlyList<EppDeadLetter>> ReadDeadLettersAsync(CancellationToken cancellationToken = default) =>
        _inbox.ReadDeadLettersAsync(_options.Account, cancellationToken);

    /// <summary>Counts the dead letters of the account, without reading them.</summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    public ValueTask<int> CountDeadLettersAsync(CancellationToken cancellationToken = default) => _inbox.CountDeadLettersAsync(_options.Account, cancellationToken);

    /// <summary>Handles a dead letter after its cause was fixed. If the handler fails, the dead letter is kept. May be called while a loop runs.</summary>
    /// <param name="key">The key of the message.</param>
    /// <param name="handler">The handler. Its exceptions are thrown to the caller.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>Whether there was such a dead letter.</returns>
    /// <exception cref="InvalidOperationException">The inbox does not have the content of the message.</exception>
    public async Task<bool> RetryDeadLetterAsync(EppPollKey key, Func<EppPollDelivery, CancellationToken, Task> handler, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(handler);
        var deadLetter = await _inbox.FindDeadLetterAsync(key, cancellationToken).ConfigureAwait(false);
        if (deadLetter is null)
        {
            return false;
        }

        if (deadLetter.Document.IsEmpty)
        {
            throw new InvalidOperationException($"{key} was dead-lettered without its content, because the client does not keep documents. Resolve its cause manually, then delete it.");
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

    /// <summary>Deletes a dead letter after manual review. The message then counts as handled.</summary>
    /// <param name="key">The key of the message.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>Whether there was such a dead letter.</returns>
    public ValueTask<bool> DeleteDeadLetterAsync(EppPollKey key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        return _inbox.DeleteDeadLetterAsync(key, _options.TimeProvider.GetUtcNow(), cancellationToken);
    }

    private PollRun Start()
    {
        if (Interlocked.Exchange(ref _isRunning, true))
        {
            throw new InvalidOperationException("A loop of this consumer is already running. Only one may run at a time, to keep the order of messages.");
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

/// <summary>The status of a queue.</summary>
public sealed record EppPollStatus
{
    /// <summary>The time of the last response of the registry; null before the first response.</summary>
    public DateTimeOffset? LastResponseAt { get; init; }

    /// <summary>The number of messages in the queue at that time.</summary>
    public ulong Waiting { get; init; }

    /// <summary>The time at which the oldest message was queued; null if the queue was empty or the registry does not send it.</summary>
    public DateTimeOffset? OldestQueuedAt { get; init; }

    /// <summary>
    /// Whether the queue is blocked, because neither the message at its head nor its id can be read. The message cannot be acknowledged, and the registry
    /// has to remove it. <see cref="Failure"/> describes the fault.
    /// </summary>
    public bool IsBlocked { get; init; }

    /// <summary>The last failure of the registry, the inbox or a handler; null after a message was handled or the queue was empty.</summary>
    public Exception? Failure { get; init; }
}
