using EppClient.Commands;

namespace EppClient.Polling;

/// <summary>
/// Remembers which poll messages were handled, how often the others were tried, and keeps those that were parked.
/// <see cref="EppMemoryPollInbox"/> is for tests; others are in packages, over a file or a database.
/// </summary>
/// <remarks>Implementations are safe for use by several threads. What they have returned is safe.</remarks>
public interface IEppPollInbox
{
    /// <summary>Notes that a message has come, and counts a try where it is open: before its handler runs, so that one that ends the process counts too.</summary>
    /// <param name="key">The message.</param>
    /// <param name="receivedAt">Now.</param>
    /// <param name="cancellationToken">The token to cancel the operation; the try may then have been counted or not.</param>
    ValueTask<EppPollEntry> ReceiveAsync(EppPollKey key, DateTimeOffset receivedAt, CancellationToken cancellationToken);

    /// <summary>Takes back a try that was broken off through no fault of the message. One that is not open is no error.</summary>
    /// <param name="key">The message.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    ValueTask RevertTryAsync(EppPollKey key, CancellationToken cancellationToken);

    /// <summary>Begins to handle a message that is open or parked. When the transaction commits, it counts as handled.</summary>
    /// <param name="key">The message, which was received.</param>
    /// <param name="handledAt">Now.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="EppPollConflictException">Another consumer has handled it.</exception>
    ValueTask<IEppPollTransaction> BeginAsync(EppPollKey key, DateTimeOffset handledAt, CancellationToken cancellationToken);

    /// <summary>Keeps a message that is open, whole, until somebody looks into it.</summary>
    /// <param name="message">The message, which was received.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="EppPollConflictException">Another consumer has handled or parked it.</exception>
    ValueTask DeadLetterAsync(EppDeadLetter message, CancellationToken cancellationToken);

    /// <summary>The parked messages of an account, in the order in which they were parked.</summary>
    /// <param name="account">The account.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    ValueTask<IReadOnlyList<EppDeadLetter>> ReadDeadLettersAsync(string account, CancellationToken cancellationToken);

    /// <summary>Drops a parked message, which then counts as handled.</summary>
    /// <param name="key">The message.</param>
    /// <param name="droppedAt">Now.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>Whether it was parked.</returns>
    ValueTask<bool> DeleteDeadLetterAsync(EppPollKey key, DateTimeOffset droppedAt, CancellationToken cancellationToken);

    /// <summary>Forgets messages that were handled long ago.</summary>
    /// <param name="account">The account.</param>
    /// <param name="handledBefore">Those handled before this are forgotten.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>How many.</returns>
    ValueTask<int> PruneAsync(string account, DateTimeOffset handledBefore, CancellationToken cancellationToken);
}

/// <summary>
/// One message on its way through its handler. What the handler writes through it and that the message was handled are committed together;
/// disposed before that, neither has happened.
/// </summary>
/// <remarks>For one thread at a time.</remarks>
public interface IEppPollTransaction : IAsyncDisposable
{
    /// <summary>Commits. Called by <see cref="EppPollConsumer"/>; handlers leave it alone.</summary>
    /// <param name="cancellationToken">The token to cancel the operation; whether it was committed is then not known.</param>
    /// <exception cref="EppPollConflictException">Another consumer has handled the message; nothing was committed.</exception>
    ValueTask CommitAsync(CancellationToken cancellationToken);
}

/// <summary>What an inbox knows of a message that has just been received.</summary>
/// <param name="State">Whether there is something left to do.</param>
/// <param name="Tries">How often its handler was tried, this time included.</param>
public readonly record struct EppPollEntry(EppPollState State, int Tries);

/// <summary>What has become of a message.</summary>
public enum EppPollState
{
    /// <summary>It waits to be handled.</summary>
    Open,

    /// <summary>What it asks for was done and committed.</summary>
    Handled,

    /// <summary>Its handler failed too often: it waits in the inbox for somebody to look into it.</summary>
    DeadLettered,
}

/// <summary>What tells a poll message from all others, also from one that gets the same id years later.</summary>
/// <param name="Account">Whose queue it is, such as <c>REG-1@epp.example:700</c>.</param>
/// <param name="MessageId">The registry's id of the message.</param>
/// <param name="QueuedAt">When it was queued; the beginning of Unix time where the registry does not say.</param>
public sealed record EppPollKey(string Account, string MessageId, DateTimeOffset QueuedAt)
{
    /// <summary>The key of a message.</summary>
    /// <param name="account">Whose queue it is.</param>
    /// <param name="message">The message.</param>
    public static EppPollKey Of(string account, PollMessage message)
    {
        ArgumentException.ThrowIfNullOrEmpty(account);
        ArgumentNullException.ThrowIfNull(message);
        return new EppPollKey(account, message.Id, WholeMicroseconds(message.QueuedDate ?? DateTimeOffset.UnixEpoch));
    }

    /// <summary>The message and the account.</summary>
    public override string ToString() => $"message {MessageId} of {Account}";

    // As exact as PostgreSQL keeps it, so that the same message has the same key in every inbox.
    private static DateTimeOffset WholeMicroseconds(DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}

/// <summary>A message whose handler failed too often, taken from the registry's queue so that the others go on.</summary>
public sealed record EppDeadLetter
{
    /// <summary>Which message it is.</summary>
    public required EppPollKey Key { get; init; }

    /// <summary>When it was parked.</summary>
    public required DateTimeOffset DeadLetteredAt { get; init; }

    /// <summary>How often its handler was tried.</summary>
    public required int Tries { get; init; }

    /// <summary>Why the last try failed: the type and the text of the exception.</summary>
    public required string Reason { get; init; }

    /// <summary>
    /// The registry's whole response, in UTF-8. May hold personal data and authorization information. Read it with
    /// <see cref="EppClient.Commands.PollMessage.Read"/>. Empty where the message came from a client that does not keep documents.
    /// </summary>
    public required ReadOnlyMemory<byte> Document { get; init; }

    /// <summary>The message and the number of tries; never its content.</summary>
    public override string ToString() => $"{Key}, parked after {Tries} tries";
}
