using EppClient.Xml;

namespace EppClient.Commands.Organization;

/// <summary>Asks whether identifiers of organizations are free (RFC 8543, section 4.1.1).</summary>
[EppElement(EppNamespaces.Organization, "check")]
public sealed partial record OrganizationCheck;
