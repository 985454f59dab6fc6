using EppClient.Commands;

namespace EppClient.Dk;

/// <summary>
/// What a poll message of the registry says, as a type: each kind of message is one, and a message of no known kind is a
/// <see cref="DkUnknownEvent"/>.
/// </summary>
/// <remarks>
/// The payload decides first, the text second: without regard to case, blanks and small slips. Where only the payload is known, as when
/// the registry has changed its wording, the outcome of a command is still a <see cref="DkActionDecided"/>.
/// </remarks>
public abstract record DkPollEvent
{
    /// <summary>The message: acknowledge it when all that it asks for is done.</summary>
    public required PollMessage Message { get; init; }

    /// <summary>The domain, contact or host that the message is about; null where neither payload nor text tells.</summary>
    public string? Subject { get; init; }

    /// <summary>The outcome of a command of this account: whether it was carried out, and its transaction ids. Null where nobody waits.</summary>
    public IEppPendingActionResult? Outcome { get; init; }

    /// <summary>Whether a command ended because somebody did not answer or was not checked in time.</summary>
    public virtual bool IsTooLate => false;

    /// <summary>Reads a message.</summary>
    /// <param name="message">The message.</param>
    public static DkPollEvent From(PollMessage message) => From(message, account: null);

    /// <summary>Reads a message of a known account.</summary>
    /// <param name="message">The message.</param>
    /// <param name="account">The handle of the account that polls, by which it is told who gained a domain where the text does not.</param>
    public static DkPollEvent From(PollMessage message, string? account)
    {
        ArgumentNullException.ThrowIfNull(message);
        return PollReader.Read(message, account);
    }

    /// <summary>The kind, the object and the message's id; never the text, which can hold personal data.</summary>
    public sealed override string ToString() => $"{GetType().Name} about {Subject ?? "nothing known"} (message {Message.Id})";
}

/// <summary>A message of a kind that is not known here. Its text and its payload are in the message.</summary>
public sealed record DkUnknownEvent : DkPollEvent;

/// <summary>The outcome of a command in a message whose text is not known here.</summary>
public sealed record DkActionDecided : DkPollEvent;

/// <summary>How something ended that waited for somebody.</summary>
public enum DkDecision
{
    /// <summary>It was done.</summary>
    Done,

    /// <summary>Somebody said no, or failed the check.</summary>
    Rejected,

    /// <summary>Somebody did not answer in time.</summary>
    NotInTime,

    /// <summary>It was broken off.</summary>
    NotCompleted,
}
