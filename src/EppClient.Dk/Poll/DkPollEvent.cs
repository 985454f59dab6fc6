using EppClient.Commands;

namespace EppClient.Dk;

/// <summary>
/// A poll message of the registry as a typed event. There is one type for each kind of message; a message of an unknown kind is a
/// <see cref="DkUnknownEvent"/>.
/// </summary>
/// <remarks>
/// The payload has precedence over the text. The text is compared without regard to case, spacing and small deviations. If the text is unknown,
/// for example after a change of wording, the outcome of a command is still a <see cref="DkActionDecided"/>.
/// </remarks>
public abstract record DkPollEvent
{
    /// <summary>The message. Acknowledge it when it has been processed completely.</summary>
    public required PollMessage Message { get; init; }

    /// <summary>The domain, contact or host that the message is about; null if neither payload nor text says.</summary>
    public string? Subject { get; init; }

    /// <summary>The outcome of a command of this account: whether it was carried out, and its transaction ids. Null for other messages.</summary>
    public IEppPendingActionResult? Outcome { get; init; }

    /// <summary>Whether a command ended because a party did not respond, or a check was not completed, in time.</summary>
    public virtual bool IsTooLate => false;

    /// <summary>Converts a message to an event.</summary>
    /// <param name="message">The message.</param>
    public static DkPollEvent From(PollMessage message) => From(message, account: null);

    /// <summary>Converts a message to an event of a known account.</summary>
    /// <param name="message">The message.</param>
    /// <param name="account">The handle of the polling account, to determine who gained a domain if the text does not say.</param>
    public static DkPollEvent From(PollMessage message, string? account)
    {
        ArgumentNullException.ThrowIfNull(message);
        return PollReader.Read(message, account);
    }

    /// <summary>Returns the kind, the object and the message's id; never the text, which can contain personal data.</summary>
    public sealed override string ToString() => $"{GetType().Name} about {Subject ?? "an unknown object"} (message {Message.Id})";
}

/// <summary>A message of an unknown kind. The message has the text and the payload.</summary>
public sealed record DkUnknownEvent : DkPollEvent;

/// <summary>The outcome of a command in a message with an unknown text.</summary>
public sealed record DkActionDecided : DkPollEvent;

/// <summary>The outcome of an action that waited for a decision.</summary>
public enum DkDecision
{
    /// <summary>It was carried out.</summary>
    Done,

    /// <summary>A party rejected it, or the check failed.</summary>
    Rejected,

    /// <summary>A party did not respond in time.</summary>
    NotInTime,

    /// <summary>It was not completed.</summary>
    NotCompleted,
}
