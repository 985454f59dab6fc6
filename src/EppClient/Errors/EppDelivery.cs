namespace EppClient;

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
    Answered,
}
