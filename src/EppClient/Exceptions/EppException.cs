namespace EppClient;

/// <summary>
/// What every failure of this library derives from, except wrong arguments (<see cref="ArgumentException"/>) and
/// cancellation by the caller (<see cref="OperationCanceledException"/>).
/// </summary>
/// <remarks>Messages name the setting to change and never contain passwords, authorization information or personal data.</remarks>
public abstract class EppException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do about it.</param>
    /// <param name="innerException">The cause, where there is one.</param>
    protected EppException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Whether the same command may succeed when it is tried again later, on another session.</summary>
    public abstract bool IsTransient { get; }

    /// <summary>Whether the command can have reached the registry.</summary>
    public abstract EppDelivery Delivery { get; }
}

/// <summary>How far a command got before it failed.</summary>
public enum EppDelivery
{
    /// <summary>No byte of the command left this process: it is safe to send it again.</summary>
    NotSent,

    /// <summary>
    /// The command, or a part of it, was written, and no answer came: the registry may have carried it out. Ask the
    /// registry (info, check, poll) before sending a transform again.
    /// </summary>
    MaybeSent,

    /// <summary>The registry answered.</summary>
    ResponseReceived,
}
