namespace EppClient.Polling;

/// <summary>
/// How messages are handled that are not well-formed XML, but whose id could be recovered, so that they can be acknowledged. See
/// <see cref="Commands.Poll.PollMessage.XmlFault"/>.
/// </summary>
public enum EppUnreadableMessages
{
    /// <summary>They are parked in the inbox, in full and with the reason, and acknowledged; polling continues. Each is logged as an error.</summary>
    Park,

    /// <summary>The loop ends with an <see cref="EppUnreadableMessageException"/>, and the message stays at the head of the registry's queue.</summary>
    Stop,

    /// <summary>
    /// The handler gets them like other messages, with the XML that the registry sent in <see cref="Protocol.EppResponse.Document"/>. If it returns,
    /// they count as handled; if it throws an <see cref="EppParkMessageException"/>, they are parked.
    /// </summary>
    Handle,
}
