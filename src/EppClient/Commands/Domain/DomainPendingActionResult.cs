using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.Commands.Domain;

/// <summary>The outcome of a command that had been accepted as pending (RFC 5731, section 3.3); it comes in the message queue.</summary>
[EppElement(EppNamespaces.Domain, "panData")]
public sealed partial record DomainPendingActionResult : IEppPendingActionResult;
