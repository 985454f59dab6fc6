using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.Commands.Host;

/// <summary>The outcome of a command that had been accepted as pending (RFC 5732, section 3.3); it comes in the message queue.</summary>
[EppElement(EppNamespaces.Host, "panData")]
public sealed partial record HostPendingActionResult : IEppPendingActionResult;
