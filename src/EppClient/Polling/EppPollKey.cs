using EppClient.Commands.Poll;

namespace EppClient.Polling;

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
