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
    /// <param name="cancellationToken">Gives up; the try may then have been counted or not.</param>
    ValueTask<EppPollEntry> ReceiveAsync(EppPollKey key, DateTimeOffset receivedAt, CancellationToken cancellationToken);

    /// <summary>Takes back a try that was broken off through no fault of the message. One that is not open is no error.</summary>
    /// <param name="key">The message.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask ForgiveAsync(EppPollKey key, CancellationToken cancellationToken);

    /// <summary>Begins to handle a message that is open or parked. When the transaction commits, it counts as handled.</summary>
    /// <param name="key">The message, which was received.</param>
    /// <param name="handledAt">Now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="EppPollConflictException">Another consumer has handled it.</exception>
    ValueTask<IEppPollTransaction> BeginAsync(EppPollKey key, DateTimeOffset handledAt, CancellationToken cancellationToken);

    /// <summary>Keeps a message that is open, whole, until somebody looks into it.</summary>
    /// <param name="message">The message, which was received.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="EppPollConflictException">Another consumer has handled or parked it.</exception>
    ValueTask ParkAsync(EppParkedMessage message, CancellationToken cancellationToken);

    /// <summary>The parked messages of an account, in the order in which they were parked.</summary>
    /// <param name="account">The account.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<IReadOnlyList<EppParkedMessage>> ReadParkedAsync(string account, CancellationToken cancellationToken);

    /// <summary>Drops a parked message, which then counts as handled.</summary>
    /// <param name="key">The message.</param>
    /// <param name="droppedAt">Now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether it was parked.</returns>
    ValueTask<bool> DropAsync(EppPollKey key, DateTimeOffset droppedAt, CancellationToken cancellationToken);

    /// <summary>Forgets messages that were handled long ago.</summary>
    /// <param name="account">The account.</param>
    /// <param name="handledBefore">Those handled before this are forgotten.</param>
    /// <param name="cancellationToken">Gives up.</param>
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
    /// <param name="cancellationToken">Gives up; whether it was committed is then not known.</param>
    /// <exception cref="EppPollConflictException">Another consumer has handled the message; nothing was committed.</exception>
    ValueTask CommitAsync(CancellationToken cancellationToken);
}
