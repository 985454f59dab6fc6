namespace EppClient.Polling;

/// <summary>
/// What becomes of messages that are not well-formed XML: where the id could be recovered, so that the message can be acknowledged. See
/// <see cref="Commands.Poll.PollMessage.XmlFault"/>.
/// </summary>
public enum EppUnreadableMessages
{
    /// <summary>They are parked in the inbox, whole and with the reason, and acknowledged; the others go on. An error in the log tells of each.</summary>
    Park,

    /// <summary>The loop ends with an <see cref="EppUnreadableMessageException"/>, and the message stays at the head of the registry's queue.</summary>
    Stop,

    /// <summary>
    /// The handler gets them as it gets others, with their XML as the registry sent it in <see cref="Protocol.EppResponse.Document"/>. It returns to
    /// have them count as handled, or throws an <see cref="EppParkMessageException"/> to have them parked.
    /// </summary>
    Handle,
}
