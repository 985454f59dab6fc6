using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.Commands.Contact;

/// <summary>The outcome of a command that had been accepted as pending (RFC 5733, section 3.3); it comes in the message queue.</summary>
[EppElement(EppNamespaces.Contact, "panData")]
public sealed partial record ContactPendingActionResult : IEppPendingActionResult;
