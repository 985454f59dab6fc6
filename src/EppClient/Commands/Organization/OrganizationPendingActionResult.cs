using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.Commands.Organization;

/// <summary>The outcome of a command that had been accepted as pending (RFC 8543, section 4.3); it comes in the message queue.</summary>
[EppElement(EppNamespaces.Organization, "panData")]
public sealed partial record OrganizationPendingActionResult : IEppPendingActionResult;
