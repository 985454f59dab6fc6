namespace EppClient;

/// <summary>
/// The base class of all exceptions of this library, except invalid arguments (<see cref="ArgumentException"/>) and cancellation by the caller
/// (<see cref="OperationCanceledException"/>).
/// </summary>
/// <remarks>Messages name the setting to change and never contain passwords, authorization information or personal data.</remarks>
public abstract class EppException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">The cause and the remedy.</param>
    /// <param name="innerException">The cause, if any.</param>
    protected EppException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Whether the same command may succeed if it is retried later on another session.</summary>
    public abstract bool IsTransient { get; }

    /// <summary>Whether the command may have reached the registry.</summary>
    public abstract EppDelivery Delivery { get; }
}

/// <summary>How far a command got before it failed.</summary>
public enum EppDelivery
{
    /// <summary>No byte of the command left this process. It is safe to send it again.</summary>
    NotSent,

    /// <summary>
    /// The command, or a part of it, was written, and no response was received: the registry may have carried it out. Query the registry (info,
    /// check, poll) before you send a transform command again.
    /// </summary>
    MaybeSent,

    /// <summary>The registry responded.</summary>
    ResponseReceived,
}
