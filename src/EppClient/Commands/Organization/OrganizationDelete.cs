using EppClient.Xml;

namespace EppClient.Commands.Organization;

/// <summary>Deletes an organization (RFC 8543, section 4.2.2).</summary>
[EppElement(EppNamespaces.Organization, "delete")]
public sealed partial record OrganizationDelete;
