using EppClient.Commands;

namespace EppClient.Polling;

/// <summary>
/// Records which poll messages were handled and how often the others were tried, and stores dead letters.
/// <see cref="EppMemoryPollInbox"/> is for tests; packages provide inboxes in files and databases.
/// </summary>
/// <remarks>Implementations are thread-safe. When a method returns, its changes are durable.</remarks>
public interface IEppPollInbox
{
    /// <summary>
    /// Records that a message was received, and counts a try if it is open. Called before the handler, so that a try that ends the process counts too.
    /// </summary>
    /// <param name="key">The key of the message.</param>
    /// <param name="receivedAt">The current time.</param>
    /// <param name="cancellationToken">The token to cancel the operation. The try may or may not have been counted then.</param>
    ValueTask<EppPollEntry> ReceiveAsync(EppPollKey key, DateTimeOffset receivedAt, CancellationToken cancellationToken);

    /// <summary>Reverts a try that was interrupted for a reason other than the message. Does nothing if the message is not open.</summary>
    /// <param name="key">The message.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    ValueTask RevertTryAsync(EppPollKey key, CancellationToken cancellationToken);

    /// <summary>Begins a transaction that handles an open or dead-lettered message. When it commits, the message counts as handled.</summary>
    /// <param name="key">The key of a message that was received.</param>
    /// <param name="handledAt">The current time.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="EppPollConflictException">Another consumer has handled the message.</exception>
    ValueTask<IEppPollTransaction> BeginAsync(EppPollKey key, DateTimeOffset handledAt, CancellationToken cancellationToken);

    /// <summary>Moves an open message to the dead letters, in full, for manual review.</summary>
    /// <param name="message">The message that was received.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="EppPollConflictException">Another consumer has handled or dead-lettered the message.</exception>
    ValueTask DeadLetterAsync(EppDeadLetter message, CancellationToken cancellationToken);

    /// <summary>Reads the dead letters of an account, in the order in which they were added.</summary>
    /// <param name="account">The account.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    ValueTask<IReadOnlyList<EppDeadLetter>> ReadDeadLettersAsync(string account, CancellationToken cancellationToken);

    /// <summary>Counts the dead letters of an account, without reading them.</summary>
    /// <param name="account">The account.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    ValueTask<int> CountDeadLettersAsync(string account, CancellationToken cancellationToken);

    /// <summary>Finds a dead letter.</summary>
    /// <param name="key">The key of the message.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>The dead letter; null if the message is not one.</returns>
    ValueTask<EppDeadLetter?> FindDeadLetterAsync(EppPollKey key, CancellationToken cancellationToken);

    /// <summary>Deletes a dead letter. The message then counts as handled.</summary>
    /// <param name="key">The key of the message.</param>
    /// <param name="droppedAt">The current time.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>Whether there was such a dead letter.</returns>
    ValueTask<bool> DeleteDeadLetterAsync(EppPollKey key, DateTimeOffset droppedAt, CancellationToken cancellationToken);

    /// <summary>Deletes the records of messages that were handled before a given time.</summary>
    /// <param name="account">The account.</param>
    /// <param name="handledBefore">Records of messages handled before this time are deleted.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>The number of deleted records.</returns>
    ValueTask<int> PruneAsync(string account, DateTimeOffset handledBefore, CancellationToken cancellationToken);
}

/// <summary>
/// The transaction of one message that is being handled. The data that the handler writes in it, and the fact that the message was handled, are
/// committed together, or rolled back when it is disposed without a commit.
/// </summary>
/// <remarks>Not thread-safe.</remarks>
public interface IEppPollTransaction : IAsyncDisposable
{
    /// <summary>Commits the transaction. Called by <see cref="EppPollConsumer"/>; handlers must not call it.</summary>
    /// <param name="cancellationToken">The token to cancel the operation. Whether it was committed is unknown then.</param>
    /// <exception cref="EppPollConflictException">Another consumer has handled the message; nothing was committed.</exception>
    ValueTask CommitAsync(CancellationToken cancellationToken);
}

/// <summary>The record of a message that was just received.</summary>
/// <param name="State">The state of the message.</param>
/// <param name="Tries">The number of tries, including this one.</param>
public readonly record struct EppPollEntry(EppPollState State, int Tries);

/// <summary>The state of a poll message.</summary>
public enum EppPollState
{
    /// <summary>The message was not handled yet.</summary>
    Open,

    /// <summary>The message was handled and committed.</summary>
    Handled,

    /// <summary>The message is a dead letter: its handler failed too often, and it is stored in the inbox for manual review.</summary>
    DeadLettered,
}

/// <summary>The unique key of a poll message. It also differs from the key of a later message with the same id.</summary>
/// <param name="Account">The account of the queue, such as <c>REG-1@epp.example:700</c>.</param>
/// <param name="MessageId">The registry's id of the message.</param>
/// <param name="QueuedAt">The time at which the message was queued; the Unix epoch if the registry does not send it.</param>
public sealed record EppPollKey(string Account, string MessageId, DateTimeOffset QueuedAt)
{
    /// <summary>Creates the key of a message.</summary>
    /// <param name="account">The account of the queue.</param>
    /// <param name="message">The message.</param>
    public static EppPollKey Of(string account, PollMessage message)
    {
        ArgumentException.ThrowIfNullOrEmpty(account);
        ArgumentNullException.ThrowIfNull(message);
        return new EppPollKey(account, message.Id, WholeMicroseconds(message.QueuedDate ?? DateTimeOffset.UnixEpoch));
    }

    /// <summary>Returns the message id and the account.</summary>
    public override string ToString() => $"message {MessageId} of {Account}";

    // Limited to the precision of PostgreSQL, so that a message has the same key in every inbox.
    private static DateTimeOffset WholeMicroseconds(DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}

/// <summary>A message that was removed from the registry's queue after repeated failures, so that the messages behind it can be handled.</summary>
public sealed record EppDeadLetter
{
    /// <summary>The key of the message.</summary>
    public required EppPollKey Key { get; init; }

    /// <summary>The time at which the message was dead-lettered.</summary>
    public required DateTimeOffset DeadLetteredAt { get; init; }

    /// <summary>The number of tries.</summary>
    public required int Tries { get; init; }

    /// <summary>The reason why the last try failed, such as the type and message of the exception.</summary>
    public required string Reason { get; init; }

    /// <summary>
    /// The complete response of the registry, in UTF-8. It may contain personal data and authorization information. Read it with
    /// <see cref="EppClient.Commands.PollMessage.Read"/>. Empty if the client does not keep documents.
    /// </summary>
    public required ReadOnlyMemory<byte> Document { get; init; }

    /// <summary>Returns the message's key and the number of tries; never its content.</summary>
    public override string ToString() => $"{Key}, dead-lettered after {Tries} tries";
}
