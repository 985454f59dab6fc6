using EppClient.Xml;

namespace EppClient.Commands.Organization;

/// <summary>Reads an organization (RFC 8543, section 4.1.2).</summary>
[EppElement(EppNamespaces.Organization, "info")]
public sealed partial record OrganizationInfo;
