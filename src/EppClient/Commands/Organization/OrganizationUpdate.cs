using EppClient.Xml;

namespace EppClient.Commands.Organization;

/// <summary>Changes an organization (RFC 8543, section 4.2.5).</summary>
[EppElement(EppNamespaces.Organization, "update")]
public sealed partial record OrganizationUpdate;
